package de.hypersoft.esolutions.bench.load;

import de.hypersoft.esolutions.bench.load.wire.KeepAlive;
import de.hypersoft.esolutions.bench.restaurant.Past;
import java.io.IOException;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Copies of one order that was placed over HTTP, under ids and numbers of their own: ten at each till, and some at the
 * manager's location to be ticked. Between rounds they are put back to where they were, by SQL.
 */
final class Copies {

    private static final long AT_TILLS = 20_000_000;
    private static final long TO_TICK = 30_000_000;

    private final Premises premises;
    private final boolean postgresql;
    private final int clients;
    private boolean laid;

    Copies(Premises premises) {
        this.premises = premises;
        this.postgresql = premises.plan().postgresql();
        this.clients = premises.plan().mostClients();
    }

    /** Exactly ten wait at each till of so many clients. */
    void waitAtTills(int ofClients) throws IOException {
        lay();
        premises.sql(waiting(AT_TILLS, ofClients * Tills.ROUND * Tills.ORDERS));
    }

    /** All that so many clients tick in a round wait. */
    void waitForTicks(int ofClients) throws IOException {
        lay();
        premises.sql(waiting(TO_TICK, ofClients * Desk.ROUND));
    }

    /** @param number from 0 */
    UUID toTick(int number) {
        return Past.id(postgresql, TO_TICK + number);
    }

    /** None of them waits for anybody any more. */
    void away() throws IOException {
        premises.sql("update pos.transfer set state = 'TRANSFERRED_MANUAL', till_id = null, lease_until = null,"
                + " offer_again_at = null, waiting_location = null, waiting_since = null, age_from = null where "
                + between(AT_TILLS, TO_TICK + 1_000_000));
    }

    /** As they were when they were placed, but for the fence, which only grows. */
    private String waiting(long first, int count) {
        return "update pos.transfer set state = 'PENDING', fence = fence + 1, till_id = null, lease_until = null,"
                + " offers = 0, offer_again_at = null, owner = null, waiting_location = location_id,"
                + " waiting_since = current_timestamp, state_since = current_timestamp, booked = false,"
                + " unbooked_since = null, age_from = promised_at where " + between(first, first + count);
    }

    private String between(long first, long end) {
        return "order_id >= '" + Past.id(postgresql, first) + "' and order_id < '" + Past.id(postgresql, end) + "'";
    }

    private void lay() throws IOException {
        if (laid) return;
        laid = true;
        String like;
        try (KeepAlive line = new KeepAlive(premises.address())) {
            like = new Guests(premises, "like").place(line, new Random(1));
        }
        String slug = "'bench-' || cast((g.n - " + AT_TILLS + ") / " + Tills.ORDERS + " as varchar)";
        int atTills = clients * Tills.ROUND * Tills.ORDERS;
        if (premises.plan().wants("W4b")) copy(like, AT_TILLS, atTills, "l.slug = " + slug);
        int toTick = clients * Desk.ROUND;
        if (premises.plan().wants("W4d")) copy(like, TO_TICK, toTick, "l.id = o.location_id");
        premises.sql("analyze");
    }

    private void copy(String like, long first, int count, String where) throws IOException {
        String from = " from %s o cross join " + Past.numbers(postgresql, first, first + count - 1)
                + " join tenancy.location l on " + where + " where o.%s = '" + like + "'";
        premises.sql(
                "insert into ordering.customer_order (" + columns("customer_order", false) + ") select "
                        + columns("customer_order", true) + from.formatted("ordering.customer_order", "id"),
                "insert into pos.transfer (" + columns("transfer", false) + ") select " + columns("transfer", true)
                        + from.formatted("pos.transfer", "order_id"));
    }

    /** All columns of a table, or what they hold in a copy. */
    private String columns(String table, boolean values) throws IOException {
        return premises
                .sql("select lower(column_name) from information_schema.columns where lower(table_name) = '" + table
                        + "' and lower(table_schema) in ('ordering', 'pos') order by ordinal_position")
                .stream()
                .map(column -> values ? value(column) : column)
                .collect(Collectors.joining(", "));
    }

    private String value(String column) {
        return switch (column) {
            case "id", "order_id" -> Past.id(postgresql);
            case "tenant_id" -> "l.tenant_id";
            case "location_id", "waiting_location" -> "l.id";
            // No measurement is so long that it would get too old to be handed over.
            case "promised_at" -> "current_timestamp + interval '1' day";
            case "order_number", "idempotency_key", "tracking_token" -> "'copy-' || cast(g.n as varchar)";
            case "document" ->
                "replace(o.document, cast(o.id as varchar), cast(" + Past.id(postgresql) + " as varchar))";
            default -> "o." + column;
        };
    }
}
