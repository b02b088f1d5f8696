package de.hypersoft.esolutions.stage;

import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.testing.Store;
import java.time.LocalTime;

/** A location that stands elsewhere, or ends its day at another time, than when it opened. */
public final class MovedLocation {

    private MovedLocation() {}

    public static void to(String country, LocalTime cutoff, Location location, Store store) {
        store.run(() -> {
            Location stored =
                    store.entities().find(Location.class, location.id().value());
            LocationDetails like = stored.details();
            stored.change(new LocationDetails(
                    like.name(),
                    like.street(),
                    like.postcode(),
                    like.city(),
                    country,
                    like.phone(),
                    like.legalName(),
                    like.imprint(),
                    like.zone(),
                    cutoff,
                    like.orderTypes(),
                    like.leadMinutes(),
                    like.mailTo(),
                    like.secondContact(),
                    like.unclaimedAfter(),
                    like.secondContactAfter(),
                    like.limits()));
        });
    }
}
