package de.hypersoft.esolutions.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.pos.AcknowledgeOrders.Item;
import de.hypersoft.esolutions.pos.ClaimOrders.Journal;
import de.hypersoft.esolutions.pos.board.HandoverViews;
import de.hypersoft.esolutions.pos.board.OrderList;
import de.hypersoft.esolutions.pos.board.OverdueOrders;
import de.hypersoft.esolutions.pos.tills.TillId;
import de.hypersoft.esolutions.stage.OtherLimits;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.LocationLimits;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A location that chose other limits than the usual ones is judged by its own, wherever they are looked at. */
@OnBothDatabases
class OwnLimitsTest {

    private static final Actor ANN = Actor.user("u1", "Ann");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Counter counter;
    private final OverdueOrders overdue;
    private final TillId till;
    private final OrderId order;

    OwnLimitsTest(Store store) {
        this.store = store;
        this.counter = new Counter(store, clock);
        this.overdue = Transactions.around(store, new OverdueOrders(store.entities(), clock));
        this.till = counter.till("first");
        this.order = counter.placed();
        OtherLimits.at(
                counter.location(),
                store,
                new LocationLimits(20, 3, Duration.ofMinutes(90), Duration.ofMinutes(7), Duration.ofMinutes(30)));
    }

    @Test
    void a_till_that_has_seven_minutes_to_book_is_not_complained_of_before() {
        long fence = claimed(1).get(0).fence();
        counter.acknowledgements()
                .acknowledge(till, new Journal("first", 2), List.of(new Item(order.toString(), fence)));
        clock.advance(Duration.ofMinutes(7).minusSeconds(1));
        assertThat(shown(OrderList.Show.UNBOOKED)).isEmpty();
        assertThat(doubt()).isEqualTo(HandoverViews.Doubt.NONE);
        assertThat(overdue.unbookedEverywhere())
                .doesNotContainKey(counter.location().id());

        clock.advance(Duration.ofSeconds(1));

        assertThat(shown(OrderList.Show.UNBOOKED)).containsExactly(order);
        assertThat(doubt()).isEqualTo(HandoverViews.Doubt.UNBOOKED);
        assertThat(overdue.unbookedEverywhere())
                .containsEntry(counter.location().id(), 1L);
    }

    @Test
    void an_order_is_handed_over_unasked_for_ninety_minutes_after_its_promise_and_not_longer() {
        clock.advance(Duration.ofMinutes(90).minusSeconds(1));
        assertThat(shown(OrderList.Show.TOO_OLD)).isEmpty();
        assertThatExceptionOfType(TransferRefused.class)
                .isThrownBy(() -> counter.decideOverdue().handOver(all(), ANN, order))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("not-too-old"));

        clock.advance(Duration.ofSeconds(1));

        assertThat(shown(OrderList.Show.TOO_OLD)).containsExactly(order);
        assertThat(doubt()).isEqualTo(HandoverViews.Doubt.TOO_OLD);
        assertThat(overdue.tooOldEverywhere()).containsEntry(counter.location().id(), 1L);
        assertThat(claimed(1)).isEmpty();
        counter.decideOverdue().handOver(all(), ANN, order);
        assertThat(claimed(2)).hasSize(1);
    }

    @Test
    void an_order_an_hour_past_its_promise_is_claimed_where_ninety_minutes_are_allowed() {
        clock.advance(Duration.ofMinutes(80));

        assertThat(claimed(1)).hasSize(1);
    }

    private List<ClaimOrders.Claim> claimed(long seq) {
        return counter.claims().claim(till, new Journal("first", seq), 20).claims();
    }

    private List<OrderId> shown(OrderList.Show show) {
        return store
                .in(() -> new OrderList(store.entities(), clock).page(all(), OrderList.Filter.of(show), null, 50))
                .rows()
                .stream()
                .map(HandoverViews.Row::id)
                .toList();
    }

    private HandoverViews.Doubt doubt() {
        return counter.board().progress(order).doubt();
    }

    private Scope all() {
        return Scope.all(counter.location().tenant());
    }
}
