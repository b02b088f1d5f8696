package de.hypersoft.esolutions.pos.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.ordering.OrderAdvanced;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.pos.AcknowledgeOrders.Item;
import de.hypersoft.esolutions.pos.ClaimOrders.Journal;
import de.hypersoft.esolutions.pos.Counter;
import de.hypersoft.esolutions.pos.PosTransfer;
import de.hypersoft.esolutions.pos.TransferRefused;
import de.hypersoft.esolutions.pos.board.HandoverViews;
import de.hypersoft.esolutions.pos.tills.TillId;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Only who was handed an order has something to tell of it, and nobody's words take the place of another's. */
@OnBothDatabases
class ReportEventsTest {

    private static final Actor MARIA = Actor.user("1", "Maria");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Counter counter;
    private final TillId first;
    private final TillId second;
    private final OrderId order;

    ReportEventsTest(Store store) {
        this.store = store;
        this.counter = new Counter(store, clock);
        this.first = counter.till("first");
        this.second = counter.till("second");
        this.order = counter.placed();
    }

    @Test
    void a_till_that_never_held_the_order_is_refused_and_the_real_tills_booking_counts() {
        long fence = claim(first, new Journal("first", 1));
        acknowledge(first, new Journal("first", 2), fence);

        refused("never-held", second, booked(fence));
        counter.reports().report(first, order, booked(fence));

        assertThat(counter.standsAt(order).booked()).isTrue();
        assertThat(rows()).containsExactly("BOOKED false");
    }

    @Test
    void a_fence_that_was_never_given_to_the_till_is_refused() {
        long fence = claim(first, new Journal("first", 1));
        acknowledge(first, new Journal("first", 2), fence);

        refused("never-held", first, booked(fence + 1));
        refused("never-held", first, booked(fence - 1));

        assertThat(rows()).isEmpty();
    }

    @Test
    void what_an_overtaken_till_reports_stands_beside_the_events_of_the_till_that_has_the_order() {
        long overtaken = claim(first, new Journal("first", 1));
        clock.advance(Duration.ofMinutes(2));
        long fence = claim(second, new Journal("second", 1));
        acknowledge(second, new Journal("second", 2), fence);

        counter.reports().report(first, order, booked(overtaken));
        counter.reports().report(first, order, booked(overtaken));
        counter.reports().report(second, order, booked(fence));

        assertThat(rows()).containsExactlyInAnyOrder("BOOKED true", "BOOKED false");
        assertThat(counter.standsAt(order).booked()).isTrue();
    }

    @Test
    void T38_each_status_a_till_reports_is_told_to_the_guests_side_once() {
        long fence = claim(first, new Journal("first", 1));
        acknowledge(first, new Journal("first", 2), fence);
        ReportEvents.Report rejected =
                new ReportEvents.Report(fence, 2, EventType.REJECTED, null, "Der Teig ist aus", null);

        counter.reports().report(first, order, booked(fence));
        counter.reports().report(first, order, rejected);
        counter.reports().report(first, order, rejected);
        counter.reports().report(first, order, new ReportEvents.Report(fence, 3, EventType.READY, null, null, null));

        assertThat(counter.events.events().stream().filter(OrderAdvanced.class::isInstance))
                .containsExactly(new OrderAdvanced(
                        order.value(),
                        counter.location().tenant().value(),
                        counter.location().id().value(),
                        OrderStatus.REJECTED,
                        "Der Teig ist aus",
                        clock.instant()));
    }

    @Test
    void an_event_before_the_acknowledgement_is_refused_as_such() {
        long fence = claim(first, new Journal("first", 1));

        refused("not-acknowledged", first, booked(fence));
        assertThatExceptionOfType(TransferRefused.class)
                .isThrownBy(() -> counter.reports().report(first, order, booked(fence)))
                .withMessageContaining("acknowledge it with fence " + fence + " first");
    }

    @Test
    void another_event_under_a_number_told_before_is_refused_and_says_which_event_has_it() {
        long fence = held();
        counter.reports().report(first, order, booked(fence));

        refused("seq-taken", first, new ReportEvents.Report(fence, 1, EventType.READY, null, null, null));
        refused("seq-taken", first, new ReportEvents.Report(fence, 1, EventType.BOOKED, null, "another", null));
        refused("seq-taken", first, new ReportEvents.Report(fence, 1, EventType.BOOKED, null, null, "{\"number\":2}"));
        refused("seq-taken", first, new ReportEvents.Report(fence, 1, EventType.BOOKED, clock.instant(), null, null));
        assertThatExceptionOfType(ReportEvents.SeqTaken.class)
                .isThrownBy(() -> counter.reports()
                        .report(first, order, new ReportEvents.Report(fence, 1, EventType.READY, null, null, null)))
                .withMessageContainingAll("seq 1", "BOOKED", "READY", "a seq of its own");
        assertThat(rows()).containsExactly("BOOKED false");

        counter.reports().report(first, order, new ReportEvents.Report(fence, 2, EventType.READY, null, null, null));
        assertThat(rows()).containsExactlyInAnyOrder("BOOKED false", "READY false");
    }

