package de.hypersoft.esolutions.pos;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.catalog.availability.Availabilities;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.ordering.OrderAdvanced;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.pos.ClaimOrders.Journal;
import de.hypersoft.esolutions.pos.tills.TillId;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Refusals;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a manager may do with an order by hand, beside the tills, and what is refused because somebody else has it. */
@OnBothDatabases
@SuppressWarnings("NullAway") // what is never asked is not there
class HandoversTest {

    private static final Actor ANN = Actor.user("u-ann", "Ann");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Counter counter;
    private final OrderId order;
    private final Handovers handovers;
    private final List<Map<String, Integer>> backOnSale = new ArrayList<>();
    private long told;

    HandoversTest(Store store) {
        this.store = store;
        this.counter = new Counter(store, clock);
        this.order = new OrderId(WaitingOrder.in(counter.location(), store, clock.instant()));
        this.handovers = Transactions.around(
                store,
                new Handovers(
                        new Transfers(store.entities(), new Told<Changed>()),
                        new TransferNotes(store.entities()),
                        new Locations(store.entities()),
                        new TickKeys(store.entities()),
                        new Orders(store.entities()),
                        new Availabilities(null, null, null, null, null) {
                            @Override
                            public void giveBack(LocationId at, Map<String, Integer> quantities) {
                                backOnSale.add(quantities);
                            }
                        },
                        new Audit(store.entities(), clock),
                        counter.events,
                        clock));
    }

    @Test
    void each_act_stands_in_the_log_with_the_orders_number_and_its_reason() {
        handovers.tick(all(), ANN, order, null, "");
        clock.advance(Duration.ofMinutes(1));
        handovers.receipt(all(), ANN, order, "R-17", null);
        clock.advance(Duration.ofMinutes(1));
        handovers.advance(all(), ANN, order, OrderStatus.ACCEPTED, null);
        clock.advance(Duration.ofMinutes(1));
        handovers.untick(all(), ANN, order, "the till is back");

        String number = store.in(() -> new Orders(store.entities()).get(order).number());
        List<?> acts = store.in(() -> store.entities()
                .createNativeQuery(
                        "select action || ' ' || detail from kernel.audit_entry where tenant_id = :tenant and subject = :number"
                                + " order by id",
                        String.class)
                .setParameter("tenant", counter.location().tenant().value())
                .setParameter("number", number)
                .getResultList());
        assertThat(acts.stream().map(String::valueOf))
                .containsExactly(
                        "order-ticked ", "receipt-noted R-17", "order-accepted ", "order-unticked the till is back");
    }

