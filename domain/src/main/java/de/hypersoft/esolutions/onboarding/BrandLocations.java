package de.hypersoft.esolutions.onboarding;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.LocationLimits;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.delivery.Postcode;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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
        LocationDetails details = details(tenant, document, LocationLimits.DEFAULT, place);
        Location location = new Location(tenant.id(), document.slug(), details, clock.instant());
        locations.add(location);
        times(tenant, location, document, place);
        changes.fire(new Changed(
                Changed.What.LOCATION,
                tenant.id().value(),
                location.id().value(),
                location.id().value()));
        return location;
    }

    /** Single dates stay as they are: the file knows only weeks. */
    public void change(Tenant tenant, Location location, LocationDocument document, String place) {
        location.change(details(tenant, document, location.limits(), place));
        times(tenant, location, document, place);
    }

    private void times(Tenant tenant, Location location, LocationDocument document, String place) {
        List<OpeningWindow> windows = new ArrayList<>();
        for (int i = 0; i < document.hours().size(); i++) {
            BrandDocument.Hours hours = document.hours().get(i);
            windows.addAll(DocumentPart.at(place + ".hours[" + i + "]", () -> windows(location.id(), hours)));
        }
        locations.scheduleWeeks(location.id(), windows);
        List<DeliveryZone> zones = new ArrayList<>();
        for (int i = 0; i < document.zones().size(); i++) {
            BrandDocument.Zone zone = document.zones().get(i);
            zones.addAll(DocumentPart.at(
                    place + ".zones[" + i + "]",
                    () -> zones(location.id(), zone, document.country(), tenant.currency())));
        }
        locations.deliverTo(location.id(), zones);
    }

    private static LocationDetails details(
            Tenant tenant, LocationDocument document, LocationLimits limits, String place) {
        ZoneId zone = DocumentPart.at(place + ".timeZone", () -> ZoneId.of(document.timeZone()));
        LocalTime cutoff = DocumentPart.at(place + ".cutoff", () -> LocalTime.parse(document.cutoff()));
        Set<OrderType> types = new TreeSet<>();
        for (int i = 0; i < document.orderTypes().size(); i++) {
            String type = document.orderTypes().get(i);
            types.add(DocumentPart.at(place + ".orderTypes[" + i + "]", () -> OrderType.valueOf(type)));
        }
        LocationDetails details = DocumentPart.within(
                place,
                () -> new LocationDetails(
                        document.name(),
                        document.street(),
                        document.postcode(),
                        document.city(),
                        document.country(),
                        document.phone(),
                        document.legalName(),
                        document.imprint(),
                        zone,
                        cutoff,
                        types,
                        document.leadMinutes(),
                        document.mailTo(),
                        document.secondContact(),
                        Duration.ofSeconds(document.unclaimedAfterSeconds()),
                        Duration.ofSeconds(document.secondContactAfterSeconds()),
                        limits));
        DocumentPart.at("brand.currency", () -> details.fits(tenant.currency()));
        return details;
    }

    private static List<OpeningWindow> windows(LocationId location, BrandDocument.Hours hours) {
        @Nullable OrderType type = hours.orderType() == null ? null : OrderType.valueOf(hours.orderType());
        LocalTime from = LocalTime.parse(hours.from());
        LocalTime until = LocalTime.parse(hours.until());
        return hours.days().stream()
                .map(day -> OpeningWindow.weekly(location, type, DayOfWeek.valueOf(day), from, until))
                .toList();
    }

    private static String checked(String given, String country) {
        String postcode = Postcode.written(given);
        if (postcode.length() > Postcode.LONGEST
                || !Postcode.of(postcode, country).fits())
            throw new Invalid(
                    "invalid-postcode", given + " is no postcode there", "postcodes", Map.of("postcode", given));
        return postcode;
    }

    private static List<DeliveryZone> zones(
            LocationId location, BrandDocument.Zone zone, String country, Currency currency) {
        return zone.postcodes().stream()
                .map(postcode -> checked(postcode, country))
                .map(postcode -> new DeliveryZone(
                        location,
                        postcode,
                        Money.parse(zone.minimum(), currency),
                        Money.parse(zone.fee(), currency),
                        zone.freeFrom() == null ? null : Money.parse(zone.freeFrom(), currency),
                        zone.leadMinutes()))
                .toList();
    }
}
