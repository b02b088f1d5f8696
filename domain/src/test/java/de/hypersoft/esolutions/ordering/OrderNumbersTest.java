package de.hypersoft.esolutions.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class OrderNumbersTest {

    private static final Instant FRIDAY = Instant.parse("2026-11-20T18:00:00Z");

    private final Store store;
    private final OrderNumbers numbers;
    private final Location location;

    OrderNumbersTest(Store store) {
        this.store = store;
        this.numbers = new OrderNumbers(store.entities());
        this.location = TestLocations.open(store, FRIDAY);
    }

    @Test
    void numbers_count_up_within_the_year_of_the_location() {
        assertThat(next(FRIDAY)).isEqualTo("2026-000001");
        assertThat(next(FRIDAY)).isEqualTo("2026-000002");
        assertThat(next(Instant.parse("2026-12-31T23:30:00Z"))).isEqualTo("2027-000001");
    }

    @Test
    void T32_a_counter_that_lags_behind_its_orders_passes_over_their_numbers() {
        next(FRIDAY);
        stored("2026-000002");
        stored("2026-000003");

        assertThat(next(FRIDAY)).isEqualTo("2026-000004");
        assertThat(next(FRIDAY)).isEqualTo("2026-000005");
    }

    private String next(Instant now) {
        return store.in(() -> numbers.next(location, now));
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
