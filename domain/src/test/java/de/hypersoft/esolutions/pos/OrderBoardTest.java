package de.hypersoft.esolutions.pos;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.Branches;
import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.Changed;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.Databases;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The list is read anew by every open page at each change, so years of finished orders must cost it nothing. */
@OnBothDatabases
class OrderBoardTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final OrderBoard board;
    private final Location location;

    OrderBoardTest(Store store) {
        this.store = store;
        this.board = new OrderBoard(
                store.entities(),
                new Transfers(store.entities(), new Told<Changed>()),
                new Orders(store.entities()),
                clock);
        this.location = Branches.open(store, clock.instant());
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderBoard.Show.class,
            names = {"WAITING", "RECEIPT_MISSING", "OPEN"})
    void what_somebody_must_care_for_costs_the_same_however_many_orders_are_done_with(OrderBoard.Show show) {
        orders(3, "PLACED", "PENDING", null, "w");
        orders(2, "ACCEPTED", "TRANSFERRED_MANUAL", null, "m");
        orders(2_000, "COMPLETED", "TRANSFERRED_AUTO", null, "a");
        orders(200, "COMPLETED", "TRANSFERRED_MANUAL", "4711", "t");
        analyze();

        assertThat(store.in(() -> page(show)).rows())
                .hasSize(
                        switch (show) {
                            case WAITING -> 3;
                            case RECEIPT_MISSING -> 2;
                            default -> 5;
                        });
        // H2, the database of one restaurant, walks through the tenant's orders
        if (store.engine() == Databases.POSTGRESQL) assertThat(rowsRead(show)).isLessThan(100);
    }

    @Test
    void all_orders_are_found_by_number_and_name() {
        orders(2, "COMPLETED", "TRANSFERRED_AUTO", null, "x");

        assertThat(store.in(() -> search("x1")).total()).isEqualTo(1);
        assertThat(store.in(() -> search("anna")).total()).isEqualTo(2);
    }

    private HandoverViews.Page page(OrderBoard.Show show) {
        return board.page(Scope.all(location.tenant()), new OrderBoard.Filter(show, null, null, null, ""), 0, 50);
    }

    private HandoverViews.Page search(String text) {
        return board.page(
                Scope.all(location.tenant()),
                new OrderBoard.Filter(OrderBoard.Show.ALL, null, null, null, text),
                0,
                50);
    }

    /** Rows read of the table that tells which orders they are, as PostgreSQL counts them. */
    private long rowsRead(OrderBoard.Show show) {
        String table = show == OrderBoard.Show.OPEN ? "customer_order" : "transfer";
        return store.in(() -> {
            long before = tuples(table);
            page(show);
            return tuples(table) - before;
        });
    }

    private long tuples(String table) {
        Object sum = store.entities()
                .createNativeQuery("select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)"
                        + " from pg_stat_xact_user_tables where relname = :table")
                .setParameter("table", table)
                .getSingleResult();
        return ((Number) sum).longValue();
    }

    private void analyze() {
        if (store.engine() == Databases.H2) sql("analyze");
        else for (String table : List.of("pos.transfer", "ordering.customer_order")) sql("analyze " + table);
    }

    private void sql(String statement) {
        store.run(() -> store.entities().createNativeQuery(statement).executeUpdate());
    }

    /** @param prefix of their numbers, which go on with 1, 2, 3 */
    private void orders(int count, String status, String state, @Nullable String receipt, String prefix) {
        boolean h2 = store.engine() == Databases.H2;
        String random = h2 ? "random_uuid()" : "gen_random_uuid()";
        String numbers = h2 ? "system_range(1, " + count + ") r(n)" : "generate_series(1, " + count + ") r(n)";
        store.run(() -> {
            store.entities()
                    .createNativeQuery("insert into ordering.customer_order (id, tenant_id, location_id, order_number,"
                            + " placed_at, order_type, guest_name, guest_phone, currency, total_minor, status,"
                            + " status_at, idempotency_key, request_hash, tracking_token, document, version) select "
                            + random + ", :tenant, :location, '" + prefix + "' || n, :now, 'PICKUP', 'Anna', '030 1',"
                            + " 'EUR', 2380, '" + status + "', :now, '" + prefix + "' || n, 'x', cast(" + random
                            + " as varchar(64)), '{}', 0 from " + numbers)
                    .setParameter("tenant", location.tenant().value())
                    .setParameter("location", location.id().value())
                    .setParameter("now", clock.instant())
                    .executeUpdate();
            String waits = state.equals("PENDING") ? "location_id, placed_at" : "null, null";
            store.entities()
                    .createNativeQuery("insert into pos.transfer (order_id, tenant_id, location_id, placed_at, state,"
                            + " fence, offers, episode, state_since, booked, receipt_number, waiting_location,"
                            + " waiting_since, may_be_doubled, promised_at) select id, tenant_id, location_id, placed_at, '"
                            + state
                            + "', 1, 0, 1, placed_at, false, " + (receipt == null ? "null" : "'" + receipt + "'") + ", "
                            + waits + ", false, placed_at from ordering.customer_order where tenant_id = :tenant"
                            + " and order_number like '" + prefix + "%'")
                    .setParameter("tenant", location.tenant().value())
                    .executeUpdate();
        });
    }
}
