package de.hypersoft.esolutions.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is read of all locations at once is what each says of itself. */
@OnBothDatabases
class LocationsTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
    private final Locations locations;
    private final Location open;
    private final Location plain;

    LocationsTest(Store store) {
        this.store = store;
        this.locations = new Locations(store.entities());
        this.open = TestLocations.open(store, clock.instant());
        this.plain = TestLocations.open(store, clock.instant());
    }

    @Test
    void all_locations_of_all_brands_are_listed_each_once() {
        assertThat(store.in(() -> locations.all().stream().map(Location::id).toList()))
                .contains(open.id(), plain.id())
                .doesNotHaveDuplicates();
    }

    @Test
    void the_windows_of_a_location_stand_under_it_and_one_without_has_none() {
        store.run(
                () -> locations.scheduleWeekly(open.id(), List.of(window(DayOfWeek.MONDAY), window(DayOfWeek.FRIDAY))));

        assertThat(store.in(() -> locations.windowsOf(open.tenant())))
                .doesNotContainKey(plain.id())
                .hasEntrySatisfying(open.id(), windows -> assertThat(windows)
                        .containsExactlyInAnyOrder(
                                window(DayOfWeek.MONDAY).span(),
                                window(DayOfWeek.FRIDAY).span()));
    }

    @Test
    void the_zones_of_a_location_stand_under_it_by_postcode() {
        store.run(() -> locations.replaceZones(open, Set.of(), List.of(zone("10969", 390), zone("10115", 190))));

        assertThat(store.in(() -> locations.zonesOf(open.tenant())))
                .doesNotContainKey(plain.id())
                .hasEntrySatisfying(open.id(), zones -> assertThat(zones)
                        .extracting(DeliveryZone::postcode)
                        .containsExactly("10115", "10969"));
    }

    private OpeningWindow window(DayOfWeek day) {
        return OpeningWindow.weekly(open.id(), null, day, LocalTime.of(11, 0), LocalTime.of(22, 0));
    }

    private DeliveryZone zone(String postcode, long fee) {
        return new DeliveryZone(open.id(), postcode, Money.of(2000, "EUR"), Money.of(fee, "EUR"), null);
    }
}
