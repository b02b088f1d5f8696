package de.hypersoft.esolutions.catalog;

import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.LocationLimits;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Set;
import java.util.UUID;

/** A fresh brand with a fresh location for one test. */
public final class TestLocations {

    private TestLocations() {}

    public static Location open(Store store, Instant now) {
        return store.in(() -> {
            Tenant tenant = new Tenant(
                    "brand-" + UUID.randomUUID(), "Brand", Currency.getInstance("EUR"), "#2f6b3a", "de", now);
            store.entities().persist(tenant);
            return another(store, tenant, now);
        });
    }

    /** Inside a running transaction. */
    public static Location another(Store store, Tenant tenant, Instant now) {
        Location location = new Location(tenant.id(), "location-" + UUID.randomUUID(), details(), now);
        store.entities().persist(location);
        return location;
    }

    private static LocationDetails details() {
        return new LocationDetails(
                "Mitte",
                "Lindenstraße 1",
                "10969",
                "Berlin",
                "DE",
                "030 1234",
                "Linde GmbH",
                "",
                ZoneId.of("Europe/Berlin"),
                LocalTime.of(6, 0),
                Set.of(OrderType.PICKUP, OrderType.DELIVERY),
                20,
                "mitte@linde.example",
                null,
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                LocationLimits.DEFAULT);
    }
}
