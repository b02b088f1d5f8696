package de.hypersoft.esolutions.tenancy.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnBothDatabases
class PauseOrderingTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-27T18:00:00Z");
    private final Location location;
    private final Told<Changed> changes = new Told<>();
    private final PauseOrdering pausing;
    private final Actor mia = Actor.user("mia", "Mia");

    PauseOrderingTest(Store store) {
        this.store = store;
        this.location = WaitingOrder.at(store, clock.instant(), null);
        this.pausing = new PauseOrdering(
                new Locations(store.entities()), store.entities(), new Audit(store.entities(), clock), changes, clock);
    }

    @Test
    void a_pause_of_half_an_hour_ends_by_itself() {
        pause(PauseOrdering.Length.MINUTES_30);

        assertThat(pauseNow()).hasValueSatisfying(pause -> {
            assertThat(pause.until()).isEqualTo(Instant.parse("2026-11-27T18:30:00Z"));
            assertThat(pause.by()).isEqualTo("Mia");
        });
        assertThat(changes.events()).extracting(Changed::what).containsExactly(Changed.What.LOCATION);
        clock.advance(Duration.ofMinutes(30));
        assertThat(pauseNow()).isEmpty();
    }

    @Test
    void whoever_ends_it_is_in_the_log_of_acts_as_whoever_began_it() {
        pause(PauseOrdering.Length.OPEN_END);
        clock.advance(Duration.ofDays(3));
        assertThat(pauseNow())
                .hasValueSatisfying(pause -> assertThat(pause.end()).isEmpty());

        store.run(() -> pausing.resume(new Scope.Brand(location.tenant()), mia, location.id()));
        store.run(() -> pausing.resume(new Scope.Brand(location.tenant()), mia, location.id()));

        assertThat(pauseNow()).isEmpty();
        assertThat(acts()).containsExactly("orders-paused OPEN_END", "orders-resumed ");
    }

    @Test
    void until_the_next_day_means_when_it_opens_then() {
        store.run(() -> new Locations(store.entities())
                .scheduleWeekly(
                        location.id(),
                        List.of(OpeningWindow.weekly(
                                location.id(), null, DayOfWeek.SUNDAY, LocalTime.of(11, 30), LocalTime.of(22, 0)))));

        pause(PauseOrdering.Length.NEXT_DAY);

        assertThat(pauseNow()).hasValueSatisfying(pause -> assertThat(pause.until())
                .as("it is Friday, and Saturday is a day off")
                .isEqualTo(Instant.parse("2026-11-29T10:30:00Z")));
    }

    /** Saturday in Berlin, half past midnight, at five, and at seven. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-27T23:30:00Z, 2026-11-28T10:30:00Z",
        "2026-11-28T04:00:00Z, 2026-11-28T10:30:00Z",
        "2026-11-28T06:00:00Z, 2026-11-29T10:30:00Z",
        "2026-11-28T12:00:00Z, 2026-11-29T10:30:00Z"
    })
    void a_night_belongs_to_the_evening_before_it(Instant now, Instant end) {
        store.run(() -> new Locations(store.entities())
                .scheduleWeekly(
                        location.id(),
                        Arrays.stream(DayOfWeek.values())
                                .map(day -> OpeningWindow.weekly(
                                        location.id(), null, day, LocalTime.of(11, 30), LocalTime.of(2, 0)))
                                .toList()));
        clock.advance(Duration.between(clock.instant(), now));

        pause(PauseOrdering.Length.NEXT_DAY);

        assertThat(pauseNow())
                .hasValueSatisfying(pause -> assertThat(pause.until()).isEqualTo(end));
    }

    @Test
    void an_end_that_nobody_brought_about_is_in_the_log_of_acts_once() {
        pause(PauseOrdering.Length.MINUTES_15);
        ends();
        assertThat(acts()).containsExactly("orders-paused MINUTES_15");
        clock.advance(Duration.ofMinutes(15));

        ends();
        ends();

        assertThat(acts()).containsExactly("orders-paused MINUTES_15", "orders-resumed ");
        assertThat(store.in(() -> new Audit(store.entities(), clock)
                        .newest(location.tenant().value(), 0, 1)))
                .singleElement()
                .satisfies(line -> assertThat(line.actorKind()).isEqualTo("SYSTEM"));
        assertThat(pauseNow()).isEmpty();
        pause(PauseOrdering.Length.OPEN_END);
        clock.advance(Duration.ofDays(400));
        ends();
        assertThat(pauseNow()).isPresent();
    }

    private void ends() {
        store.run(() -> pausing.noteEnds(1_000));
    }

    @Test
    void where_it_never_opens_again_nobody_can_wait_for_that() {
        assertThatThrownBy(() -> pause(PauseOrdering.Length.NEXT_DAY))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.code()).isEqualTo("no-next-opening"));
        assertThat(pauseNow()).isEmpty();
    }

    @Test
    void nobody_pauses_a_location_that_is_not_theirs() {
        Scope none = new Scope.Places(location.tenant(), Set.of());

        assertThatThrownBy(
                        () -> store.run(() -> pausing.pause(none, mia, location.id(), PauseOrdering.Length.MINUTES_15)))
                .isInstanceOf(NotFound.class);
        assertThat(pauseNow()).isEmpty();
    }

    private void pause(PauseOrdering.Length length) {
        store.run(() -> pausing.pause(new Scope.Brand(location.tenant()), mia, location.id(), length));
    }

    private Optional<Pause> pauseNow() {
        return store.in(() -> {
            Locations locations = new Locations(store.entities());
            return locations.hours(locations.get(location.id())).pauseAt(clock.instant());
        });
    }

    private List<String> acts() {
        return store.in(() -> store.entities()
                .createNativeQuery(
                        "select a.action || ' ' || a.detail from kernel.audit_entry a where a.tenant_id = :tenant"
                                + " order by a.id",
                        String.class)
                .setParameter("tenant", location.tenant().value())
                .getResultStream()
                .map(String.class::cast)
                .toList());
    }
}
