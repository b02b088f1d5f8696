package de.hypersoft.esolutions.catalog;

import de.hypersoft.esolutions.catalog.availability.AvailabilityCounter;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.testing.Store;
import java.time.Instant;

/** What a till says is left of a dish, for tests of other features. */
public final class Portions {

    private Portions() {}

    public static void left(Store store, Location location, String article, int left, Instant now) {
        store.run(() -> store.entities()
                .persist(new AvailabilityCounter(location.tenant(), location.id(), article, left, now)));
    }

    /** How many are left of it as the database knows. */
    public static int of(Store store, Location location, String article) {
        return store.in(() -> store.entities()
                .createQuery(
                        "select c.remaining from AvailabilityCounter c where c.location = :l and c.article = :a",
                        Integer.class)
                .setParameter("l", location.id().value())
                .setParameter("a", article)
                .getSingleResult());
    }
}
