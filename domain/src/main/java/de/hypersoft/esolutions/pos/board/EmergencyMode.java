package de.hypersoft.esolutions.pos.board;

import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/**
 * Emergency mode (Notbetrieb) of a location: while on, claims are answered empty and orders are worked from the portal.
 * Ticking single orders works without it.
 */
@ApplicationScoped
@Transactional
public class EmergencyMode {

    private final Locations locations;
    private final EntityManager entities;
    private final Audit audit;
    private final Event<Changed> changes;
    private final Clock clock;

    @Inject
    public EmergencyMode(
            Locations locations, EntityManager entities, Audit audit, Event<Changed> changes, Clock clock) {
        this.locations = locations;
        this.entities = entities;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    public void switchOn(Scope scope, Actor by, LocationId id) {
        Location location = locked(scope, id);
        location.enterEmergency(by.name(), clock.instant());
        tell(location, by, "emergency-on");
    }

    /** From here on the waiting orders go to the till. */
    public void switchOff(Scope scope, Actor by, LocationId id) {
        Location location = locked(scope, id);
        location.leaveEmergency();
        tell(location, by, "emergency-off");
    }

    /**
     * Numbers of the orders that will go to the till when the mode is switched off, oldest first, at most 200. What is too
     * old goes to none before a person decided.
     */
    public List<String> waiting(Scope scope, LocationId id) {
        Location location = covered(scope, id);
        return entities.createQuery(
                        "select o.number from TransferRow t, Order o where o.id = t.order"
                                + " and t.waitingLocation = :location and t.ageFrom > :oldest order by t.placedAt",
                        String.class)
                .setParameter("oldest", clock.instant().minus(location.limits().askBeforeHandover()))
                .setParameter("location", location.id().value())
                .setMaxResults(200)
                .getResultList();
    }

    /** Locked: of two who press the switch at the same moment neither is told to try again. */
    private Location locked(Scope scope, LocationId id) {
        entities.find(Location.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        return covered(scope, id);
    }

    private Location covered(Scope scope, LocationId id) {
        Location location = locations.get(scope.tenant(), id);
        if (!scope.covers(location.tenant(), location.id())) throw new Locations.UnknownLocation(id.toString());
        return location;
    }

    private void tell(Location location, Actor by, String action) {
        audit.record(by, location.tenant().value(), action, location.name(), "");
        for (Changed.What what : List.of(Changed.What.LOCATION, Changed.What.ORDER_WAITING))
            changes.fire(new Changed(
                    what,
                    location.tenant().value(),
                    location.id().value(),
                    location.id().value()));
    }
}
