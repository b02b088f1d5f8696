package de.hypersoft.esolutions.sync.held;

import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A load that guests do not see until a person has looked, and what they would miss.
 *
 * <p>Its life: open; then released, discarded, or replaced by a newer load of the location. What it says never changes;
 * it is closed by conditional updates of {@link HeldLoads} only.
 */
@Entity
@Table(schema = "sync", name = "held_load")
public class HeldLoad {

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenant;

    @Column(name = "location_id")
    private UUID location;

    @Column(name = "open_location")
    private @Nullable UUID openLocation;

    @Column(name = "notice_id")
    private UUID notice;

    private String version;

    @Column(name = "first_menu")
    private boolean first;

    @Column(name = "on_sale")
    private int onSale;

    private int missing;
    private String dishes;

    @Column(name = "held_at")
    private Instant heldAt;

    @SuppressWarnings("NullAway")
    protected HeldLoad() {} // JPA

    /** @param notice what the location was written about before, or null to write now */
    public HeldLoad(
            UUID id,
            TenantId tenant,
            LocationId location,
            String version,
            Loss loss,
            @Nullable UUID notice,
            Instant now) {
        this.id = id;
        this.tenant = tenant.value();
        this.location = location.value();
        this.openLocation = location.value();
        this.notice = notice == null ? Uuid7.at(now) : notice;
        this.version = version;
        this.first = loss.first();
        this.onSale = loss.onSale();
        this.missing = loss.dishes().size();
        this.dishes = Json.write(new Dishes(loss.dishes()));
        this.heldAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID notice() {
        return notice;
    }

    public List<Loss.Dish> dishes() {
        return Json.read(dishes, Dishes.class).dishes();
    }

    DecideHeldLoads.Held view() {
        return new DecideHeldLoads.Held(id, new LocationId(location), version, first, onSale, missing, heldAt);
    }

    /** Public because JSON-B instantiates it by reflection. */
    public record Dishes(List<Loss.Dish> dishes) {}
}
