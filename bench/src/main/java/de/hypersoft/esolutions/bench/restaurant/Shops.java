package de.hypersoft.esolutions.bench.restaurant;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * So many shops, each a brand of its own with a host, one location with hours, zones and a paired till, and a menu that
 * guests see. Made of numbers by SQL, so the same in every run.
 */
public final class Shops {

    private static final long TENANTS = 1_000_000;
    private static final long LOCATIONS = 2_000_000;
    private static final long TILLS = 3_000_000;
    private static final long MENUS = 4_000_000;

    /** For each location a hundred numbers of its own. */
    private static final long WINDOWS = 10_000_000;

    private static final long ZONES = 20_000_000;
    private static final int WINDOWS_EACH = 14;
    private static final int ZONES_EACH = 20;

    private final Connection connection;
    private final boolean postgresql;
    private final int count;

    private Shops(Connection connection, boolean postgresql, int count) {
        this.connection = connection;
        this.postgresql = postgresql;
        this.count = count;
    }

    public static void lay(Connection connection, boolean postgresql, int count) throws SQLException {
        if (count > 0) new Shops(connection, postgresql, count).lay();
    }

    private void lay() throws SQLException {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        String shops = " from " + Past.numbers(postgresql, 1, count);
        Ground.run(
                connection,
                "insert into tenancy.tenant (id, slug, name, currency, brand_colour, default_language, created_at,"
                        + " version) select " + id(TENANTS)
                        + ", 'shop-' || cast(n as varchar), 'Shop', 'EUR', '#aa3300',"
                        + " 'de', ?, 0" + shops,
                now);
        Ground.run(
                connection,
                "insert into tenancy.location (id, tenant_id, slug, name, street, postcode, city, country, phone,"
                        + " legal_name, imprint, time_zone, cutoff, order_types, lead_minutes, mail_to,"
                        + " unclaimed_after_seconds, second_contact_after_seconds, version) select " + id(LOCATIONS)
                        + ", "
                        + id(TENANTS)
                        + ", 'mitte', 'Shop', 'Weg 1', '10115', 'Berlin', 'DE', '030 1234567', 'Shop GmbH',"
                        + " '', 'Europe/Berlin', ?, 'DELIVERY,PICKUP', 20, 'kitchen@bench.example', 300, 600, 0"
                        + shops,
                LocalTime.of(6, 0));
        Ground.run(
                connection,
                "insert into hostnames.shop_domain (host, tenant_id, kind, created_at) select 'shop-' || cast(n as"
                        + " varchar) || '.bench.example', " + id(TENANTS) + ", 'DEMO', ?" + shops,
                now);
        Ground.run(
                connection,
                "insert into pos.till (id, tenant_id, location_id, number, name, receives_orders, head_office, token_hash,"
                        + " paired_at, journal_seq, version) select " + id(TILLS) + ", " + id(TENANTS) + ", "
                        + id(LOCATIONS) + ", 1, 'Kasse 1', true, false, 'shop-' || cast(n as varchar), ?, 0, 0" + shops,
                now);
        hours();
        menus(shops, now);
        // As they stand after a first day: planning ten thousand new locations is no idle minute.
        Ground.run(
                connection,
                "insert into closing.calendar (location_id, time_zone, cutoff, last_day, next_due) select "
                        + id(LOCATIONS) + ", 'Europe/Berlin', ?, ?, ?" + shops,
                LocalTime.of(6, 0),
                LocalDate.now(ZoneOffset.UTC),
                now.plusDays(1));
        Ground.run(connection, "analyze");
    }

    /** Twice a day all the week, and as many postcodes as a city has that are near. */
    private void hours() throws SQLException {
        Ground.run(
                connection,
                "insert into tenancy.opening_window (id, location_id, weekday, opens, closes) select "
                        + part(WINDOWS, WINDOWS_EACH) + ", " + owner(WINDOWS_EACH)
                        + ", 1 + mod(mod(n, " + WINDOWS_EACH + "), 7), case when mod(n, " + WINDOWS_EACH
                        + ") < 7 then cast('11:00:00' as time) else cast('17:00:00' as time) end, case when mod(n, "
                        + WINDOWS_EACH + ") < 7 then cast('14:00:00' as time) else cast('22:00:00' as time) end from "
                        + Past.numbers(postgresql, 0, (long) count * WINDOWS_EACH - 1));
        Ground.run(
                connection,
                "insert into tenancy.delivery_zone (id, location_id, postcode, minimum_minor, fee_minor) select "
                        + part(ZONES, ZONES_EACH) + ", " + owner(ZONES_EACH) + ", cast(10100 + mod(n, " + ZONES_EACH
                        + ") as varchar), 1500, 190 from "
                        + Past.numbers(postgresql, 0, (long) count * ZONES_EACH - 1));
    }

    private void menus(String shops, OffsetDateTime now) throws SQLException {
        Ground.run(
                connection,
                "insert into catalog.menu_version (id, tenant_id, location_id, version, state, document, articles,"
                        + " received_at, published_at, lock_version) select " + id(MENUS) + ", " + id(TENANTS) + ", "
                        + id(LOCATIONS) + ", '2026-01-01T00:00:00Z', 'PUBLISHED', ?, 1, ?, ?, 0" + shops,
                Ground.catalogue(),
                now,
                now);
        Ground.run(
                connection,
                "insert into catalog.shown_menu (location_id, menu_version_id, sequence) select " + id(LOCATIONS) + ", "
                        + id(MENUS) + ", 0" + shops);
    }

    private String id(long from) {
        return uuid("n + " + from);
    }

    /** The shop's location, where each has so many of something. */
    private String owner(int each) {
        return uuid("n / " + each + " + 1 + " + LOCATIONS);
    }

    private String part(long from, int each) {
        return uuid("n + " + from * each);
    }

    private String uuid(String number) {
        return postgresql
                ? "cast(lpad(to_hex(" + number + "), 32, '0') as uuid)"
                : "cast(lpad(cast(" + number + " as varchar), 32, '0') as uuid)";
    }
}
