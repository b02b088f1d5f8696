package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.tenancy.LocationId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The master data of a location as its till last told them, refused parts included, so that an increment can mend them.
 * The next increment builds on exactly this version (T57).
 */
@Entity
@Table(schema = "sync", name = "received_catalog")
class ReceivedCatalog {

    @Id
    @Column(name = "location_id")
    private UUID location;

    private String version;
    private String document;
    private @Nullable String unreadable;

    /** A person brought it, and no till. */
    @Column(name = "by_person")
    private boolean byPerson;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Version
    @Column(name = "lock_version")
    private int lockVersion;

    @SuppressWarnings("NullAway")
    protected ReceivedCatalog() {} // JPA

    ReceivedCatalog(
            LocationId location,
            String version,
            String document,
            List<CatalogFinding> unreadable,
            boolean byPerson,
            Instant now) {
        this.location = location.value();
        this.version = version;
        this.document = document;
        this.unreadable = Json.write(new Unreadable(unreadable));
        this.byPerson = byPerson;
        this.receivedAt = now;
    }

    void replace(
            String newVersion,
            String newDocument,
            List<CatalogFinding> newUnreadable,
            boolean fromPerson,
            Instant now) {
        this.byPerson = fromPerson;
        this.version = newVersion;
        this.document = newDocument;
        this.unreadable = Json.write(new Unreadable(newUnreadable));
        this.receivedAt = now;
    }

    String version() {
        return version;
    }

    String document() {
        return document;
    }

    boolean byPerson() {
        return byPerson;
    }

    /** What was sent and could not be read, so that it is not in the document. */
    List<CatalogFinding> unreadable() {
        return unreadable == null
                ? List.of()
                : Json.read(unreadable, Unreadable.class).findings();
    }

    /** Public because JSON-B instantiates it by reflection. */
    public record Unreadable(List<CatalogFinding> findings) {}
}
