package de.hypersoft.esolutions.closing;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Web orders held against bookings: what is missing or double at the end of the day is named, and nothing else is. */
@OnBothDatabases
class DayMatchTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final ReviewDayMatches matches;
    private final Location location;

    DayMatchTest(Store store) {
        this.store = store;
        this.matches = new ReviewDayMatches(store.entities(), new Locations(store.entities()), clock);
        this.location = WaitingOrder.at(store, clock.instant(), null);
    }

    @Test
    void an_order_booked_once_typed_or_cancelled_is_right() {
        order("booked", "state = 'TRANSFERRED_AUTO', booked = true");
        order("typed", "state = 'TRANSFERRED_MANUAL', receipt_number = '4711'");
        order("settled", "state = 'TRANSFERRED_AUTO', booked = false, receipt_reason = 'in the till'");
        order("withdrawn", "state = 'WITHDRAWN'");

        DayMatch match = match();

        assertThat(match.amiss()).isFalse();
        assertThat(verdicts(match))
                .containsExactly("booked BOOKED", "typed TYPED", "settled TYPED", "withdrawn CANCELLED");
        assertThat(match.with(DayMatch.Verdict.TYPED))
                .extracting(DayMatch.Entry::receipt)
                .containsExactly("4711", "in the till");
    }

    @Test
    void what_is_cancelled_or_rejected_here_and_still_booked_at_the_till_must_be_looked_at() {
        UUID till = UUID.randomUUID();
        UUID rejected = order("booked-then-rejected", "state = 'TRANSFERRED_AUTO', booked = true");
        event(rejected, till, 1, "BOOKED");
        event(rejected, till, 2, "REJECTED");
        ended(rejected, "REJECTED");
        ended(order("typed-then-rejected", "state = 'TRANSFERRED_MANUAL', receipt_number = '4711'"), "REJECTED");
        ended(order("ticked-then-rejected", "state = 'TRANSFERRED_MANUAL'"), "REJECTED");

        assertThat(match().amiss()).isTrue();
        assertThat(verdicts(match()))
                .containsExactly(
                        "booked-then-rejected NOT_VOIDED",
                        "typed-then-rejected NOT_VOIDED",
                        "ticked-then-rejected NOT_VOIDED");
    }

    @Test
    void what_was_cancelled_at_the_till_too_or_never_got_into_it_is_right() {
        UUID till = UUID.randomUUID();
        UUID voided = order("booked-then-voided", "state = 'TRANSFERRED_AUTO', booked = true, voided_at = state_since");
        event(voided, till, 1, "BOOKED");
        event(voided, till, 2, "VOIDED");
        ended(voided, "CANCELLED");
        UUID rejected =
                order("rejected-then-voided", "state = 'TRANSFERRED_AUTO', booked = true, voided_at = state_since");
        event(rejected, till, 1, "BOOKED");
        event(rejected, till, 2, "REJECTED");
        ended(rejected, "REJECTED");
        ended(
                order(
                        "typed-then-voided",
                        "state = 'TRANSFERRED_MANUAL', receipt_number = '4711', voided_at = state_since"),
                "CANCELLED");
        UUID refused = order("rejected-unbooked", "state = 'TRANSFERRED_AUTO', booked = true");
        event(refused, till, 1, "REJECTED");
        ended(refused, "REJECTED");
        ended(order("never-typed", "state = 'TRANSFERRED_MANUAL', receipt_reason = 'nicht getippt'"), "REJECTED");

        assertThat(match().amiss()).isFalse();
        assertThat(verdicts(match())).hasSize(5).allMatch(verdict -> verdict.endsWith(" CANCELLED"));
    }

    @Test
    void an_order_that_nobody_took_and_one_that_a_till_took_and_never_booked_are_missing() {
        order("waits", "state = 'PENDING'");
        order("unbooked", "state = 'TRANSFERRED_AUTO', unbooked_since = state_since");

        assertThat(match().amiss()).isTrue();
        assertThat(verdicts(match())).containsExactly("waits MISSING", "unbooked MISSING");
    }

    @Test
    void what_was_booked_twice_or_booked_and_typed_shows_whatever_its_last_state() {
        UUID two = order("two-tills", "state = 'TRANSFERRED_AUTO', booked = true");
        event(two, UUID.randomUUID(), 1, "BOOKED");
        event(two, UUID.randomUUID(), 3, "BOOKED");
        UUID same = order("same-till-told-again", "state = 'TRANSFERRED_AUTO', booked = true");
        UUID till = UUID.randomUUID();
        event(same, till, 1, "BOOKED");
        event(same, till, 3, "BOOKED");
        UUID typed = order("unticked-then-booked", "state = 'TRANSFERRED_AUTO', booked = true");
        event(typed, till, 3, "BOOKED");
        tick(typed);
        order("alarm", "state = 'TRANSFERRED_MANUAL', may_be_doubled = true");

        assertThat(verdicts(match()))
                .containsExactly(
                        "two-tills DOUBLE",
                        "same-till-told-again BOOKED",
                        "unticked-then-booked DOUBLE",
                        "alarm DOUBLE");
    }

    @Test
    void an_order_belongs_to_the_business_day_of_its_location_and_not_to_the_calendar_day() {
        clock.advance(Duration.ofHours(10)); // 05:00 in Berlin, before the cut-off at 06:00
        order("night", "state = 'PENDING'");
        clock.advance(Duration.ofHours(1));
        order("morning", "state = 'PENDING'");

        assertThat(verdicts(match())).containsExactly("night MISSING");
        assertThat(verdicts(match(DAY.plusDays(1)))).containsExactly("morning MISSING");
        assertThat(store.in(() -> matches.lastDay(location.tenant(), location.id())))
                .isEqualTo(DAY);
    }

    private UUID order(String number, String set) {
        UUID id = WaitingOrder.in(location, store, clock.instant(), number);
        clock.advance(Duration.ofSeconds(1));
        sql("update pos.transfer set " + set + " where order_id = '" + id + "'");
        return id;
    }

    private void ended(UUID order, String status) {
        sql("update ordering.customer_order set status = '" + status + "' where id = '" + order + "'");
    }

    private void event(UUID order, UUID till, int fence, String type) {
        sql(
                "insert into pos.till_event (order_id, fence, seq, till_id, event_type, received_at, may_be_doubled) values ('"
                        + order + "', " + fence + ", 1, '" + till + "', '" + type + "', current_timestamp, false)");
    }

    private void tick(UUID order) {
        sql(
                "insert into pos.transfer_move (id, order_id, moved_at, move, to_state, fence, actor_kind, actor_id, actor_name,"
                        + " detail) values ('" + UUID.randomUUID() + "', '" + order
                        + "', current_timestamp, 'TICK', 'TRANSFERRED_MANUAL', 2, 'USER', 'u1', 'Ann', '')");
    }

    private void sql(String statement) {
        store.run(() -> store.entities().createNativeQuery(statement).executeUpdate());
    }

    private DayMatch match() {
        return match(DAY);
    }

    private DayMatch match(LocalDate date) {
        return store.in(() -> matches.match(location.tenant(), location.id(), date));
    }

    private static java.util.List<String> verdicts(DayMatch match) {
        return match.entries().stream().map(e -> e.number() + " " + e.verdict()).toList();
    }
}
