package de.hypersoft.esolutions.catalog.availability;

import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * Portions left of one article at one location. Exists only from the first stock entry on: an article without a counter
 * is not counted (T19). Orders lower it by one conditional update, never by reading and writing.
 */
@Entity
@Table(schema = "catalog", name = "availability_counter")
public class AvailabilityCounter {

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenant;

    @Column(name = "location_id")
    private UUID location;

    @Column(name = "article_id")
    private String article;

    private int remaining;

    @Column(name = "counted_at")
    private Instant countedAt;

    @SuppressWarnings("NullAway")
    protected AvailabilityCounter() {} // JPA

    public AvailabilityCounter(TenantId tenant, LocationId location, String article, int remaining, Instant now) {
        this.id = Uuid7.at(now);
        this.tenant = tenant.value();
        this.location = location.value();
        this.article = article;
        this.remaining = remaining;
        this.countedAt = now;
    }

    UUID tenant() {
        return tenant;
    }

    UUID location() {
        return location;
    }

    String article() {
        return article;
    }

    int remaining() {
        return remaining;
    }

    ManageAvailability.CounterLine line() {
        return new ManageAvailability.CounterLine(article, remaining, countedAt);
    }
}
