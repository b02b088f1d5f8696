package de.hypersoft.esolutions.bench.load;

import de.hypersoft.esolutions.bench.load.figures.Usage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an order costs after its answer, alone: the newest orders' events are told once more while nobody orders, until all
 * mails are written and all sums made anew. What the server does anyway meanwhile is counted in.
 */
final class Afterwards {

    private static final int ORDERS = 3_000;
    private static final String NEWEST = "select aggregate from kernel.outbox where listener = 'confirm-order'"
            + " and done_at is not null order by seq desc fetch first " + ORDERS + " rows only";
    private static final String MAILS = "select count(*) from notifications.mail where kind = 'ORDER_CONFIRMATION'";
    private static final String COUNTED = "select count(*) from reporting.counted_order";

    private final Premises premises;

    Afterwards(Premises premises) {
        this.premises = premises;
    }

    /** In the order to be told: how much, per order. */
    Map<String, String> counted() throws IOException, InterruptedException {
        long orders = premises.number("select count(*) from (" + NEWEST + ") newest");
        premises.sql(
                "delete from notifications.mail where kind = 'ORDER_CONFIRMATION'",
                "delete from reporting.counted_order",
                "delete from reporting.sale");
        Usage before = premises.usage();
        premises.sql("update kernel.outbox set done_at = null where aggregate in (" + NEWEST + ")");
        new Guests(premises, "after").settle();
        Usage used = premises.usage().since(before);
        for (String again : List.of(MAILS, COUNTED))
            if (premises.number(again) != orders)
                throw new IOException(orders + " orders were told again, " + premises.number(again) + " of " + again);
        Map<String, String> told = new LinkedHashMap<>();
        told.put("processor ms of the server after the answer", perOrder(used.server(), orders));
        if (premises.plan().postgresql())
            told.put("processor ms of the database after the answer", perOrder(used.database(), orders));
        return told;
    }

    private static String perOrder(long millis, long orders) {
        return String.format(Locale.ROOT, "%.2f", (double) millis / orders);
    }
}
