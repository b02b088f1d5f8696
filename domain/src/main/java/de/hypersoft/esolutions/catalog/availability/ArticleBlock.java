package de.hypersoft.esolutions.catalog.availability;

import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stops an article at one location at once, and with it everything that contains it (T19). Set by the till's block list
 * or by a manager; ends when its setter lifts it, or at its time.
 */
@Entity
@Table(schema = "catalog", name = "article_block")
class ArticleBlock {

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenant;

    @Column(name = "location_id")
    private UUID location;

    @Column(name = "article_id")
    private String article;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(16)")
    private BlockSource source;

    @Column(name = "blocked_until")
    private @Nullable Instant until;

    @Column(name = "blocked_at")
    private Instant at;

    @Column(name = "blocked_by")
    private String by;

    @SuppressWarnings("NullAway")
    protected ArticleBlock() {} // JPA

    ArticleBlock(
            TenantId tenant,
            LocationId location,
            String article,
            BlockSource source,
            @Nullable Instant until,
            String by,
            Instant now) {
        this.id = Uuid7.at(now);
        this.tenant = tenant.value();
        this.location = location.value();
        this.article = article;
        this.source = source;
        this.until = until;
        this.by = by;
        this.at = now;
    }

    boolean active(Instant now) {
        return until == null || now.isBefore(until);
    }

    boolean fromTill() {
        return source == BlockSource.TILL;
    }

    UUID location() {
        return location;
    }

    String article() {
        return article;
    }

    @Nullable
    Instant until() {
        return until;
    }

    ManageAvailability.BlockLine line() {
        return new ManageAvailability.BlockLine(article, source, until, by, at);
    }
}
