package de.hypersoft.esolutions.closing;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.database.ClusterLock;
import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.pos.PosTransfer;
import de.hypersoft.esolutions.pos.report.OrderBooked;
import de.hypersoft.esolutions.stage.MovedLocation;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class DayEndTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z"); // 19:00 in Berlin
    private final Location location;
    private final CloseDays days;
    private final OpenDay listener;

    DayEndTest(Store store) {
        this.store = store;
        this.location = WaitingOrder.at(store, clock.instant(), null);
        this.days = Transactions.around(store, new CloseDays(store.entities(), new Locations(store.entities())));
        this.listener = new OpenDay(store.entities(), new Locations(store.entities()));
    }

    @BeforeEach
    void every_location_is_planned() {
        runOut(node(0));
    }

    @Test
    void a_new_location_waits_for_its_first_cutoff() {
        assertThat(runs()).isEmpty();

        at("2026-11-23T04:59:59Z");
        assertThat(runs()).isEmpty();

        at("2026-11-23T05:00:00Z");
        assertThat(runs()).singleElement().satisfies(run -> {
            assertThat(run.boundary()).isEqualTo("2026-11-23T05:00:00Z");
            assertThat(run.missedDays()).isZero();
        });
    }

    @Test
    void T40_the_first_booking_after_the_cutoff_opens_the_day_and_without_one_there_is_none() {
        at("2026-11-23T05:00:00Z");
        assertThat(days()).isEmpty();

        at("2026-11-23T10:00:00Z");
        book(Instant.parse("2026-11-23T10:00:00Z"));
        book(Instant.parse("2026-11-23T11:00:00Z"));
        at("2026-11-24T05:00:00Z");
        at("2026-11-25T05:00:00Z");

        assertThat(days()).singleElement().satisfies(day -> {
            assertThat(day.date()).isEqualTo("2026-11-23");
            assertThat(day.firstBooking()).isEqualTo("2026-11-23T10:00:00Z");
            assertThat(day.firstReceived()).isEqualTo("2026-11-23T10:00:00Z");
            assertThat(day.bookings()).isEqualTo(2);
            assertThat(day.closedAt()).isEqualTo("2026-11-24T05:00:00Z");
        });
    }

    @Test
    void T40_a_till_that_reports_late_counts_for_the_open_day_and_a_wrong_clock_for_none_to_come() {
        at("2026-11-23T05:30:00Z");
        book(Instant.parse("2026-11-23T04:30:00Z"));
        book(Instant.parse("2031-01-01T00:00:00Z"));
        book(null);

        assertThat(days()).singleElement().satisfies(day -> {
            assertThat(day.date()).isEqualTo("2026-11-23");
            assertThat(day.bookings()).isEqualTo(3);
            assertThat(day.late()).isEqualTo(1);
            assertThat(day.lateFrom()).containsExactly(new CloseDays.Late(LocalDate.parse("2026-11-22"), 1));
            assertThat(day.closedAt()).isNull();
        });
    }

    @Test
    void a_till_that_reports_before_the_day_end_has_run_counts_for_its_own_day() {
        clock.set(Instant.parse("2026-11-23T05:00:30Z"));
        book(Instant.parse("2026-11-23T04:30:00Z"));
        at("2026-11-23T05:01:00Z");

        assertThat(days()).singleElement().satisfies(day -> {
            assertThat(day.date()).isEqualTo("2026-11-22");
            assertThat(day.late()).isZero();
            assertThat(day.closedAt()).isEqualTo("2026-11-23T05:00:00Z");
        });
    }

    @Test
    void a_closed_day_takes_no_booking_when_the_clock_steps_back() {
        book(clock.instant());
        at("2026-11-23T05:00:00Z");

        clock.set(Instant.parse("2026-11-23T04:20:00Z"));
        book(clock.instant());
        runOut(node(0));
        at("2026-11-24T05:00:00Z");

        assertThat(days()).extracting(CloseDays.Day::bookings).containsExactly(1, 1);
        assertThat(days().get(0).date()).isEqualTo("2026-11-23");
        assertThat(days().get(0).lateFrom()).containsExactly(new CloseDays.Late(LocalDate.parse("2026-11-22"), 1));
        assertThat(days().get(0).closedAt()).isEqualTo("2026-11-24T05:00:00Z");
        assertThat(days().get(1).bookings()).isEqualTo(1);
        assertThat(days().get(1).closedAt()).isEqualTo("2026-11-23T05:00:00Z");
        assertThat(runs()).hasSize(2);
    }

    @Test
    void T41_what_was_missed_is_made_up_once_and_not_per_day() {
        book(clock.instant());

        at("2026-11-26T09:00:00Z");
        at("2026-11-26T09:00:01Z");

        assertThat(runs()).singleElement().satisfies(run -> {
            assertThat(run.boundary()).isEqualTo("2026-11-26T05:00:00Z");
            assertThat(run.missedDays()).isEqualTo(3);
        });
        assertThat(days())
                .singleElement()
                .extracting(CloseDays.Day::closedAt)
                .isEqualTo(Instant.parse("2026-11-23T05:00:00Z"));
    }

    @Test
    void T41_an_unfinished_order_is_carried_over_and_listed_as_it_stood() {
        UUID order = WaitingOrder.in(location, store, clock.instant());

        at("2026-11-23T05:00:00Z");

        assertThat(days.carriedOver(
                        location.tenant(), location.id(), runs().get(0).id()))
                .singleElement()
                .satisfies(carried -> {
                    assertThat(carried.order()).isEqualTo(order);
                    assertThat(carried.status()).isEqualTo(OrderStatus.PLACED);
                    assertThat(carried.transferState()).isEqualTo(PosTransfer.PENDING);
                });
    }

    @Test
    void T43_stores_sharing_06_00_are_spread_and_the_boundary_stays() {
        Duration spread = Duration.ofMinutes(10);
        Set<Duration> starts = new HashSet<>();
        for (int i = 0; i < 200; i++) starts.add(Calendar.jitter(UUID.randomUUID(), spread));
        assertThat(starts).hasSizeGreaterThan(150).allMatch(d -> !d.isNegative() && d.compareTo(spread) < 0);

        Location spreadOut = WaitingOrder.at(store, clock.instant(), null);
        DayEnd node = node(600);
        runOut(node);
        Duration own = Calendar.jitter(spreadOut.id().value(), spread);
        clock.set(Instant.parse("2026-11-23T05:00:00Z").plus(own).minusMillis(1));
        runOut(node);
        assertThat(days.runs(spreadOut.tenant(), spreadOut.id(), 0, 10)).isEmpty();
        clock.advance(Duration.ofMillis(1));
        runOut(node);

        assertThat(days.runs(spreadOut.tenant(), spreadOut.id(), 0, 10))
                .singleElement()
                .extracting(CloseDays.Run::boundary)
                .isEqualTo(Instant.parse("2026-11-23T05:00:00Z"));
    }

    @Test
    void two_nodes_end_a_day_once() {
        clock.set(Instant.parse("2026-11-23T05:00:00Z"));

        CompletableFuture<?>[] nodes = new CompletableFuture<?>[4];
        for (int i = 0; i < nodes.length; i++) nodes[i] = CompletableFuture.runAsync(() -> node(0).run(100));
        CompletableFuture.allOf(nodes).join();
        runOut(node(0));

        assertThat(runs()).hasSize(1);
    }

    @Test
    void a_day_end_hands_out_its_catalogue_until_it_is_published() {
        at("2026-11-23T05:00:00Z");
        DayEnd node = node(0);
        UUID run = runs().get(0).id();
        assertThat(node.unpublished(1_000)).extracting(DayEnd.Closed::run).contains(run);

        node.notPublished(run, "unknown-tax");
        assertThat(node.unpublished(1_000)).extracting(DayEnd.Closed::run).doesNotContain(run);
        assertThat(runs().get(0).publishError()).isEqualTo("unknown-tax");
        clock.advance(Duration.ofSeconds(10));
        assertThat(node.unpublished(1_000)).extracting(DayEnd.Closed::run).contains(run);

        node.published(run);
        assertThat(node.unpublished(1_000)).extracting(DayEnd.Closed::run).doesNotContain(run);
        assertThat(runs().get(0).publishedAt()).isEqualTo(clock.instant());
    }

    @Test
    void a_location_that_moves_its_cutoff_ends_its_day_at_the_new_one() {
        MovedLocation.to("DE", LocalTime.of(4, 0), location, store);
        assertThat(node(0).run(500)).as("planned anew").isPositive();

        at("2026-11-23T02:59:59Z");
        assertThat(runs()).isEmpty();

        at("2026-11-23T03:00:00Z");
        assertThat(runs()).singleElement().satisfies(run -> {
            assertThat(run.boundary()).isEqualTo("2026-11-23T03:00:00Z");
            assertThat(run.missedDays()).isZero();
        });
    }

    @Test
    void as_many_days_are_ended_at_once_as_was_asked_for_and_the_rest_with_the_next_round() {
        WaitingOrder.at(store, clock.instant(), null);
        runOut(node(0));
        clock.set(Instant.parse("2026-11-23T05:00:00Z"));

        assertThat(node(0).run(1)).isEqualTo(1);
        assertThat(node(0).run(1)).isEqualTo(1);

        runOut(node(0));
        assertThat(runs()).hasSize(1);
        assertThat(node(0).run(500)).isZero();
    }

    private DayEnd node(int spreadSeconds) {
        return Transactions.around(
                store,
                new DayEnd(
                        store.entities(),
                        new ClusterLock(store.entities()),
                        new Locations(store.entities()),
                        new CalendarCheck(clock),
                        clock,
                        spreadSeconds));
    }

    private void at(String instant) {
        clock.set(Instant.parse(instant));
        runOut(node(0));
    }

    private static void runOut(DayEnd node) {
        while (node.run(500) > 0) continue;
    }

    private void book(@Nullable Instant at) {
        store.run(() -> listener.on(new OrderBooked(
                UUID.randomUUID(),
                location.tenant().value(),
                location.id().value(),
                UUID.randomUUID(),
                at,
                clock.instant())));
    }

    private List<CloseDays.Day> days() {
        return days.days(location.tenant(), location.id(), 0, 100);
    }

    private List<CloseDays.Run> runs() {
        return days.runs(location.tenant(), location.id(), 0, 100);
    }
}
