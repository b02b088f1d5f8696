package de.hypersoft.esolutions.catalog;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One complete, checked catalogue of a location.
 *
 * <p>Its life: staged when a till's load was accepted, pending until the day end or a person publishes it, shown to
 * guests as a whole, superseded by the next one. A load of which too much is missing is held instead, until a person
 * releases or discards it. Of staged and held versions a location has one at most: a newer load supersedes it unseen. Its
 * document never changes (T24); its state changes by conditional updates of {@link MenuVersions} only.
 */
@Entity
@Table(schema = "catalog", name = "menu_version")
class MenuVersion {

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenant;

    @Column(name = "location_id")
    private UUID location;

    private String version;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(16)")
    private MenuState state;

    private String document;

    private int articles;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Version
    @Column(name = "lock_version")
    private int lockVersion;

    @SuppressWarnings("NullAway")
    protected MenuVersion() {} // JPA

    MenuVersion(
            TenantId tenant,
            LocationId location,
            MenuState state,
            CatalogDocument checked,
            String document,
            Instant now) {
        this.id = Uuid7.at(now);
        this.tenant = tenant.value();
        this.location = location.value();
        this.version = checked.version();
        this.state = state;
        this.document = document;
        this.articles = checked.articles().size();
        this.receivedAt = now;
    }

    UUID id() {
        return id;
    }

    MenuVersions.Line line() {
        return new MenuVersions.Line(id, version, state, articles, receivedAt, publishedAt);
    }
}
