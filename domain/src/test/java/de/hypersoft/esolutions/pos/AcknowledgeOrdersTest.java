package de.hypersoft.esolutions.pos;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.pos.AcknowledgeOrders.Answer;
import de.hypersoft.esolutions.pos.AcknowledgeOrders.Item;
import de.hypersoft.esolutions.pos.ClaimOrders.Journal;
import de.hypersoft.esolutions.pos.tills.TillId;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Refusals;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A till says what it stored, and books nothing that it was not told to have. */
@OnBothDatabases
class AcknowledgeOrdersTest {

    private static final Actor ANN = Actor.user("u-ann", "Ann");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Counter counter;
    private final AcknowledgeOrders acknowledgements;
    private final TillId till;
    private final TillId other;
    private long told;

    AcknowledgeOrdersTest(Store store) {
        this.store = store;
        this.counter = new Counter(store, clock);
        this.acknowledgements = counter.acknowledgements();
        this.till = counter.till("j");
        this.other = counter.till("other");
    }

    @Test
    void a_refused_item_does_not_touch_those_beside_it_and_answers_come_in_their_order() {
        OrderId first = order("2026-000001");
        OrderId second = order("2026-000002");
        Fences fences = claimed();
        String nobodys = UUID.randomUUID().toString();

        List<Answer> answers = acknowledge(
                item(first, fences.of(first) + 7),
                new Item(nobodys, 1),
                new Item("no order at all", 1),
                item(second, fences.of(second)));

        assertThat(answers)
                .extracting(Answer::orderId)
                .containsExactly(first.toString(), nobodys, "no order at all", second.toString());
        assertThat(answers)
                .extracting(Answer::code)
                .containsExactly("order-taken-over", "unknown-order", "unknown-order", null);
        assertThat(answers.get(0).state()).isEqualTo(PosTransfer.CLAIMED);
        assertThat(answers.get(0).detail()).contains("fence " + fences.of(first));
        assertThat(answers.get(3).state()).isEqualTo(PosTransfer.TRANSFERRED_AUTO);
        assertThat(counter.standsAt(first).state()).isEqualTo(PosTransfer.CLAIMED);
        assertThat(counter.standsAt(second).state()).isEqualTo(PosTransfer.TRANSFERRED_AUTO);
    }

    @Test
    void an_answer_that_was_lost_is_asked_for_again_and_moves_nothing_twice() {
        OrderId order = order("2026-000003");
        long fence = claimed().of(order);

        acknowledge(item(order, fence));
        Transfer stored = counter.standsAt(order);
        clock.advance(Duration.ofMinutes(5));
        List<Answer> again = acknowledge(item(order, fence));

        assertThat(again).extracting(Answer::code).containsOnlyNulls();
        assertThat(counter.standsAt(order)).isEqualTo(stored);
        assertThat(moves(order)).isEqualTo(1);
    }

    @Test
    void a_lease_that_is_over_does_not_matter_as_long_as_nobody_else_took_the_order() {
        OrderId order = order("2026-000004");
        long fence = claimed().of(order);
        clock.advance(Duration.ofMinutes(10));

        assertThat(acknowledge(item(order, fence))).extracting(Answer::code).containsOnlyNulls();
    }

    @Test
    void what_a_manager_or_another_till_took_meanwhile_is_not_booked_here() {
        OrderId ticked = order("2026-000005");
        OrderId fetched = order("2026-000006");
        OrderId cancelled = order("2026-000007");
        Fences fences = claimed();
        counter.handovers().tick(all(), ANN, ticked, fences.of(ticked), "");
        counter.handovers().withdraw(all(), ANN, cancelled, fences.of(cancelled), "closed for today");
        clock.advance(Duration.ofMinutes(10));
        counter.claims().claim(other, new Journal("other", 1), 20);

        List<Answer> answers = acknowledge(
                item(ticked, fences.of(ticked)),
                item(fetched, fences.of(fetched)),
                item(cancelled, fences.of(cancelled)));

        assertThat(answers)
                .extracting(Answer::code)
                .containsExactly("order-taken-over", "order-taken-over", "order-withdrawn");
        assertThat(answers.get(0).owner()).isEqualTo("Ann");
        assertThat(answers.get(1).owner()).isEqualTo("Kasse 2");
        assertThat(answers).extracting(Answer::detail).allMatch(detail -> detail.contains("do not book it"));
    }

