package de.hypersoft.esolutions.stage;

import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.LocationLimits;
import de.hypersoft.esolutions.testing.Store;

/** A location that chose other limits than the ones it opened with. */
public final class OtherLimits {

    private OtherLimits() {}

    public static void at(Location location, Store store, LocationLimits limits) {
        store.run(() -> {
            Location stored =
                    store.entities().find(Location.class, location.id().value());
            LocationDetails like = stored.details();
            stored.change(new LocationDetails(
                    like.name(),
                    like.street(),
                    like.postcode(),
                    like.city(),
                    like.country(),
                    like.phone(),
                    like.legalName(),
                    like.imprint(),
                    like.zone(),
                    like.cutoff(),
                    like.orderTypes(),
                    like.leadMinutes(),
                    like.mailTo(),
                    like.secondContact(),
                    like.unclaimedAfter(),
                    like.secondContactAfter(),
                    limits));
        });
    }
}
