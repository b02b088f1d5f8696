package de.hypersoft.esolutions.hostnames.shopfront;

import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.delivery.Postcode;
import de.hypersoft.esolutions.tenancy.hours.OpeningHours;
import java.util.List;
import java.util.Optional;

/** One location as guests see it. */
public record ShopLocation(
        LocationId id, String slug, LocationDetails details, OpeningHours hours, List<DeliveryZone.Terms> zones) {

    public ShopLocation {
        zones = List.copyOf(zones);
    }

    /** Terms of delivery to a postcode, in whatever spelling. */
    public Optional<DeliveryZone.Terms> zone(String postcode) {
        return Postcode.of(postcode, details.country()).among(zones);
    }
}