    @Test
    void T49_an_order_of_another_restaurant_is_unknown_to_this_till() {
        OrderId theirs = new Counter(store, clock).placed();

        assertThat(acknowledge(item(theirs, 1))).extracting(Answer::code).containsExactly("unknown-order");
    }

    @Test
    void a_copy_of_the_till_that_tells_a_number_again_is_refused_and_nothing_of_its_call_is_stored() {
        OrderId order = order("2026-000008");
        long fence = claimed().of(order);
        acknowledge();

        assertThat(Refusals.code(() -> acknowledgements.acknowledge(
                        till, new Journal("j", 1, "another call"), List.of(item(order, fence)))))
                .isEqualTo("journal-rolled-back");
        assertThat(Refusals.code(() ->
                        acknowledgements.acknowledge(till, new Journal("another", 99), List.of(item(order, fence)))))
                .isEqualTo("journal-rolled-back");
        assertThat(counter.standsAt(order).state()).isEqualTo(PosTransfer.CLAIMED);
    }

    @Test
    void a_till_that_cannot_take_an_order_says_why_and_it_waits_for_a_person_or_another_try() {
        OrderId order = order("2026-000009");
        long fence = claimed().of(order);
        assertThat(Refusals.code(() -> acknowledgements.refuse(till, order, fence + 1, "unknown-article", "4711")))
                .isEqualTo("order-taken-over");
        assertThat(Refusals.code(() -> acknowledgements.refuse(other, order, fence, "unknown-article", "4711")))
                .isEqualTo("order-taken-over");

        acknowledgements.refuse(till, order, fence, "unknown-article", "4711 " + "x".repeat(600));

        Transfer waits = counter.standsAt(order);
        assertThat(waits.state()).isEqualTo(PosTransfer.PENDING);
        assertThat(waits.offerAgainAt()).isAfter(clock.instant());
        assertThat(refusal(order)).startsWith("unknown-article 4711 xxx").hasSizeLessThan(520);
        assertThat(claimed().byOrder()).doesNotContainKey(order);
        assertThat(acknowledge(item(order, fence)))
                .extracting(Answer::code)
                .as("it let go of it")
                .containsExactly("order-taken-over");
    }

    private OrderId order(String number) {
        return new OrderId(WaitingOrder.in(counter.location(), store, clock.instant(), number));
    }

    /** What a till was handed. */
    private record Fences(Map<OrderId, Long> byOrder) {
        long of(OrderId order) {
            return Objects.requireNonNull(byOrder.get(order), "it was not handed out");
        }
    }

    private Fences claimed() {
        return new Fences(counter.claims().claim(till, new Journal("j", ++told), 20).claims().stream()
                .collect(Collectors.toMap(claim -> new OrderId(idOf(claim.order())), ClaimOrders.Claim::fence)));
    }

    private static UUID idOf(String document) {
        int at = document.indexOf("\"orderId\":\"") + "\"orderId\":\"".length();
        return UUID.fromString(document.substring(at, at + 36));
    }

    private List<Answer> acknowledge(Item... items) {
        return acknowledgements.acknowledge(
                till, new Journal("j", ++told), Stream.of(items).toList());
    }

    private static Item item(OrderId order, long fence) {
        return new Item(order.toString(), fence);
    }

    private long moves(OrderId order) {
        return store.in(() -> ((Number) store.entities()
                        .createNativeQuery("select count(*) from pos.transfer_move where order_id = :order and move ="
                                + " 'ACKNOWLEDGE'")
                        .setParameter("order", order.value())
                        .getSingleResult())
                .longValue());
    }

    private String refusal(OrderId order) {
        return (String) store.in(() -> store.entities()
                .createNativeQuery(
                        "select refusal_code || ' ' || refusal_detail from pos.transfer where order_id =" + " :order")
                .setParameter("order", order.value())
                .getSingleResult());
    }

    private Scope all() {
        return Scope.all(counter.location().tenant());
    }
}
