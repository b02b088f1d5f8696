package de.hypersoft.esolutions.catalog;

import de.hypersoft.esolutions.catalog.availability.Availabilities;
import de.hypersoft.esolutions.catalog.availability.AvailabilityRows;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.Store;
import java.time.Clock;
import java.util.List;

/**
 * A location of its own for one test, with a menu that guests see.
 *
 * @param menus what they see of it
 * @param availabilities what of it is there
 */
public record StockedLocation(Location location, Menus menus, Availabilities availabilities) {

    /**
     * @param groups as {@link Catalogues#group} writes them
     * @param articles as {@link Catalogues#article} writes them
     */
    public static StockedLocation open(Store store, HandClock clock, List<String> groups, List<String> articles) {
        Told<Changed> told = new Told<>();
        MenuVersions versions = new MenuVersions(store.entities(), clock, told);
        Menus menus = new Menus(versions, clock);
        Location location = TestLocations.open(store, clock.instant());
        store.run(() -> {
            versions.stage(
                    location.tenant(), location.id(), Catalogues.document(Catalogues.full("v1", groups, articles)));
            versions.publish(location.id());
        });
        Availabilities availabilities = new Availabilities(
                new AvailabilityRows(store.entities()), menus, new Locations(store.entities()), clock, told);
        return new StockedLocation(location, menus, availabilities);
    }

    /** Another node shows another menu: this one is not told. */
    public void publishElsewhere(Store store, List<String> articles) {
        MenuVersions versions = new MenuVersions(store.entities(), Clock.systemUTC(), new Told<>());
        store.run(() -> {
            versions.stage(
                    location.tenant(), location.id(), Catalogues.document(Catalogues.full("v2", List.of(), articles)));
            versions.publish(location.id());
        });
    }
}
