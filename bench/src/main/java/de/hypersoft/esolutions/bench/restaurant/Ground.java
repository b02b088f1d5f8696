package de.hypersoft.esolutions.bench.restaurant;

import de.hypersoft.esolutions.kernel.Secret;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What a run stands on: a restaurant with one location that is always open, tills to pair and a manager. Written before
 * the server's first start; everything that is measured goes through the server.
 */
public record Ground(UUID tenant, UUID location) {

    public static final String SLUG = "bench-mitte";
    static final String LOGIN = "manager@bench.example";
    static final String PASSWORD = "chaos run 2026";
    static final String POSTCODE = "10115";
    static final String ARTICLE = "101";

    /** Long enough for any run. */
    private static final OffsetDateTime NOW = OffsetDateTime.now(ZoneOffset.UTC);

    public static Ground lay(Store store, int tills, int unclaimedAfterSeconds) throws SQLException {
        Ground ground = new Ground(UUID.randomUUID(), UUID.randomUUID());
        store.migrate();
        try (Connection connection = store.connect()) {
            connection.setAutoCommit(false);
            ground.restaurant(connection, unclaimedAfterSeconds);
            ground.manager(connection);
            for (int number = 1; number <= tills; number++) ground.till(connection, number);
            connection.commit();
        }
        return ground;
    }

    /** Of the till with this number, from 1. */
    public static String pin(int number) {
        return "%04d-100000".formatted(number);
    }

    private void restaurant(Connection connection, int unclaimedAfter) throws SQLException {
        run(
                connection,
                "insert into tenancy.tenant (id, slug, name, currency, brand_colour, default_language, created_at,"
                        + " version) values (?, 'bench', 'Bench', 'EUR', '#aa3300', 'de', ?, 0)",
                tenant,
                NOW);
        run(
                connection,
                "insert into tenancy.location (id, tenant_id, slug, name, street, postcode, city, country, phone,"
                        + " legal_name, imprint, time_zone, cutoff, order_types, lead_minutes, mail_to, second_contact,"
                        + " unclaimed_after_seconds, second_contact_after_seconds, version) values (?, ?, ?,"
                        + " 'Bench Mitte', 'Weg 1', '10115', 'Berlin', 'DE', '030 1234567', 'Bench GmbH', '',"
                        + " 'Europe/Berlin', ?, 'DELIVERY,PICKUP', 0, 'kitchen@bench.example', 'boss@bench.example',"
                        + " ?, ?, 0)",
                location,
                tenant,
                SLUG,
                LocalTime.of(6, 0),
                unclaimedAfter,
                unclaimedAfter * 2);
        for (int day = 1; day <= 7; day++) {
            run(
                    connection,
                    "insert into tenancy.opening_window (id, location_id, weekday, opens, closes) values (?, ?, ?, ?, ?)",
                    UUID.randomUUID(),
                    location,
                    day,
                    LocalTime.MIDNIGHT,
                    LocalTime.MIDNIGHT);
        }
        run(
                connection,
                "insert into tenancy.delivery_zone (id, location_id, postcode, minimum_minor, fee_minor)"
                        + " values (?, ?, ?, 500, 190)",
                UUID.randomUUID(),
                location,
                POSTCODE);
        for (String host : List.of("localhost", "127.0.0.1")) {
            run(
                    connection,
                    "insert into hostnames.shop_domain (host, tenant_id, kind, created_at) values (?, ?, 'DEMO', ?)",
                    host,
                    tenant,
                    NOW);
        }
    }

    private void manager(Connection connection) throws SQLException {
        run(
                connection,
                "insert into identity.portal_user (id, login, name, role, tenant_id, whole_tenant, password_hash, active,"
                        + " created_at, version) values (?, ?, 'Ann Manager', 'MANAGER', ?, true, ?, true, ?, 0)",
                UUID.randomUUID(),
                LOGIN,
                tenant,
                passwordHash(),
                NOW);
    }

    private void till(Connection connection, int number) throws SQLException {
        UUID till = UUID.randomUUID();
        run(
                connection,
                "insert into pos.till (id, tenant_id, location_id, number, name, receives_orders, head_office,"
                        + " journal_seq, version) values (?, ?, ?, ?, ?, true, false, 0, 0)",
                till,
                tenant,
                location,
                number,
                "Kasse " + number);
        run(
                connection,
                "insert into pos.pairing (till_id, selector, pin_hash, expires_at, wrong_tries) values (?, ?, ?, ?, 0)",
                till,
                pin(number).substring(0, 4),
                Secret.hashOf(till + pin(number).substring(5)),
                NOW.plusHours(12));
    }

    /** A control till of a location of its own, already paired with this token. */
    public void pairedTill(Connection connection, UUID atLocation, int number, String token) throws SQLException {
        run(
                connection,
                "insert into pos.till (id, tenant_id, location_id, number, name, receives_orders, head_office,"
                        + " token_hash, paired_at, journal_seq, version) values (?, ?, ?, ?, ?, true, false, ?, ?, 0, 0)",
                UUID.randomUUID(),
                tenant,
                atLocation,
                number,
                "Kasse " + number,
                Secret.hashOf(token),
                NOW);
    }

    public static int run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            return statement.executeUpdate();
        }
    }

    public static List<Object[]> query(Connection connection, String sql) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                var result = statement.executeQuery()) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                Object[] row = new Object[columns];
                for (int i = 0; i < columns; i++) row[i] = result.getObject(i + 1);
                rows.add(row);
            }
        }
        return rows;
    }

    /** As {@code identity.Passwords} stores it; few rounds, since nothing is guarded here. */
    private static String passwordHash() {
        byte[] salt = new byte[16];
        PBEKeySpec spec = new PBEKeySpec(PASSWORD.toCharArray(), salt, 1_000, 256);
        try {
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            return "pbkdf2-sha256:1000:" + base64.encodeToString(salt) + ":" + base64.encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has PBKDF2WithHmacSHA256", e);
        }
    }

    /** The smallest catalogue there can be: one pizza. */
    public static String catalogue() {
        return """
            {"version":"2026-01-01T00:00:00Z","baseVersion":null,"currency":"EUR",
             "vatClasses":[{"id":"FOOD","rates":[{"from":"2026-01-01","onSite":"7.00","takeAway":"7.00"}]}],
             "categories":[{"id":"pizza","name":{"de":"Pizza"},"sort":10}],"deposits":[],"optionGroups":[],
             "articles":[{"id":"101","category":"pizza","name":{"de":"Pizza Margherita"},"description":{"de":"Tomate"},
               "price":"9.90","prices":{},"vatClass":"FOOD","optionGroups":[],"components":[],"allergens":["WHEAT"],
               "additives":[],"deposit":null,"minimumAge":0,"content":null,"sort":10}]}
            """;
    }
}