    @Test
    void a_ticked_order_is_the_managers_and_no_till_gets_it_until_it_is_unticked() {
        TillId till = counter.till("j");
        handovers.tick(all(), ANN, order, null, "");

        assertThat(counter.standsAt(order).owner()).isEqualTo("Ann");
        assertThat(claimed(till)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        handovers.untick(all(), ANN, order, "the till is back");

        assertThat(claimed(till)).hasSize(1);
        assertThat(acts()).containsExactly("order-ticked ", "order-unticked the till is back");
    }

    @Test
    void T27_what_a_till_is_fetching_is_taken_over_only_by_who_has_seen_that() {
        TillId till = counter.till("j");
        long fence = claimed(till).get(0).fence();

        assertThat(Refusals.code(() -> handovers.tick(all(), ANN, order, null, "")))
                .isEqualTo("being-fetched");
        assertThat(Refusals.code(() -> handovers.tick(all(), ANN, order, fence - 1, "")))
                .isEqualTo("being-fetched");
        handovers.tick(all(), ANN, order, fence, "");

        assertThat(counter.standsAt(order).state()).isEqualTo(PosTransfer.TRANSFERRED_MANUAL);
        assertThat(acts()).containsExactly("order-taken-over ");
        assertThat(acknowledged(till, fence).code()).isEqualTo("order-taken-over");
    }

    @Test
    void a_receipt_number_or_why_there_is_none_is_noted_for_a_ticked_order_and_for_no_other() {
        assertThat(receipt("4711", null)).isEqualTo("not-ticked");
        handovers.tick(all(), ANN, order, null, "");
        assertThat(receipt(" ", "")).isEqualTo("required");
        assertThat(receipt("1".repeat(65), null)).isEqualTo("too-long");
        assertThat(noted()).isEqualTo("null null");

        handovers.receipt(all(), ANN, order, " 4711 ", null);
        assertThat(noted()).isEqualTo("4711 null");
        handovers.untick(all(), ANN, order, "typed twice");
        assertThat(noted()).as("another try has another receipt").isEqualTo("null null");
    }

    @Test
    void a_till_that_died_with_an_order_gives_it_back_unless_it_was_booked() {
        TillId till = counter.till("j");
        assertThat(Refusals.code(() -> handovers.giveBack(all(), ANN, order, "till is broken")))
                .isEqualTo("not-fetched");
        acknowledged(till, claimed(till).get(0).fence());
        assertThat(Refusals.code(() -> handovers.giveBack(all(), ANN, order, " ")))
                .isEqualTo("required");

        handovers.giveBack(all(), ANN, order, "till is broken");

        Transfer waits = counter.standsAt(order);
        assertThat(waits.state()).isEqualTo(PosTransfer.PENDING);
        assertThat(waits.episode()).as("mails about it begin anew").isEqualTo(2);
        long fence = claimed(till).get(0).fence();
        acknowledged(till, fence);
        store.run(() -> store.entities()
                .createNativeQuery("update pos.transfer set booked = true where order_id = :order")
                .setParameter("order", order.value())
                .executeUpdate());
        assertThat(Refusals.code(() -> handovers.giveBack(all(), ANN, order, "till is broken")))
                .isEqualTo("already-booked");
        assertThat(counter.standsAt(order).fence()).isEqualTo(fence);
    }

    @Test
    void a_cancelled_order_is_told_to_the_guest_its_portions_are_on_sale_again_and_nobody_cooks_it() {
        handovers.withdraw(all(), ANN, order, null, "closed for today");

        assertThat(advanced()).containsExactly("CANCELLED closed for today");
        assertThat(backOnSale).singleElement().satisfies(portions -> assertThat(portions)
                .isNotEmpty());
        assertThat(claimed(counter.till("j"))).isEmpty();
        assertThat(Refusals.code(() -> handovers.withdraw(all(), ANN, order, null, "once more")))
                .isEqualTo("order-withdrawn");
        assertThat(Refusals.code(() -> handovers.tick(all(), ANN, order, null, "")))
                .isEqualTo("order-withdrawn");
        assertThat(backOnSale).as("not a second time").hasSize(1);
        assertThat(advanced()).hasSize(1);
    }

    @Test
    void what_a_till_has_is_not_cancelled_or_ticked_behind_its_back() {
        TillId till = counter.till("j");
        acknowledged(till, claimed(till).get(0).fence());

        assertThat(Refusals.code(() -> handovers.withdraw(all(), ANN, order, null, "closed")))
                .isEqualTo("already-fetched");
        assertThat(Refusals.code(() -> handovers.tick(all(), ANN, order, null, "")))
                .isEqualTo("already-fetched");
        assertThat(Refusals.code(() -> handovers.untick(all(), ANN, order, "back")))
                .isEqualTo("not-ticked");
        assertThat(backOnSale).isEmpty();
        assertThat(advanced()).isEmpty();
    }

    @Test
    void an_order_that_is_worked_by_hand_is_moved_by_hand_and_its_guest_is_told_once() {
        assertThat(Refusals.code(() -> handovers.advance(all(), ANN, order, OrderStatus.ACCEPTED, null)))
                .isEqualTo("not-ticked");
        handovers.tick(all(), ANN, order, null, "");

        handovers.advance(all(), ANN, order, OrderStatus.ACCEPTED, null);
        handovers.advance(all(), ANN, order, OrderStatus.ACCEPTED, null);
        handovers.advance(all(), ANN, order, OrderStatus.READY, null);

        assertThat(advanced()).containsExactly("ACCEPTED null", "READY null");
    }

    @Test
    void what_the_guest_was_told_not_to_expect_is_cooked_for_nobody() {
        handovers.tick(all(), ANN, order, null, "");
        handovers.advance(all(), ANN, order, OrderStatus.CANCELLED, "nobody home");

        assertThat(Refusals.code(() -> handovers.untick(all(), ANN, order, "back to the till")))
                .isEqualTo("order-ended");
        assertThat(counter.standsAt(order).state()).isEqualTo(PosTransfer.TRANSFERRED_MANUAL);
    }

    @Test
    void a_key_that_no_browser_sends_moves_nothing() {
        for (String key : List.of("short", "x".repeat(65), "with space", "ümlaut-key")) {
            Refusal refused = Refusals.of(() -> handovers.tick(all(), ANN, order, null, key));
            assertThat(refused.code()).isEqualTo("invalid-key");
            assertThat(refused.parameters()).containsEntry("field", "key");
        }
        assertThat(counter.standsAt(order).state()).isEqualTo(PosTransfer.PENDING);
        assertThat(acts()).isEmpty();
    }

    @Test
    void T49_an_order_of_another_brand_or_location_does_not_exist() {
        Scope others = Scope.all(TestLocations.open(store, clock.instant()).tenant());
        Scope elsewhere = Scope.only(counter.location().tenant(), Set.of(new LocationId(UUID.randomUUID())));
        for (Scope foreign : List.of(others, elsewhere))
            assertThat(List.of(
                            Refusals.code(() -> handovers.tick(foreign, ANN, order, null, "")),
                            Refusals.code(() -> handovers.untick(foreign, ANN, order, "why")),
                            Refusals.code(() -> handovers.giveBack(foreign, ANN, order, "why")),
                            Refusals.code(() -> handovers.withdraw(foreign, ANN, order, null, "why")),
                            Refusals.code(() -> handovers.reject(foreign, ANN, order, null, "why")),
                            Refusals.code(() -> handovers.receipt(foreign, ANN, order, "1", null)),
                            Refusals.code(() -> handovers.advance(foreign, ANN, order, OrderStatus.READY, null))))
                    .containsOnly("unknown-order");
        assertThat(counter.standsAt(order).state()).isEqualTo(PosTransfer.PENDING);
    }

    private String receipt(@Nullable String number, @Nullable String reason) {
        return Refusals.code(() -> handovers.receipt(all(), ANN, order, number, reason));
    }

    private String noted() {
        Object[] row = (Object[]) store.in(() -> store.entities()
                .createNativeQuery("select receipt_number, receipt_reason from pos.transfer where order_id = :order")
                .setParameter("order", order.value())
                .getSingleResult());
        return row[0] + " " + row[1];
    }

    private List<ClaimOrders.Claim> claimed(TillId till) {
        return counter.claims().claim(till, new Journal("j", ++told), 20).claims();
    }

    private AcknowledgeOrders.Answer acknowledged(TillId till, long fence) {
        return counter.acknowledgements()
                .acknowledge(
                        till, new Journal("j", ++told), List.of(new AcknowledgeOrders.Item(order.toString(), fence)))
                .get(0);
    }

    private Scope all() {
        return Scope.all(counter.location().tenant());
    }

    private List<String> advanced() {
        return counter.events.events().stream()
                .filter(OrderAdvanced.class::isInstance)
                .map(OrderAdvanced.class::cast)
                .map(event -> event.status() + " " + event.reason())
                .toList();
    }

    private List<String> acts() {
        return store.in(() -> store.entities()
                .createNativeQuery(
                        "select a.action || ' ' || a.detail from kernel.audit_entry a where a.tenant_id = :tenant"
                                + " order by a.id",
                        String.class)
                .setParameter("tenant", counter.location().tenant().value())
                .getResultStream()
                .map(String.class::cast)
                .toList());
    }
}
