package de.hypersoft.esolutions.bench.restaurant;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Orders of the past, booked by the till; their documents are cut short, neither a poll nor a list reads them. */
public final class Past {

    /** A busy kitchen: some 4,300 a day, and half a year has a million. */
    private static final int SECONDS_BETWEEN = 20;

    private Past() {}

    /** Writes so many, one placed each twenty seconds until now, the newest first; their ids and numbers count from 1. */
    public static void fill(Connection connection, boolean postgresql, Ground ground, UUID location, int count)
            throws SQLException {
        String uuid = id(postgresql);
        String numbers = numbers(postgresql, 1, count);
        String then = then(postgresql);
        Ground.run(
                connection,
                "insert into ordering.customer_order (id, tenant_id, location_id, order_number, placed_at, order_type,"
                        + " guest_name, guest_phone, currency, total_minor, status, status_at, idempotency_key,"
                        + " request_hash, tracking_token, document, version) select " + uuid + ", ?, ?,"
                        + " cast(n as varchar), " + then + ", 'PICKUP', 'Guest', '030', 'EUR', 990, 'COMPLETED', "
                        + then
                        + ", cast(n as varchar), 'none', cast(n as varchar), '{}', 0 from " + numbers,
                ground.tenant(),
                location);
        Ground.run(
                connection,
                "insert into pos.transfer (order_id, tenant_id, location_id, placed_at, state, fence, offers, episode,"
                        + " state_since, booked, may_be_doubled, promised_at) select " + uuid
                        + ", ?, ?, " + then + ", 'TRANSFERRED_AUTO', 1, 0, 1, " + then + ", true, false, " + then
                        + " from "
                        + numbers,
                ground.tenant(),
                location);
        Ground.run(connection, "update reporting.filling set done = true"); // nothing in them can be counted
        Ground.run(connection, "analyze");
    }

    private static String then(boolean postgresql) {
        return postgresql
                ? "current_timestamp - n * interval '" + SECONDS_BETWEEN + " seconds'"
                : "dateadd('SECOND', -" + SECONDS_BETWEEN + " * n, current_timestamp)";
    }

    /** SQL for an id that is made of the number n. */
    public static String id(boolean postgresql) {
        return postgresql
                ? "cast(lpad(to_hex(n), 32, '0') as uuid)"
                : "cast(lpad(cast(n as varchar), 32, '0') as uuid)";
    }

    /** The same id, here. */
    public static UUID id(boolean postgresql, long n) {
        return postgresql ? new UUID(0, n) : new UUID(0, Long.parseLong(Long.toString(n), 16));
    }

    /** SQL for a table g with a column n of whole numbers, both ends in it. */
    public static String numbers(boolean postgresql, long first, long last) {
        return postgresql
                ? "generate_series(" + first + ", " + last + ") as g(n)"
                : "(select x as n from system_range(" + first + ", " + last + ")) g";
    }
}
