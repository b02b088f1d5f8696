package de.hypersoft.esolutions.bench.load;

import de.hypersoft.esolutions.bench.load.wire.Asked;
import de.hypersoft.esolutions.bench.load.wire.H2Trace;
import de.hypersoft.esolutions.bench.load.wire.KeepAlive;
import de.hypersoft.esolutions.bench.load.wire.PgWire;
import de.hypersoft.esolutions.bench.program.Delay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * What an order asks of its database: guests order one after the other, and what the same server asks while nobody orders
 * is taken off. On PostgreSQL by what goes over the wire, on H2 by its own trace. Counting costs time, so it is no part of
 * what is measured.
 */
final class Demands {

    private static final int SHOWN = 40;
    private static final int WARM = 20;
    private static final double LEAST_TOLD = 0.05;

    private final Premises premises;
    private final int orders;

    Demands(Premises premises) {
        this.premises = premises;
        this.orders = premises.plan().pace().counted();
    }

    private interface Source {
        Asked.Counts counts() throws IOException;
    }

    /** In the order to be told: how much, per order. */
    Map<String, String> counted() throws IOException, InterruptedException {
        if (!premises.plan().postgresql()) return traced();
        try (PgWire wire = new PgWire(premises.store().port())) {
            premises.startAgainOver(wire.port());
            return counted(wire.asked()::counts);
        }
    }

    private Map<String, String> traced() throws IOException, InterruptedException {
        Path trace = premises.data().resolve("shop.trace.db");
        premises.sql("set trace_max_file_size 1000");
        premises.sql("set trace_level_file 2");
        try {
            return counted(() -> H2Trace.read(trace));
        } finally {
            premises.sql("set trace_level_file 0");
        }
    }

    private Map<String, String> counted(Source source) throws IOException, InterruptedException {
        Guests guests = new Guests(premises, "counted");
        Random random = new Random(7);
        try (KeepAlive line = new KeepAlive(premises.address())) {
            for (int i = 0; i < WARM; i++) guests.place(line, random);
            settle();
            Asked.Counts before = source.counts();
            long begin = System.nanoTime();
            for (int i = 0; i < orders; i++) guests.place(line, random);
            settle();
            long took = System.nanoTime() - begin;
            Asked.Counts busy = source.counts().since(before);
            Asked.Counts idleFrom = source.counts();
            Delay.millis(Math.max(3_000, Math.min(20_000, took / 1_000_000)));
            double idle = (double) (System.nanoTime() - begin - took) / took;
            return told(busy, source.counts().since(idleFrom), idle);
        }
    }

    /** The mails of all orders are written; by the clock, since asking would be counted. */
    private static void settle() throws InterruptedException {
        Delay.millis(4_000);
    }

    /** @param idle how long nobody ordered, in lengths of the time in which guests did */
    private Map<String, String> told(Asked.Counts busy, Asked.Counts quiet, double idle) {
        Map<String, String> told = new LinkedHashMap<>();
        if (busy.trips() > 0) told.put("round trips", perOrder(busy.trips(), quiet.trips(), idle));
        told.put("statements", perOrder(busy.work(), quiet.work(), idle));
        told.put("commits", perOrder(busy.commits(), quiet.commits(), idle));
        told.put("questions whether a connection lives", perOrder(busy.validations(), quiet.validations(), idle));
        busy.statements().entrySet().stream()
                .filter(e -> !e.getKey().isEmpty())
                .filter(e -> much(e.getValue(), quiet.statements().getOrDefault(e.getKey(), 0L), idle) >= LEAST_TOLD)
                .sorted(Comparator.comparing((Map.Entry<String, Long> e) -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(SHOWN)
                .forEach(e -> told.put(
                        "`" + e.getKey().replace("`", "'") + "`",
                        perOrder(e.getValue(), quiet.statements().getOrDefault(e.getKey(), 0L), idle)));
        return told;
    }

    private String perOrder(long busy, long quiet, double idle) {
        return String.format(Locale.ROOT, "%.2f", much(busy, quiet, idle));
    }

    private double much(long busy, long quiet, double idle) {
        return Math.max(0, (busy - quiet / idle) / orders);
    }
}
