package de.hypersoft.esolutions.tenancy.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import de.hypersoft.esolutions.tenancy.hours.Pause;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import jakarta.persistence.Query;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class LocationSnapshotsTest {

    private static final Money NONE = Money.of(0, "EUR");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-12-01T18:00:00Z");
    private final Location location;
    private final Locations locations;
    private final LocationSnapshots kept;

    LocationSnapshotsTest(Store store) {
        this.store = store;
        this.location = TestLocations.open(store, clock.instant());
        this.locations = new Locations(store.entities());
        this.kept = Snapshots.of(store, clock);
    }

    @Test
    void each_kind_of_change_is_seen_a_second_later_and_makes_the_copy_of_before_worthless_at_once() {
        changes().forEach((what, change) -> {
            LocationSnapshot before = read();
            assertThat(holds(before)).as(what).isTrue();

            store.run(change);

            assertThat(holds(before)).as(what).isFalse();
            assertThat(read()).as(what).isSameAs(before);
            clock.advance(Duration.ofSeconds(1));
            assertThat(holds(read())).as(what).isTrue();
        });
    }

    @Test
    void within_a_second_nothing_is_asked_and_then_one_look_tells_that_nothing_has_changed() {
        LocationSnapshot first = read();

        assertThat(store.statementsIn(this::read)).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(store.statementsIn(() -> assertThat(read()).isSameAs(first))).isOne();
    }

    @Test
    void what_changes_on_this_node_is_seen_at_once() {
        LocationSnapshot before = read();
        store.run(() -> locations.deliverTo(location.id(), List.of(zone("10117"))));

        kept.changed(new Changed(
                Changed.What.LOCATION,
                location.tenant().value(),
                location.id().value(),
                location.id().value()));

        assertThat(before.zones()).isEmpty();
        assertThat(read().zones()).extracting(DeliveryZone.Terms::postcode).containsExactly("10117");
    }

    @Test
    void what_was_made_sure_of_within_two_seconds_is_at_hand_without_a_question() {
        assertThat(kept.lately(location.tenant(), location.slug())).isEmpty();
        LocationSnapshot known = read();

        clock.advance(Duration.ofMillis(1_999));
        assertThat(store.statementsIn(() -> assertThat(kept.lately(location.tenant(), location.slug()))
                        .containsSame(known)))
                .isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(kept.lately(location.tenant(), location.slug())).isEmpty();
    }

    @Test
    void who_found_it_outdated_has_it_read_again() {
        LocationSnapshot before = read();
        store.run(() -> locations.deliverTo(location.id(), List.of(zone("10117"))));

        kept.forget(before);

        assertThat(read().zones()).hasSize(1);
    }

    @Test
    void another_tenant_s_location_is_unknown_though_it_is_in_memory() {
        read();
        Location stranger = TestLocations.open(store, clock.instant());

        assertThatThrownBy(() -> store.run(() -> kept.of(stranger.tenant(), location.slug())))
                .isInstanceOf(Locations.UnknownLocation.class);
    }

    private Map<String, Runnable> changes() {
        Map<String, Runnable> changes = new LinkedHashMap<>();
        OpeningWindow monday =
                OpeningWindow.weekly(location.id(), null, DayOfWeek.MONDAY, LocalTime.of(11, 0), LocalTime.of(22, 0));
        OpeningWindow tuesday =
                OpeningWindow.weekly(location.id(), null, DayOfWeek.TUESDAY, LocalTime.of(11, 0), LocalTime.of(22, 0));
        changes.put("hours of every week", () -> locations.scheduleWeekly(location.id(), List.of(monday)));
        changes.put("hours of all order types", () -> locations.scheduleWeeks(location.id(), List.of(tuesday)));
        changes.put(
                "a holiday", () -> locations.replaceDay(location.id(), LocalDate.parse("2026-12-24"), null, List.of()));
        changes.put("all zones", () -> locations.deliverTo(location.id(), List.of(zone("10115"))));
        changes.put("one zone", () -> locations.replaceZones(managed(), Set.of("10117"), List.of(zone("10117"))));
        changes.put("a pause", () -> managed().pause(new Pause(clock.instant(), null, "Mia")));
        changes.put("emergency mode", () -> managed().enterEmergency("Mia", clock.instant()));
        changes.put("the brand", () -> tenant().rebrand("Another name", "#225522", "en"));
        return changes;
    }

    private Location managed() {
        return locations.get(location.id());
    }

    private Tenant tenant() {
        return new Tenants(store.entities()).get(location.tenant());
    }

    private DeliveryZone zone(String postcode) {
        return new DeliveryZone(location.id(), postcode, NONE, NONE, null, null);
    }

    private LocationSnapshot read() {
        return store.running()
                ? kept.of(location.tenant(), location.slug())
                : store.in(() -> kept.of(location.tenant(), location.slug()));
    }

    private boolean holds(LocationSnapshot snapshot) {
        return store.in(() -> {
            Query query = store.entities()
                    .createNativeQuery(
                            "select count(*) where " + snapshot.unchanged().sql());
            List<Object> values = snapshot.unchanged().values();
            for (int i = 0; i < values.size(); i++) query.setParameter(i + 1, values.get(i));
            return ((Number) query.getSingleResult()).longValue() == 1;
        });
    }
}
