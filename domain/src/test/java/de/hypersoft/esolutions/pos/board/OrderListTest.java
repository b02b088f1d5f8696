package de.hypersoft.esolutions.pos.board;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.ordering.search.OlderOrders;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.Databases;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list is read anew by every open page at each change, so years of finished orders must cost it nothing. */
@OnBothDatabases
class OrderListTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final OrderList list;
    private final Location location;

    OrderListTest(Store store) {
        this.store = store;
        this.list = new OrderList(store.entities(), clock);
        this.location = TestLocations.open(store, clock.instant());
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderList.Show.class,
            names = {"WAITING", "RECEIPT_MISSING", "OPEN"})
    void what_somebody_must_care_for_costs_the_same_however_many_orders_are_done_with(OrderList.Show show) {
        sql("update pos.transfer set waiting_since = null, waiting_location = null"); // else waiting is the usual
        orders(3, "PLACED", "PENDING", null, "w");
        orders(2, "ACCEPTED", "TRANSFERRED_MANUAL", null, "m");
        long few = rowsReadAnalyzed(show);
        orders(2_000, "COMPLETED", "TRANSFERRED_AUTO", null, "a");
        orders(200, "COMPLETED", "TRANSFERRED_MANUAL", "4711", "t");
        assertThat(rowsReadAnalyzed(show)).isLessThan(few + 100);
        assertThat(store.in(() -> page(show)).rows())
                .hasSize(Map.of(OrderList.Show.WAITING, 3, OrderList.Show.RECEIPT_MISSING, 2)
                        .getOrDefault(show, 5));
    }

    @Test
    void a_name_or_phone_is_found_among_years_of_orders_as_quickly_as_among_ten() {
        orders(3_000, "COMPLETED", "TRANSFERRED_AUTO", null, "y");
        guest("y7", "Zoë Groß-Müller", "0171 7654321");
        migrate();
        analyze();

        for (String said :
                List.of("Zoe", "gross mueller", "MÜLLER", "zoe müller", "+49 171 7654321", "7654321", "y7")) {
            assertThat(numbers(said)).as(said).containsExactly("y7");
            if (store.engine() == Databases.POSTGRESQL)
                assertThat(rowsRead("customer_order", () -> search(OrderList.Show.DONE, said)))
                        .as(said)
                        .isLessThan(100);
        }
    }

    @Test
    void a_number_is_found_with_or_without_year_dash_and_zeros() {
        orders(20, "PLACED", "PENDING", null, "o");
        number("o7", "2026-000123");
        number("o8", "2025-000123");
        number("o9", "2026-001123");

        for (String said : List.of("2026-000123", "2026000123", "2026 123", "2026-123", "2026/000123"))
            assertThat(numbers(said)).as(said).containsExactly("2026-000123");
        for (String said : List.of("000123", "#000123", "Nr. 000123"))
            assertThat(numbers(said)).as(said).containsExactlyInAnyOrder("2026-000123", "2025-000123");
        assertThat(numbers("123")).containsExactlyInAnyOrder("2026-000123", "2025-000123", "2026-001123");
    }

    @Test
    void a_guest_is_found_however_the_name_is_spelt() {
        orders(8, "PLACED", "PENDING", null, "n");
        guest("n1", "Jürgen Weiß", "030 1");
        guest("n2", "Anna-Lena Groß", "030 1");
        guest("n3", "Éloïse O’Brien", "030 1");
        guest("n4", "Наталія Шевченко", "030 1");
        guest("n5", "Marie del Carmen López", "030 1");
        guest("n6", "Jurgen Bauer", "030 1");
        guest("n7", "Ina von der Heide", "0171 7654321");
        guest("n8", "Karl Klein-Müller", "0171 4321765");
        migrate();
        for (String said : List.of("juergen weiss", "JÜRGEN WEISS", "weiss jürgen", "Weiß", "jurgen wei"))
            assertThat(numbers(said)).as(said).containsExactly("n1");
        for (String said : List.of("anna lena", "Annalena", "gross", "GROẞ", "Anna-Lena Gross"))
            assertThat(numbers(said)).as(said).containsExactly("n2");
        for (String said : List.of("eloise", "o'brien", "OBrien", "o brien"))
            assertThat(numbers(said)).as(said).containsExactly("n3");
        assertThat(List.of(numbers("наталія"), numbers("Natal"))).containsOnly(List.of("n4"));
        assertThat(List.of(numbers("vonderheide"), numbers("4321"))).containsOnly(List.of("n7"));
        assertThat(numbers("carmen lopez")).containsExactly("n5");
        assertThat(numbers("kleinmüller")).containsExactly("n8");
        assertThat(numbers("jürgen")).containsExactlyInAnyOrder("n1", "n6");
        for (String said : List.of("100%", "_")) assertThat(numbers(said)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0171 765 43 21", "+49 171 7654321", "0049 (0)171-7654321", "+49(0)171/7654321", "01717654321"})
    void a_phone_is_found_with_and_without_country_code_and_blanks(String stored) {
        orders(3, "PLACED", "PENDING", null, "p");
        guest("p2", "Anna", stored);
        migrate();

        for (String said : List.of(
                "0171 7654321",
                "+49 171 7654321",
                "0049171/7654321",
                "0171-765 4321",
                "1717654321",
                "7654321",
                "0171 765")) assertThat(numbers(said)).as(said).containsExactly("p2");
        assertThat(numbers("0171 9654321")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderList.Show.class,
            names = {"WAITING", "OPEN"})
    void no_order_is_shown_twice_or_passed_over_while_others_come_and_go(OrderList.Show show) {
        orders(120, "PLACED", "PENDING", null, "a");
        List<String> seen = new ArrayList<>();
        HandoverViews.Key after = null;
        int more = 0;
        do {
            HandoverViews.Key from = after;
            HandoverViews.Page page = store.in(() -> list.page(scope(), OrderList.Filter.of(show), from, 50));
            page.rows().forEach(row -> seen.add(row.number()));
            after = page.next();
            clock.advance(Duration.ofSeconds(30));
            orders(20, "PLACED", "PENDING", null, "b" + more + "-");
            if (more++ == 0) done(seen.get(3), seen.get(49));
        } while (after != null && more < 10);

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.stream().filter(number -> number.startsWith("a"))).hasSize(120);
    }

    @Test
    void each_order_stands_in_one_group_and_the_counts_are_those_of_all_pages() {
        orders(230, "PLACED", "PENDING", null, "w");
        orders(220, "PLACED", "TRANSFERRED_MANUAL", null, "m");
        orders(60, "ACCEPTED", "TRANSFERRED_AUTO", null, "a");
        Set<OrderList.Show> before = Set.of(OrderList.Show.WAITING, OrderList.Show.RECEIPT_MISSING);

        HandoverViews.Page waiting = store.in(() -> page(OrderList.Show.WAITING));
        HandoverViews.Page receipts = store.in(() -> page(OrderList.Show.RECEIPT_MISSING));
        HandoverViews.Page others = store.in(
                () -> list.page(scope(), new OrderList.Filter(OrderList.Show.OPEN, before, List.of(), ""), null, 50));

        assertThat(List.of(waiting.total(), receipts.total(), others.total())).containsExactly(230L, 220L, 60L);
        assertThat(others.rows()).allMatch(row -> row.number().startsWith("a")).hasSize(50);
    }

    private HandoverViews.Page page(OrderList.Show show) {
        return list.page(scope(), OrderList.Filter.of(show), null, 50);
    }

    private Scope scope() {
        return Scope.all(location.tenant());
    }

    /** As the page searches: what is open, and what is done. */
    private List<String> numbers(String said) {
        List<String> found = new ArrayList<>();
        for (OrderList.Show show : List.of(OrderList.Show.OPEN, OrderList.Show.DONE))
            store.in(() -> search(show, said)).rows().forEach(row -> found.add(row.number()));
        return found;
    }

    private HandoverViews.Page search(OrderList.Show show, String said) {
        return list.page(scope(), new OrderList.Filter(show, Set.of(), List.of(), said), null, 50);
    }

    private void done(String... numbers) {
        for (String number : numbers)
            store.run(() -> {
                store.entities()
                        .createNativeQuery("update pos.transfer set waiting_since = null, waiting_location = null where"
                                + " order_id in (select id from ordering.customer_order where order_number = :number"
                                + " and tenant_id = :tenant)")
                        .setParameter("number", number)
                        .setParameter("tenant", location.tenant().value())
                        .executeUpdate();
                set("status = 'COMPLETED'", number);
            });
    }

    private void number(String from, String to) {
        store.run(() -> set("order_number = '" + to + "'", from));
    }

    /** As an order placed before search keys were stored. */
    private void guest(String number, String name, String phone) {
        store.run(() -> set("guest_name = '" + name + "', guest_phone = '" + phone + "', search_words = ''", number));
    }

    private void migrate() {
        try (Connection connection = store.database().getConnection()) {
            connection.setAutoCommit(true);
            OlderOrders.fill(connection);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void set(String what, String number) {
        store.entities()
                .createNativeQuery("update ordering.customer_order set " + what
                        + " where order_number = :number and tenant_id = :tenant")
                .setParameter("number", number)
                .setParameter("tenant", location.tenant().value())
                .executeUpdate();
    }

    /** Of the table that tells which orders they are; H2, the database of one restaurant, walks through the tenant's. */
    private long rowsReadAnalyzed(OrderList.Show show) {
        analyze();
        String table = show == OrderList.Show.OPEN ? "customer_order" : "transfer";
        return store.engine() == Databases.H2 ? 0 : rowsRead(table, () -> page(show));
    }

    private long rowsRead(String table, Runnable work) {
        return store.in(() -> {
            long before = tuples(table);
            work.run();
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
        else
            for (String table : List.of("pos.transfer", "ordering.customer_order", "tenancy.location"))
                sql("analyze " + table);
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
