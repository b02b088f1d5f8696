package de.hypersoft.esolutions.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.Databases;
import de.hypersoft.esolutions.testing.Store;
import de.hypersoft.esolutions.testing.Together;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Events come at least once, from several nodes, and beside the orders that were there before. */
class CountedOnceTest {

    private static final Instant AT = Instant.parse("2026-11-05T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-05");

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_event_that_two_nodes_deliver_at_the_same_moment_counts_once(Databases engine) throws Exception {
        Store store = Store.alone(engine);
        SoldOrders orders = new SoldOrders(store);
        Reports reports = new Reports(store);
        Location here = orders.brand();
        List<SoldOrders.Sold> sold = sold(orders, here, 5);

        for (int round = 0; round < 3; round++)
            Together.run(4, () -> {
                reports.tell(sold);
                return true;
            });

        assertThat(orders(reports, here)).isEqualTo(5);
        orders.end(sold.get(0), OrderStatus.CANCELLED);
        Together.run(4, () -> {
            store.run(() -> reports.ended().on(sold.get(0).advanced(OrderStatus.CANCELLED)));
            return true;
        });
        assertThat(orders(reports, here)).isEqualTo(4);
        assertThat(reports.lost(Scope.all(here.tenant()), DAY, DAY))
                .hasEntrySatisfying("CANCELLED", sum -> assertThat(sum.orders()).isEqualTo(1));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_is_rolled_back_was_not_counted(Databases engine) {
        Store store = Store.alone(engine);
        SoldOrders orders = new SoldOrders(store);
        Reports reports = new Reports(store);
        Location here = orders.brand();
        List<SoldOrders.Sold> sold = sold(orders, here, 2);

        try {
            store.run(() -> {
                reports.placed().on(sold.get(0).placed());
                throw new IllegalStateException("the node died");
            });
        } catch (IllegalStateException died) {
            assertThat(orders(reports, here)).isZero();
        }
        reports.tell(sold);

        assertThat(orders(reports, here)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void older_orders_are_counted_once_whoever_stops_and_whatever_is_told_meanwhile(Databases engine) {
        Store store = Store.alone(engine);
        SoldOrders orders = new SoldOrders(store);
        Reports reports = new Reports(store);
        Location here = orders.brand();
        List<SoldOrders.Sold> sold = sold(orders, here, 25);
        orders.end(sold.get(3), OrderStatus.REJECTED);
        assertThat(store.in(reports.reading()::behind)).contains(Instant.EPOCH);

        assertThat(reports.older().count(10)).isTrue();
        assertThat(store.in(reports.reading()::behind)).contains(sold.get(9).at());
        reports.tell(sold.subList(5, 15));
        assertThat(reports.older().count(10)).isTrue();
        assertThat(reports.older().count(10)).isFalse();

        assertThat(orders(reports, here)).isEqualTo(24);
        assertThat(reports.lost(Scope.all(here.tenant()), DAY, DAY)).containsOnlyKeys("REJECTED");
        assertThat(store.in(reports.reading()::behind)).isEmpty();
        CountOlderOrders older = reports.older();
        assertThat(older.count(10)).isFalse();
        assertThat(store.statementsOf(() -> older.count(10)))
                .as("asked of the database once all is done")
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_older_order_that_nobody_can_read_stops_no_other(Databases engine) {
        Store store = Store.alone(engine);
        SoldOrders orders = new SoldOrders(store);
        Reports reports = new Reports(store);
        Location here = orders.brand();
        List<SoldOrders.Sold> sold = sold(orders, here, 12);
        store.run(() -> store.entities()
                .createNativeQuery("update ordering.customer_order set document = '{}' where id = :id")
                .setParameter("id", sold.get(4).id())
                .executeUpdate());

        assertThat(reports.older().count(10)).isTrue();
        assertThat(reports.older().count(10)).isFalse();

        assertThat(orders(reports, here)).isEqualTo(11);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_a_listener_does_costs_the_same_number_of_statements_for_fifty_orders_as_for_two(Databases engine) {
        Store store = Store.alone(engine);
        SoldOrders orders = new SoldOrders(store);
        Reports reports = new Reports(store);
        Location here = orders.brand();

        List<SoldOrders.Sold> few = sold(orders, here, 2);
        List<SoldOrders.Sold> fifty = sold(orders, here, 50);
        long two = store.statementsOf(() -> reports.tell(few));
        long statements = store.statementsOf(() -> reports.tell(fifty));

        assertThat(statements).isLessThanOrEqualTo(8).isLessThanOrEqualTo(two);
    }

    private static List<SoldOrders.Sold> sold(SoldOrders orders, Location here, int many) {
        Random chance = new Random(7);
        List<SoldOrders.Sold> sold = new ArrayList<>();
        for (int i = 0; i < many; i++) sold.add(orders.any(here, AT.plusSeconds(i), chance));
        return sold;
    }

    private static long orders(Reports reports, Location here) {
        return reports.by(Dimension.DAY, Scope.all(here.tenant()), DAY, DAY).values().stream()
                .mapToLong(Sum::orders)
                .sum();
    }
}
