package de.hypersoft.esolutions.pos.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.ordering.OrderAdvanced;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.pos.AcknowledgeOrders.Item;
import de.hypersoft.esolutions.pos.ClaimOrders.Journal;
import de.hypersoft.esolutions.pos.Counter;
import de.hypersoft.esolutions.pos.PosTransfer;
import de.hypersoft.esolutions.pos.board.HandoverViews;
import de.hypersoft.esolutions.pos.tills.TillId;
import de.hypersoft.esolutions.pos.tills.TillTasks;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** An order that the till has is cancelled there, by the till or by hand; the guest hears it then, and once. */
@OnBothDatabases
class VoidOrdersTest {

    private static final Actor ANN = Actor.user("u1", "Ann");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Counter counter;
    private final TillId till;
    private final OrderId order;
    private long seq;

    VoidOrdersTest(Store store) {
        this.store = store;
        this.counter = new Counter(store, clock);
        this.till = counter.till("first");
        this.order = counter.placed();
    }

    @Test
    void until_the_till_answers_the_sheet_says_that_it_was_asked_and_by_whom() {
        booked();

        counter.voidOrders().ask(all(), ANN, order, "Der Ofen ist kaputt");

        HandoverViews.Sheet sheet = sheet();
        assertThat(sheet.row().voiding()).isEqualTo(new HandoverViews.Voiding(clock.instant(), null));
        assertThat(sheet.row().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(sheet.history()).last().satisfies(step -> {
            assertThat(step.move()).isEqualTo("ASK_VOID");
            assertThat(step.actor()).isEqualTo("Ann");
        });
        assertThat(counter.claims().claim(till, journal(), 20).tasks())
                .extracting(TillTasks.Task::kind)
                .containsExactly("VOID_AT_TILL");
    }

    @Test
    void a_till_that_waits_for_orders_hears_at_once_that_one_was_cancelled() {
        booked();

        counter.voidOrders().ask(all(), ANN, order, "Der Ofen ist kaputt");

        assertThat(counter.changes.events())
                .filteredOn(changed -> changed.what() == Changed.What.TILL_TASK)
                .extracting(Changed::subject, Changed::location)
                .containsExactly(tuple(till.value(), counter.location().id().value()));
    }

    @Test
    void a_till_that_says_it_can_not_is_waited_for_no_longer_and_its_words_are_read() {
        booked();
        counter.voidOrders().ask(all(), ANN, order, "Der Ofen ist kaputt");
        UUID task = UUID.fromString(
                counter.claims().claim(till, journal(), 20).tasks().get(0).id());

        counter.tasks().unable(till, task, "Beleg ist schon abgerechnet");
        counter.tasks().unable(till, task, "Beleg ist schon abgerechnet");

        assertThat(sheet().row().voiding().waits()).isFalse();
        assertThat(sheet().history().stream().filter(step -> step.move().equals("VOID_UNABLE")))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.actorKind()).isEqualTo("TILL");
                    assertThat(step.detail()).isEqualTo("Beleg ist schon abgerechnet");
                });
        assertThat(advanced()).isEmpty();
    }

    @Test
    void a_till_that_can_not_report_is_spoken_for_by_a_person_once() {
        booked();

        counter.voidOrders().byHand(all(), ANN, order, "Gast hat abgesagt");

        assertThat(advanced()).containsExactly("CANCELLED Gast hat abgesagt");
        assertThat(sheet().row().voiding().done()).isTrue();
        assertThat(audited()).contains("order-voided");
        refused("already-voided", () -> counter.voidOrders().byHand(all(), ANN, order, "x"));
        refused("already-voided", () -> counter.voidOrders().ask(all(), ANN, order, "x"));
        assertThat(advanced()).hasSize(1);
    }

    @Test
    void an_order_typed_by_hand_is_cancelled_at_the_till_by_hand_and_no_receipt_is_asked_for_any_more() {
        counter.handovers().tick(all(), ANN, order, null, "");

        counter.voidOrders().byHand(all(), ANN, order, "Gast hat abgesagt");

        assertThat(advanced()).containsExactly("CANCELLED Gast hat abgesagt");
        assertThat(sheet().row().receiptMissing()).isFalse();
        refused("order-ended", () -> counter.handovers().untick(all(), ANN, order, "wrong order"));
        assertThat(counter.standsAt(order).state()).isEqualTo(PosTransfer.TRANSFERRED_MANUAL);
    }

    @Test
    void what_a_till_has_and_may_yet_book_is_not_cancelled_by_hand() {
        acknowledged();

        refused("not-booked-yet", () -> counter.voidOrders().byHand(all(), ANN, order, "x"));

        assertThat(advanced()).isEmpty();
    }

    @Test
    void what_somebody_said_is_done_and_then_cancelled_goes_to_no_till_again() {
        acknowledged();
        counter.decideOverdue().settle(all(), ANN, order, "4711", "");
        counter.voidOrders().byHand(all(), ANN, order, "Gast hat abgesagt");

        refused("order-ended", () -> counter.handovers().giveBack(all(), ANN, order, "wrong order"));

        assertThat(counter.standsAt(order).state()).isEqualTo(PosTransfer.TRANSFERRED_AUTO);
    }

    @Test
    void the_next_till_of_an_order_was_not_asked() {
        acknowledged();
        counter.voidOrders().ask(all(), ANN, order, "Der Ofen ist kaputt");

        counter.decideOverdue().giveBack(all(), ANN, order, "till burnt");

        assertThat(sheet().row().voiding().waits()).isFalse();
    }

    @Test
    void what_nobody_has_and_what_is_elsewhere_is_not_cancelled_at_a_till() {
        refused("not-fetched", () -> counter.voidOrders().ask(all(), ANN, order, "x"));
        refused("not-at-the-till", () -> counter.voidOrders().byHand(all(), ANN, order, "x"));
        booked();
        Scope elsewhere = Scope.only(counter.location().tenant(), Set.of(new LocationId(UUID.randomUUID())));

        assertThatExceptionOfType(Orders.UnknownOrder.class)
                .isThrownBy(() -> counter.voidOrders().ask(elsewhere, ANN, order, "x"));
        assertThatExceptionOfType(Orders.UnknownOrder.class)
                .isThrownBy(() -> counter.voidOrders().byHand(elsewhere, ANN, order, "x"));
        assertThat(advanced()).isEmpty();
    }

    private void booked() {
        long fence = acknowledged();
        counter.reports().report(till, order, new ReportEvents.Report(fence, 1, EventType.BOOKED, null, null, null));
    }

    private long acknowledged() {
        long fence = counter.claims().claim(till, journal(), 20).claims().get(0).fence();
        counter.acknowledgements().acknowledge(till, journal(), List.of(new Item(order.toString(), fence)));
        clock.advance(Duration.ofSeconds(1));
        return fence;
    }

    private Journal journal() {
        return new Journal("first", ++seq);
    }

    private Scope all() {
        return Scope.all(counter.location().tenant());
    }

    private HandoverViews.Sheet sheet() {
        return counter.board().sheet(all(), order);
    }

    private List<String> advanced() {
        return counter.events.events().stream()
                .filter(OrderAdvanced.class::isInstance)
                .map(OrderAdvanced.class::cast)
                .map(event -> event.status() + " " + event.reason())
                .toList();
    }

    private List<String> audited() {
        return store.in(() -> store.entities()
                .createNativeQuery("select action from kernel.audit_entry where tenant_id = :tenant", Object.class)
                .setParameter("tenant", counter.location().tenant().value())
                .getResultStream()
                .map(String.class::cast)
                .toList());
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Conflict.class).isThrownBy(act).satisfies(refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
