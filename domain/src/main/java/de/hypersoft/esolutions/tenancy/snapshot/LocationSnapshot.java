package de.hypersoft.esolutions.tenancy.snapshot;

import de.hypersoft.esolutions.kernel.database.Condition;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.hours.OpeningHours;
import java.util.List;

/**
 * A location as it was read, with all that orders are held against; detached, so nothing is changed through it.
 *
 * @param zones in which it delivers, by postcode
 */
public record LocationSnapshot(
        Tenant tenant, Location location, OpeningHours hours, List<DeliveryZone.Terms> zones, Revision revision) {

    /** Changes with the brand, the location, its hours and its zones. */
    public record Revision(int tenant, int location, long beside) {}

    /** What is to hold when an order is stored: nothing of this has changed since it was read. */
    public Condition unchanged() {
        return new Condition(
                "exists (select 1 from tenancy.location l join tenancy.tenant t on t.id = l.tenant_id"
                        + " where l.id = ? and l.version = ? and l.revision = ? and t.version = ?)",
                List.of(location.id().value(), revision.location(), revision.beside(), revision.tenant()));
    }
}
