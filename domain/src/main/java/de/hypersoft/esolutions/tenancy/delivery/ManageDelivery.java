package de.hypersoft.esolutions.tenancy.delivery;

import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where managers say to which postcodes a location delivers, and on which terms. */
@ApplicationScoped
@RetryOnConflict
@Transactional
public class ManageDelivery {

    private final Locations locations;
    private final Tenants tenants;
    private final Audit audit;
    private final Event<Changed> changes;

    @Inject
    ManageDelivery(Locations locations, Tenants tenants, Audit audit, Event<Changed> changes) {
        this.locations = locations;
        this.tenants = tenants;
        this.audit = audit;
        this.changes = changes;
    }

    /** Postcodes with the same terms together, cheapest minimum first. */
    public List<DeliveryArea> areas(Scope scope, LocationId id) {
        Location location = locations.get(scope, id);
        Map<List<Object>, List<DeliveryZone.Terms>> same = new LinkedHashMap<>();
        for (DeliveryZone.Terms terms :
                locations.zones(id, tenants.get(location.tenant()).currency()))
            same.computeIfAbsent(
                            List.of(
                                    terms.minimum(),
                                    terms.fee(),
                                    String.valueOf(terms.freeFrom()),
                                    String.valueOf(terms.leadMinutes())),
                            key -> new ArrayList<>())
                    .add(terms);
        return same.values().stream()
                .map(ManageDelivery::area)
                .sorted((a, b) -> a.minimum().compareTo(b.minimum()))
                .toList();
    }

    /**
     * Sets the terms of these postcodes; one that had others gets these.
     *
     * @param former the postcodes the area had before; those not named any more are no longer delivered to
     * @throws de.hypersoft.esolutions.kernel.Invalid {@code invalid-postcode} on {@code postcodes}
     */
    public void put(Scope scope, Actor by, LocationId id, List<String> former, DeliveryArea area) {
        Location location = locations.get(scope, id);
        area.fits(location.details().country());
        Set<String> gone = new HashSet<>(former);
        gone.addAll(area.postcodes());
        locations.replaceZones(location, gone, area.zones(location));
        record(by, location, "delivery-set", text(area));
    }

    /** @return what was removed, to be set again; empty when none of them was delivered to */
    public List<DeliveryArea> remove(Scope scope, Actor by, LocationId id, List<String> postcodes) {
        Location location = locations.get(scope, id);
        List<DeliveryArea> was = areas(scope, id).stream()
                .map(area -> new Kept(area, postcodes))
                .filter(Kept::any)
                .map(Kept::area)
                .toList();
        if (was.isEmpty()) return was;
        locations.replaceZones(location, new HashSet<>(postcodes), List.of());
        was.forEach(area -> record(by, location, "delivery-removed", text(area)));
        return was;
    }

    /** The part of an area that is meant. */
    private record Kept(DeliveryArea whole, List<String> meant) {
        boolean any() {
            return whole.postcodes().stream().anyMatch(meant::contains);
        }

        DeliveryArea area() {
            return new DeliveryArea(
                    whole.postcodes().stream().filter(meant::contains).toList(),
                    whole.minimum(),
                    whole.fee(),
                    whole.freeFrom(),
                    whole.leadMinutes());
        }
    }

    private static DeliveryArea area(List<DeliveryZone.Terms> same) {
        DeliveryZone.Terms first = same.get(0);
        return new DeliveryArea(
                same.stream().map(DeliveryZone.Terms::postcode).toList(),
                first.minimum(),
                first.fee(),
                first.freeFrom(),
                first.leadMinutes());
    }

    private static String text(DeliveryArea area) {
        return String.join(", ", area.postcodes()) + ": " + area.minimum().decimal() + " / "
                + area.fee().decimal()
                + (area.freeFrom() == null ? "" : " / " + area.freeFrom().decimal())
                + (area.leadMinutes() == null ? "" : " / " + area.leadMinutes() + " min");
    }

    private void record(Actor by, Location location, String action, String detail) {
        audit.record(by, location.tenant().value(), action, location.name(), detail);
        changes.fire(new Changed(
                Changed.What.LOCATION,
                location.tenant().value(),
                location.id().value(),
                location.id().value()));
    }
}
