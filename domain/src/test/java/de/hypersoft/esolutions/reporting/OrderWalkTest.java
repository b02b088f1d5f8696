package de.hypersoft.esolutions.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.ordering.search.OrderWalk;
import de.hypersoft.esolutions.ordering.search.Walks;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** All orders of a time are met once, some at a time. */
@OnBothDatabases
class OrderWalkTest {

    private static final Instant AT = Instant.parse("2026-11-05T12:00:00.123456Z");

    private final Store store;
    private final SoldOrders orders;
    private final OrderWalk walk;

    OrderWalkTest(Store store) {
        this.store = store;
        this.orders = new SoldOrders(store);
        this.walk = Walks.of(store);
    }

    @Test
    void a_walk_meets_each_order_once_also_those_of_one_instant() {
        Location here = orders.brand();
        Location there = orders.sister(here);
        List<SoldOrders.Sold> expected = new ArrayList<>();
        for (int i = 0; i < 11; i++) expected.add(orders.one(here, AT.plusMillis(i / 4), "Pizza", "a@linde.example"));
        orders.one(here, AT.minusMillis(1), "Pizza", "a@linde.example");
        orders.one(here, AT.plusMillis(3), "Pizza", "a@linde.example");
        orders.one(there, AT, "Pizza", "a@linde.example");

        List<OrderWalk.Stored> met = walk(Scope.only(here.tenant(), Set.of(here.id())));

        assertThat(met)
                .extracting(order -> order.id().value())
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(SoldOrders.Sold::id).toList());
        assertThat(met).extracting(OrderWalk.Stored::placedAt).isSorted();
        assertThat(met)
                .extracting(OrderWalk.Stored::document)
                .contains(expected.get(0).document());
        assertThat(walk(Scope.all(here.tenant()))).hasSize(12);
        assertThat(walk(Scope.only(here.tenant(), Set.of()))).isEmpty();
    }

    @Test
    void whoever_ordered_before_at_the_brand_returns_and_nobody_else_does() {
        Location here = orders.brand();
        Location there = orders.sister(here);
        Location foreign = orders.brand();
        SoldOrders.Sold first = orders.one(here, AT, "Pizza", "a@linde.example");
        SoldOrders.Sold again = orders.one(there, AT.plusSeconds(60), "Pizza", "a@linde.example");
        SoldOrders.Sold other = orders.one(here, AT.plusSeconds(60), "Pizza", "b@linde.example");
        SoldOrders.Sold elsewhere = orders.one(foreign, AT.plusSeconds(60), "Pizza", "a@linde.example");

        assertThat(store.in(() -> walk.returning(List.of(first.id(), again.id(), other.id(), elsewhere.id()))))
                .containsExactly(again.id());
    }

    private List<OrderWalk.Stored> walk(Scope scope) {
        List<OrderWalk.Stored> met = new ArrayList<>();
        OrderWalk.Place behind = OrderWalk.Place.before(AT);
        List<OrderWalk.Stored> some;
        do {
            OrderWalk.Place from = behind;
            some = store.in(() -> walk.placed(scope, from, AT.plusMillis(3), 3));
            met.addAll(some);
            if (!some.isEmpty()) behind = OrderWalk.Place.behind(some.get(some.size() - 1));
        } while (!some.isEmpty());
        return met;
    }
}
