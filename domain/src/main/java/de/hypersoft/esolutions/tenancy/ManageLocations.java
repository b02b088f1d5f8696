package de.hypersoft.esolutions.tenancy;

import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Where managers change what is said about a location: address, zone, cut-off, weekly hours, mail addresses. */
@ApplicationScoped
@Transactional
public class ManageLocations {

    private final Tenants tenants;
    private final Locations locations;
    private final Audit audit;
    private final Event<Changed> changes;

    @Inject
    public ManageLocations(Tenants tenants, Locations locations, Audit audit, Event<Changed> changes) {
        this.tenants = tenants;
        this.locations = locations;
        this.audit = audit;
        this.changes = changes;
    }

    /**
     * @param weekly the weekly windows for all order types; those of one order type and of single dates stay as they are
     */
    public void change(Scope scope, Actor by, LocationId id, LocationDetails details, List<OpeningWindow.Span> weekly) {
        Location location = locations.get(scope, id);
        details.fits(tenants.get(location.tenant()).currency());
        location.change(details);
        locations.scheduleWeekly(
                id, weekly.stream().map(span -> OpeningWindow.of(id, span)).toList());
        audit.record(by, location.tenant().value(), "location-changed", location.name(), "");
        changes.fire(new Changed(Changed.What.LOCATION, location.tenant().value(), id.value(), id.value()));
    }

    /** For every order type, every week. */
    public static boolean isWeekly(OpeningWindow.Span span) {
        return span.type() == null && span.weekday() != null;
    }
}
