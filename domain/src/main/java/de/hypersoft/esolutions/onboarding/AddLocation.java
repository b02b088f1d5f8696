package de.hypersoft.esolutions.onboarding;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Gives a customer one more location. For hosting staff. */
@ApplicationScoped
@Transactional
public class AddLocation {

    private final Tenants tenants;
    private final Locations locations;
    private final Audit audit;
    private final Event<Changed> changes;
    private final Clock clock;

    @Inject
    AddLocation(Tenants tenants, Locations locations, Audit audit, Event<Changed> changes, Clock clock) {
        this.tenants = tenants;
        this.locations = locations;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * @param weekly its weekly hours for all order types; none for closed
     * @throws Invalid {@code slug-taken}, {@code invalid-slug} on {@code slug}; {@code currency-of-country}
     */
    @RetryOnConflict
    public LocationId add(
            Caller by, TenantId id, String slug, LocationDetails details, List<OpeningWindow.Span> weekly) {
        by.requireStaff();
        Tenant tenant = tenants.get(id);
        Slug.check(slug);
        if (locations.find(id, slug).isPresent())
            throw new Invalid("slug-taken", "there is already a location " + slug, "slug");
        details.fits(tenant.currency());
        Location made = new Location(id, slug, details, clock.instant());
        locations.add(made);
        locations.scheduleWeeks(
                made.id(),
                weekly.stream().map(span -> OpeningWindow.of(made.id(), span)).toList());
        audit.record(by.actor(), id.value(), "location-added", made.name(), slug);
        changes.fire(new Changed(
                Changed.What.LOCATION, id.value(), made.id().value(), made.id().value()));
        return made.id();
    }
}
