package de.hypersoft.esolutions.ordering.search;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.database.Migrations;
import de.hypersoft.esolutions.testing.Databases;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A server that is updated after it took orders which nobody could find by their guests yet. */
@OnBothDatabases
class OlderOrdersTest {

    /** More than are read at once, twice. */
    private static final int ORDERS = 2_001;

    private final Store store;

    OlderOrdersTest(Store store) {
        this.store = store;
    }

    @Test
    void after_the_update_each_older_order_is_found_by_name_phone_and_mail_address() throws SQLException {
        DataSource database = store.engine().fresh();
        migrateUpTo("20261128190100", database);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(orders("{\"guest\":{\"email\":\"Zoe@Quasten.Example\"}}", "g", ORDERS));
            statement.execute(orders("{\"guest\":{}}", "m", 1));
            statement.execute(orders("{}", "n", 1));
        }

        Migrations.migrate(database);

        assertThat(guests(database))
                .containsExactly(
                        "2 with  zo gros zogros, zogros, gros, 21865551710, ",
                        "2001 with  zo gros zogros, zogros, gros, 21865551710, zoe@quasten.example");
    }

    @Test
    void installed_servers_know_both_steps_by_version_and_description_and_would_not_start_with_others()
            throws SQLException {
        DataSource database = store.engine().fresh();
        Migrations.migrate(database);

        List<String> steps = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select \"version\", \"description\" from"
                                + " \"migration\".\"flyway_schema_history\" where \"type\" = 'JDBC' and \"checksum\" is null")) {
            while (rows.next()) steps.add(rows.getString(1) + " " + rows.getString(2));
        }
        assertThat(steps)
                .contains(
                        "20261128190200 make older orders searchable",
                        "20261129130700 find older orders by mail address");
    }

    /** As an earlier release left it, which had no step in Java. */
    private static void migrateUpTo(String version, DataSource database) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db")
                .defaultSchema("migration")
                .createSchemas(true)
                .target(version)
                .load()
                .migrate();
    }

    private String orders(String document, String prefix, int count) {
        boolean h2 = store.engine() == Databases.H2;
        String random = h2 ? "random_uuid()" : "gen_random_uuid()";
        return "insert into ordering.customer_order (id, tenant_id, location_id, order_number, placed_at, order_type,"
                + " guest_name, guest_phone, currency, total_minor, status, status_at, idempotency_key, request_hash,"
                + " tracking_token, document, version) select " + random + ", " + random + ", " + random + ", '"
                + prefix + "' || n, current_timestamp, 'PICKUP', 'Zoë Groß', '0171 5556812', 'EUR', 990, 'COMPLETED',"
                + " current_timestamp, '" + prefix + "' || n, 'x', '" + prefix + "' || n, '" + document + "', 0 from "
                + (h2 ? "system_range(1, " : "generate_series(1, ") + count + ") r(n)";
    }

    private static List<String> guests(DataSource database) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*), search_words, search_first, search_last, search_phone, search_mail"
                                + " from ordering.customer_order group by search_words, search_first, search_last,"
                                + " search_phone, search_mail order by search_mail")) {
            while (rows.next())
                found.add(rows.getLong(1) + " with " + rows.getString(2) + ", " + ascii(rows.getBytes(3)) + ", "
                        + ascii(rows.getBytes(4)) + ", " + rows.getString(5) + ", " + rows.getString(6));
        }
        return found;
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
