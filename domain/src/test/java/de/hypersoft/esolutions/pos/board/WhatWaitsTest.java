package de.hypersoft.esolutions.pos.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.pos.Counter;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which orders wait where, and since when. */
@OnBothDatabases
class WhatWaitsTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Counter counter;
    private final OrderList list;

    WhatWaitsTest(Store store) {
        this.store = store;
        this.counter = new Counter(store, clock);
        this.list = new OrderList(store.entities(), clock);
    }

    @Test
    void a_location_is_told_since_when_its_longest_waiting_order_waits() {
        assertThat(longest(scope(counter))).isEmpty();
        Instant first = clock.instant();
        OrderId oldest = counter.placed();
        clock.advance(Duration.ofMinutes(3));
        Instant second = clock.instant();
        counter.placed();

        assertThat(longest(scope(counter)))
                .containsExactlyEntriesOf(Map.of(counter.location().id(), first));

        waitsNoLonger(oldest);
        assertThat(longest(scope(counter)))
                .containsExactlyEntriesOf(Map.of(counter.location().id(), second));
    }

    @Test
    void what_waits_at_another_brand_is_not_told() {
        Counter elsewhere = new Counter(store, clock);
        elsewhere.placed();

        assertThat(longest(scope(counter))).isEmpty();
        assertThat(longest(scope(elsewhere)))
                .containsOnlyKeys(elsewhere.location().id());
    }

    @Test
    void an_order_is_found_at_the_location_that_makes_it_and_an_unknown_one_nowhere() {
        Counter elsewhere = new Counter(store, clock);
        OrderId here = counter.placed();
        OrderId there = elsewhere.placed();

        assertThat(store.in(() -> counter.board().place(here)))
                .isEqualTo(counter.location().id());
        assertThat(store.in(() -> elsewhere.board().place(there)))
                .isEqualTo(elsewhere.location().id());
        assertThatThrownBy(() -> store.in(() -> counter.board().place(new OrderId(UUID.randomUUID()))))
                .isInstanceOf(Orders.UnknownOrder.class);
    }

    private Map<LocationId, Instant> longest(Scope scope) {
        return store.in(() -> list.waitingLongest(scope));
    }

    private static Scope scope(Counter counter) {
        return Scope.all(counter.location().tenant());
    }

    private void waitsNoLonger(OrderId order) {
        store.run(() -> store.entities()
                .createNativeQuery("update pos.transfer set state = 'TRANSFERRED_MANUAL', waiting_since = null,"
                        + " waiting_location = null where order_id = :order")
                .setParameter("order", order.value())
                .executeUpdate());
    }
}