    @Test
    void an_event_told_again_word_for_word_is_heard_once_and_not_refused() {
        long fence = held();
        Instant at = Instant.parse("2026-11-22T18:01:02.123456789Z");
        counter.reports()
                .report(
                        first,
                        order,
                        new ReportEvents.Report(
                                fence, 1, EventType.SIGNED, at, "so", "{\"number\":7,\"terminalId\":\"T1\"}"));

        counter.reports()
                .report(
                        first,
                        order,
                        new ReportEvents.Report(
                                fence, 1, EventType.SIGNED, at, "so", "{\"terminalId\":\"T1\",\"number\":7}"));

        assertThat(rows()).containsExactly("SIGNED false");
    }

    @Test
    void an_order_that_its_till_voided_is_cancelled_and_told_once_with_the_reason_it_was_asked_for() {
        long fence = held();
        counter.reports().report(first, order, booked(fence));
        counter.voidOrders().ask(Scope.all(counter.location().tenant()), MARIA, order, "Der Ofen ist kaputt");
        assertThat(advanced()).isEmpty();

        counter.reports().report(first, order, voided(fence, 2, null));
        counter.reports().report(first, order, voided(fence, 2, null));
        clock.advance(Duration.ofMinutes(1));
        counter.reports().report(first, order, voided(fence, 3, "again"));
        counter.reports().report(first, order, new ReportEvents.Report(fence, 4, EventType.READY, null, null, null));

        assertThat(advanced()).containsExactly("CANCELLED Der Ofen ist kaputt");
        HandoverViews.Sheet sheet =
                counter.board().sheet(Scope.all(counter.location().tenant()), order);
        assertThat(sheet.row().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(sheet.row().transfer()).isEqualTo(PosTransfer.TRANSFERRED_AUTO);
        assertThat(sheet.row().voiding().voidedAt()).isEqualTo(Instant.parse("2026-11-22T18:00:00Z"));
    }

    @Test
    void a_reason_that_the_till_gives_goes_before_the_one_it_was_asked_with_and_nobody_has_to_ask_it() {
        long fence = held();

        counter.reports().report(first, order, voided(fence, 1, "Gast war nicht da"));

        assertThat(advanced()).containsExactly("CANCELLED Gast war nicht da");
    }

    @Test
    void a_rejected_order_that_is_voided_stays_rejected_because_its_guest_knows() {
        long fence = held();
        counter.reports().report(first, order, booked(fence));
        counter.reports()
                .report(first, order, new ReportEvents.Report(fence, 2, EventType.REJECTED, null, "Teig aus", null));

        counter.reports().report(first, order, voided(fence, 3, null));

        assertThat(advanced()).containsExactly("REJECTED Teig aus");
        assertThat(counter.board()
                        .sheet(Scope.all(counter.location().tenant()), order)
                        .row()
                        .voiding()
                        .done())
                .isTrue();
    }

    @Test
    void a_till_that_does_not_have_the_order_voids_nothing_of_it() {
        long overtaken = claim(first, new Journal("first", 1));
        clock.advance(Duration.ofMinutes(2));
        long fence = claim(second, new Journal("second", 1));
        acknowledge(second, new Journal("second", 2), fence);

        refused("never-held", first, voided(fence, 1, null));
        counter.reports().report(first, order, voided(overtaken, 1, null));

        assertThat(advanced()).isEmpty();
        assertThat(rows()).containsExactly("VOIDED true");
    }

    private List<String> advanced() {
        return counter.events.events().stream()
                .filter(OrderAdvanced.class::isInstance)
                .map(OrderAdvanced.class::cast)
                .map(event -> event.status() + " " + event.reason())
                .toList();
    }

    private static ReportEvents.Report voided(long fence, int seq, @Nullable String reason) {
        return new ReportEvents.Report(fence, seq, EventType.VOIDED, null, reason, null);
    }

    private long held() {
        long fence = claim(first, new Journal("first", 1));
        acknowledge(first, new Journal("first", 2), fence);
        return fence;
    }

    private static ReportEvents.Report booked(long fence) {
        return new ReportEvents.Report(fence, 1, EventType.BOOKED, null, null, null);
    }

    private long claim(TillId till, Journal journal) {
        return counter.claims().claim(till, journal, 20).claims().get(0).fence();
    }

    private void acknowledge(TillId till, Journal journal, long fence) {
        counter.acknowledgements().acknowledge(till, journal, List.of(new Item(order.toString(), fence)));
    }

    private void refused(String code, TillId till, ReportEvents.Report report) {
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> counter.reports().report(till, order, report))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    /** What is stored of the order: which event, and whether it may be of a double. */
    private List<String> rows() {
        return store.in(() -> store.entities()
                .createQuery("select e.type, e.mayBeDoubled from TillEvent e where e.order = :order", Object[].class)
                .setParameter("order", order.value())
                .getResultStream()
                .map(row -> row[0] + " " + row[1])
                .toList());
    }
}
