package de.hypersoft.esolutions.bench.restaurant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopsTest {

    @Test
    void each_shop_has_a_host_a_till_a_menu_and_a_day_to_end(@TempDir Path folder) throws Exception {
        try (Store store = Store.h2(folder, true)) {
            assertThat(laid(store, false)).containsExactly(26L, 26L, 25L, 25L, 25L, 357L, 501L);
        }
    }

    @Test
    void on_postgresql_too(@TempDir Path folder) throws Exception {
        try (Store store = Store.postgresql(folder.resolve("data"))) {
            assertThat(laid(store, true)).containsExactly(26L, 26L, 25L, 25L, 25L, 357L, 501L);
        }
    }

    /** Counts what stands there, that of the ground included. */
    private static List<Long> laid(Store store, boolean postgresql) throws SQLException {
        Ground.lay(store, 0, 300);
        try (Connection connection = store.connect()) {
            Shops.lay(connection, postgresql, 25);
            return Stream.of(
                            "tenancy.tenant",
                            "tenancy.location",
                            "pos.till t join tenancy.location l on l.id = t.location_id",
                            "catalog.shown_menu s join tenancy.location l on l.id = s.location_id",
                            "closing.calendar c join tenancy.location l on l.id = c.location_id",
                            "tenancy.opening_window",
                            "tenancy.delivery_zone")
                    .map(from -> count(connection, from))
                    .toList();
        }
    }

    private static long count(Connection connection, String from) {
        try {
            return ((Number) Ground.query(connection, "select count(*) from " + from)
                            .get(0)[0])
                    .longValue();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
