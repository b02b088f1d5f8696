package de.hypersoft.esolutions.onboarding;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.tenancy.DeliveryZone;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.LocationLimits;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.OpeningWindow;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.Postcode;
import de.hypersoft.esolutions.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a location with its hours and zones, or brings it up to its document. */
@ApplicationScoped
class Branches {

    private final Locations locations;
    private final Clock clock;

    @SuppressWarnings("NullAway")
    protected Branches() { // CDI
        this(null, null);
    }

    @Inject
    Branches(Locations locations, Clock clock) {
        this.locations = locations;
        this.clock = clock;
    }

    public LocationId bring(Tenant tenant, BrandDocument.Branch branch) {
        Location location = locations.find(tenant.id(), branch.slug()).orElse(null);
        LocationDetails details = details(branch, location == null ? LocationLimits.DEFAULT : location.limits());
        details.fits(tenant.currency());
        if (location == null) {
            location = new Location(tenant.id(), branch.slug(), details, clock.instant());
            locations.add(location);
        } else {
            location.change(details);
        }
        LocationId id = location.id();
        locations.schedule(
                location,
                branch.hours().stream().flatMap(h -> windows(id, h).stream()).toList());
        locations.deliverTo(
                id,
                branch.zones().stream()
                        .flatMap(z -> zones(id, z, branch.country(), tenant.currency()).stream())
                        .toList());
        return id;
    }

    private static LocationDetails details(BrandDocument.Branch branch, LocationLimits limits) {
        return new LocationDetails(
                branch.name(),
                branch.street(),
                branch.postcode(),
                branch.city(),
                branch.country(),
                branch.phone(),
                branch.legalName(),
                branch.imprint(),
                ZoneId.of(branch.timeZone()),
                LocalTime.parse(branch.cutoff()),
                branch.orderTypes().stream().map(OrderType::valueOf).collect(Collectors.toSet()),
                branch.leadMinutes(),
                branch.mailTo(),
                branch.secondContact(),
                Duration.ofSeconds(branch.unclaimedAfterSeconds()),
                Duration.ofSeconds(branch.secondContactAfterSeconds()),
                limits);
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
