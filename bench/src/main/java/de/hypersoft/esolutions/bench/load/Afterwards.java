package de.hypersoft.esolutions.bench.load;

import de.hypersoft.esolutions.bench.load.figures.Usage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What an order costs after its answer, alone: the newest orders' events are told once more while nobody orders, until all
 * mails are written anew. What the server does anyway meanwhile is counted in.
 */
final class Afterwards {

    private static final int EVENTS = 3_000;
    private static final String NEWEST = "select seq from kernel.outbox where listener = 'confirm-order'"
            + " and done_at is not null order by seq desc fetch first " + EVENTS + " rows only";

    private final Premises premises;

    Afterwards(Premises premises) {
        this.premises = premises;
    }

    /** In the order to be told: how much, per order. */
    Map<String, String> counted() throws IOException, InterruptedException {
        long events = premises.number("select count(*) from (" + NEWEST + ") newest");
        premises.sql("delete from notifications.mail where kind = 'ORDER_CONFIRMATION'");
        Usage before = premises.usage();
        premises.sql("update kernel.outbox set done_at = null where seq in (" + NEWEST + ")");
        new Guests(premises, "after").settle();
        Usage used = premises.usage().since(before);
        long written = premises.number("select count(*) from notifications.mail where kind = 'ORDER_CONFIRMATION'");
        if (written != events) throw new IOException(events + " orders were told again, " + written + " mails written");
        Map<String, String> told = new LinkedHashMap<>();
        told.put("processor ms of the server after the answer", perOrder(used.server(), events));
        if (premises.plan().postgresql())
            told.put("processor ms of the database after the answer", perOrder(used.database(), events));
        return told;
    }

    private static String perOrder(long millis, long events) {
        return String.format(Locale.ROOT, "%.2f", (double) millis / events);
    }
}
