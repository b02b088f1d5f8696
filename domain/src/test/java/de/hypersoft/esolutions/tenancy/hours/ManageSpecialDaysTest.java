package de.hypersoft.esolutions.tenancy.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.ManageLocations;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ManageSpecialDaysTest {

    private static final Actor MIA = Actor.user("7", "Mia");
    private static final LocalDate CHRISTMAS_EVE = LocalDate.of(2026, 12, 24); // a Thursday

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T23:30:00Z"); // in Berlin it is the 23rd already
    private final Locations locations;
    private final Audit audit;
    private final ManageSpecialDays specialDays;
    private final Location location;
    private final Scope scope;

    ManageSpecialDaysTest(Store store) {
        this.store = store;
        this.locations = new Locations(store.entities());
        this.audit = new Audit(store.entities(), clock);
        this.specialDays = new ManageSpecialDays(locations, audit, new Told<Changed>(), clock);
        this.location = TestLocations.open(store, clock.instant());
        this.scope = Scope.all(location.tenant());
        store.run(() -> locations.scheduleWeeks(
                location.id(),
                List.of(OpeningWindow.weekly(
                        location.id(), null, DayOfWeek.THURSDAY, LocalTime.of(11, 0), LocalTime.of(22, 0)))));
    }

    @Test
    void T21_a_closed_day_closes_its_weekday_on_that_date_only() {
        put(CHRISTMAS_EVE, null);

        assertThat(openAt("2026-12-24T12:00:00Z", OrderType.PICKUP)).isFalse();
        assertThat(openAt("2026-12-17T12:00:00Z", OrderType.PICKUP)).isTrue();
        assertThat(openAt("2026-12-31T12:00:00Z", OrderType.PICKUP)).isTrue();
    }

    @Test
    void T21_other_hours_replace_the_weekdays_and_may_end_after_midnight() {
        put(CHRISTMAS_EVE, null, hours(9, 14), hours(20, 1));

        assertThat(openAt("2026-12-24T08:30:00Z", OrderType.PICKUP)).isTrue();
        assertThat(openAt("2026-12-24T15:00:00Z", OrderType.PICKUP)).isFalse();
        assertThat(openAt("2026-12-24T23:30:00Z", OrderType.PICKUP)).isTrue();
        assertThat(openAt("2026-12-25T00:30:00Z", OrderType.PICKUP)).isFalse();
    }

    @Test
    void a_day_for_delivery_leaves_pickup_as_it_is_every_week() {
        put(CHRISTMAS_EVE, OrderType.DELIVERY);

        assertThat(openAt("2026-12-24T12:00:00Z", OrderType.DELIVERY)).isFalse();
        assertThat(openAt("2026-12-24T12:00:00Z", OrderType.PICKUP)).isTrue();
    }

    @Test
    void setting_a_day_again_replaces_it_and_the_weekly_form_leaves_it_alone() {
        put(CHRISTMAS_EVE, null, hours(9, 14));
        put(CHRISTMAS_EVE, null, hours(10, 12));

        assertThat(upcoming()).singleElement().extracting(SpecialDay::text).isEqualTo("10:00-12:00");

        ManageLocations whole =
                new ManageLocations(new Tenants(store.entities()), locations, audit, new Told<Changed>());
        store.run(() -> whole.change(scope, MIA, location.id(), location.details(), List.of()));
        assertThat(upcoming()).hasSize(1);
        assertThat(openAt("2026-12-24T09:30:00Z", OrderType.PICKUP)).isTrue();
        assertThat(openAt("2026-12-17T12:00:00Z", OrderType.PICKUP)).isFalse();
    }

    @Test
    void a_removed_day_is_handed_back_so_that_it_can_be_set_again() {
        put(CHRISTMAS_EVE, null, hours(9, 14));

        Optional<SpecialDay> removed =
                store.in(() -> specialDays.remove(scope, MIA, location.id(), CHRISTMAS_EVE, null));

        assertThat(upcoming()).isEmpty();
        assertThat(openAt("2026-12-24T16:00:00Z", OrderType.PICKUP)).isTrue();
        store.run(() -> specialDays.put(scope, MIA, location.id(), removed.orElseThrow()));
        assertThat(upcoming()).singleElement().extracting(SpecialDay::text).isEqualTo("09:00-14:00");
        assertThat(store.in(() -> specialDays.remove(scope, MIA, location.id(), CHRISTMAS_EVE, OrderType.PICKUP)))
                .as("the day is for every order type, not for pickup")
                .isEmpty();
        assertThat(upcoming()).hasSize(1);
    }

    @Test
    void who_set_and_removed_a_day_stands_in_the_audit_log() {
        put(CHRISTMAS_EVE, null);
        clock.advance(Duration.ofSeconds(1));
        store.run(() -> specialDays.remove(scope, MIA, location.id(), CHRISTMAS_EVE, null));

        assertThat(store.in(() -> audit.newest(location.tenant().value(), 0, 10)))
                .extracting(Audit.Line::actor, Audit.Line::action, Audit.Line::detail)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Mia", "special-day-removed", "2026-12-24 geschlossen"),
                        org.assertj.core.groups.Tuple.tuple("Mia", "special-day-set", "2026-12-24 geschlossen"));
    }

    @Test
    void what_cannot_be_right_is_refused_at_its_field() {
        refused("date", "date-in-past", LocalDate.of(2026, 11, 22));
        refused("date", "out-of-range", LocalDate.of(2029, 1, 1));
        put(LocalDate.of(2026, 11, 23), null); // today, there
        assertThatThrownBy(() -> new SpecialDay(CHRISTMAS_EVE, null, List.of(hours(9, 14), hours(13, 15))))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.code()).isEqualTo("hours-overlap"));
        assertThatThrownBy(() -> new SpecialDay(CHRISTMAS_EVE, null, List.of(hours(20, 2), hours(22, 23))))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.code()).isEqualTo("hours-overlap"));
    }

    @Test
    void T49_another_tenants_location_and_one_outside_the_scope_are_not_found() {
        SpecialDay day = new SpecialDay(CHRISTMAS_EVE, null, List.of());
        Scope stranger = Scope.all(TestLocations.open(store, clock.instant()).tenant());
        Scope elsewhere = Scope.only(location.tenant(), Set.of());

        for (Scope other : List.of(stranger, elsewhere)) {
            assertThatThrownBy(() -> store.run(() -> specialDays.put(other, MIA, location.id(), day)))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(
                            () -> store.run(() -> specialDays.remove(other, MIA, location.id(), CHRISTMAS_EVE, null)))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> store.in(() -> specialDays.upcoming(other, location.id())))
                    .isInstanceOf(NotFound.class);
        }
    }

    private void refused(String field, String code, LocalDate date) {
        assertThatThrownBy(() -> put(date, null)).isInstanceOfSatisfying(Invalid.class, e -> {
            assertThat(e.field()).isEqualTo(field);
            assertThat(e.code()).isEqualTo(code);
        });
    }

    private void put(LocalDate date, @Nullable OrderType type, SpecialDay.Hours... hours) {
        store.run(() -> specialDays.put(scope, MIA, location.id(), new SpecialDay(date, type, List.of(hours))));
    }

    private List<SpecialDay> upcoming() {
        return store.in(() -> specialDays.upcoming(scope, location.id()));
    }

    private boolean openAt(String instant, OrderType type) {
        return store.in(() -> locations.hours(location)).isOpen(Instant.parse(instant), type);
    }

    private static SpecialDay.Hours hours(int from, int until) {
        return new SpecialDay.Hours(LocalTime.of(from, 0), LocalTime.of(until, 0));
    }
}
