package de.hypersoft.esolutions.onboarding;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.LocationLimits;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Makes a location with its hours and zones as the file describes it, or brings one up to its description. */
@ApplicationScoped
class BrandLocations {

    private final Locations locations;
    private final Event<Changed> changes;
    private final Clock clock;

    @Inject
    BrandLocations(Locations locations, Event<Changed> changes, Clock clock) {
        this.locations = locations;
        this.changes = changes;
        this.clock = clock;
    }

    /** @throws Invalid {@code slug-taken} when the tenant has a location of that name in addresses */
    public Location open(Tenant tenant, LocationDocument document, String place) {
        DocumentPart.at(place + ".slug", () -> Slug.check(document.slug()));
        if (locations.find(tenant.id(), document.slug()).isPresent())
            throw new Invalid("slug-taken", "there is already a location " + document.slug(), place + ".slug");
        LocationParts parts = new LocationParts(document, place);
        LocationDetails details = details(tenant, parts, LocationLimits.DEFAULT);
        Location location = new Location(tenant.id(), document.slug(), details, clock.instant());
        locations.add(location);
        times(tenant, location, parts);
        changes.fire(new Changed(
                Changed.What.LOCATION,
                tenant.id().value(),
                location.id().value(),
                location.id().value()));
        return location;
    }

    /** Single dates stay as they are: the file knows only weeks. */
    public void change(Tenant tenant, Location location, LocationDocument document, String place) {
        LocationParts parts = new LocationParts(document, place);
        location.change(details(tenant, parts, location.limits()));
        times(tenant, location, parts);
    }

    private void times(Tenant tenant, Location location, LocationParts parts) {
        List<OpeningWindow> windows = new ArrayList<>();
        for (int i = 0; i < parts.document().hours().size(); i++)
            parts.hours(i).forEach(span -> windows.add(OpeningWindow.of(location.id(), span)));
        locations.scheduleWeeks(location.id(), windows);
        List<DeliveryZone> zones = new ArrayList<>();
        for (int i = 0; i < parts.document().zones().size(); i++)
            for (DeliveryZone.Terms terms : parts.zones(i, tenant.currency()))
                zones.add(new DeliveryZone(
                        location.id(),
                        terms.postcode(),
                        terms.minimum(),
                        terms.fee(),
                        terms.freeFrom(),
                        terms.leadMinutes()));
        locations.deliverTo(location.id(), zones);
    }

    private static LocationDetails details(Tenant tenant, LocationParts parts, LocationLimits limits) {
        LocationDetails details = parts.details(limits);
        DocumentPart.at("brand.currency", () -> details.fits(tenant.currency()));
        return details;
    }
}
