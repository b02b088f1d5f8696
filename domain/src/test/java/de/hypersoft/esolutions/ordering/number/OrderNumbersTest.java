package de.hypersoft.esolutions.ordering.number;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class OrderNumbersTest {

    private static final Instant FRIDAY = Instant.parse("2026-11-20T18:00:00Z");

    private final Store store;
    private final CountingNode node;
    private final Location location;

    OrderNumbersTest(Store store) {
        this.store = store;
        this.node = new CountingNode(store);
        this.location = TestLocations.open(store, FRIDAY);
    }

    @Test
    void numbers_count_up_within_the_year_of_the_location() {
        assertThat(next(FRIDAY)).isEqualTo("2026-000001");
        assertThat(next(FRIDAY)).isEqualTo("2026-000002");
        assertThat(next(Instant.parse("2026-12-31T23:30:00Z"))).isEqualTo("2027-000001");
    }

    @Test
    void a_number_has_six_digits_at_least_behind_its_year() {
        assertThat(OrderNumbers.written(2026, "7")).isEqualTo("2026-000007");
        assertThat(OrderNumbers.written(2026, "999999")).isEqualTo("2026-999999");
        assertThat(OrderNumbers.written(2026, "1234567")).isEqualTo("2026-1234567");
        assertThat(OrderNumbers.written(26, "0")).isEqualTo("0026-000000");
    }

    @Test
    void T32_a_counter_that_lags_behind_its_orders_passes_over_their_numbers() {
        next(FRIDAY);
        stored("2026-000002");
        stored("2026-000003");

        assertThat(node.fail(location, FRIDAY)).isEqualTo("2026-000002");
        assertThat(next(FRIDAY)).isEqualTo("2026-000004");
        assertThat(next(FRIDAY)).isEqualTo("2026-000005");
    }

    @Test
    void T32_a_node_that_starts_on_a_restored_database_fails_no_order_by_its_number() {
        next(FRIDAY);
        stored("2026-000002");
        stored("2026-000003");

        assertThat(new CountingNode(store).sell(location, FRIDAY)).isEqualTo("2026-000004");
    }

    @Test
    void a_brand_that_sells_quickly_waits_for_no_row_and_no_number_is_left_out() {
        List<String> sold = IntStream.range(0, 40).mapToObj(i -> next(FRIDAY)).toList();

        assertThat(sold)
                .isEqualTo(IntStream.rangeClosed(1, 40)
                        .mapToObj(i -> "2026-%06d".formatted(i))
                        .toList());
        assertThat(store.statementsIn(() -> node.numbers().next(location, FRIDAY, 1)))
                .isZero();
    }

    @Test
    void a_brand_that_sells_now_and_then_draws_one_number_at_a_time() {
        CountingNode other = new CountingNode(store);

        for (int minute = 0; minute < 6; minute++)
            assertThat((minute % 2 == 0 ? node : other).sell(location, FRIDAY.plusSeconds(60 * minute)))
                    .isEqualTo("2026-%06d".formatted(minute + 1));
    }

    @Test
    void two_nodes_never_give_one_number_twice() {
        CountingNode other = new CountingNode(store);
        Set<String> numbers = new HashSet<>();

        for (int i = 0; i < 200; i++)
            assertThat(numbers.add((i % 3 == 0 ? other : node).sell(location, FRIDAY.plusMillis(50 * i))))
                    .isTrue();
    }

    @Test
    void T32_what_a_rush_left_over_is_forgotten_after_ten_minutes() {
        for (int i = 0; i < 5; i++) next(FRIDAY);

        assertThat(next(FRIDAY.plusSeconds(11 * 60))).isEqualTo("2026-000008");
    }

    @Test
    void T32_a_node_that_met_a_taken_number_leaves_those_it_kept_and_asks_the_counter() {
        for (int i = 0; i < 5; i++) next(FRIDAY);
        stored("2026-000006");
        stored("2026-000007");
        stored("2026-000008");

        assertThat(node.fail(location, FRIDAY)).isEqualTo("2026-000006");
        assertThat(next(FRIDAY)).isEqualTo("2026-000009");
    }

    @Test
    void a_block_of_numbers_is_large_after_a_rush_and_bounded() {
        for (int i = 0; i < 500; i++) next(FRIDAY);
        CountingNode other = new CountingNode(store);

        assertThat(Integer.parseInt(other.sell(location, FRIDAY).substring(5))).isBetween(501, 501 + 64);
    }

    private String next(Instant now) {
        return node.sell(location, now);
    }

    private void stored(String number) {
        store.run(() -> store.entities()
                .createNativeQuery(
                        "insert into ordering.customer_order (id, tenant_id, location_id, order_number, placed_at,"
                                + " order_type, guest_name, guest_phone, currency, total_minor, status, status_at,"
                                + " idempotency_key, request_hash, tracking_token, document, version) values (?1, ?2, ?3,"
                                + " ?4, ?5, 'PICKUP', 'Guest', '030', 'EUR', 990, 'PLACED', ?5, ?6, 'hash', ?6, '{}', 0)")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, location.tenant().value())
                .setParameter(3, location.id().value())
                .setParameter(4, number)
                .setParameter(5, FRIDAY)
                .setParameter(6, UUID.randomUUID().toString())
                .executeUpdate());
    }
}
