package de.hypersoft.esolutions.bench;

import de.hypersoft.esolutions.bench.program.BareServer;
import de.hypersoft.esolutions.bench.program.Delay;
import de.hypersoft.esolutions.bench.program.Proc;
import de.hypersoft.esolutions.bench.program.ServerProgram;
import de.hypersoft.esolutions.bench.program.Started;
import de.hypersoft.esolutions.bench.restaurant.Ageing;
import de.hypersoft.esolutions.bench.restaurant.Ground;
import de.hypersoft.esolutions.bench.restaurant.Manager;
import de.hypersoft.esolutions.bench.restaurant.Past;
import de.hypersoft.esolutions.bench.restaurant.Placer;
import de.hypersoft.esolutions.bench.restaurant.SignedInManager;
import de.hypersoft.esolutions.bench.restaurant.Store;
import de.hypersoft.esolutions.bench.till.Measurements;
import de.hypersoft.esolutions.bench.till.TillFleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/** The handover's figures on this machine: how soon an order is offered, what waiting tills cost, what a poll costs. */
public final class Measure {

    private static final int MENUS = 20;
    private static final int STARTS = 5;
    private static final int SIGN_INS = 40;
    private static final List<Integer> STORED = List.of(1_000, 100_000, 1_000_000);

    private final Path root;
    private final Path home;
    private final int offset;
    private final boolean postgresql;
    private final int orders;
    private final int tills;
    private final int polls;
    private final int mostStored;
    private final int dishes;
    private int runs;

    private Measure(Flags flags) {
        root = Path.of(flags.text("root", ".")).toAbsolutePath().normalize();
        home = Path.of(flags.text("home", "target/measure")).toAbsolutePath();
        offset = flags.number("port-offset", 6000, 0, 50_000);
        postgresql = flags.word("db", "h2", Set.of("h2", "postgresql")).equals("postgresql");
        orders = flags.number("orders", 500, 10, 100_000);
        tills = flags.number("tills", 1_000, 1, 5_000);
        polls = flags.number("polls", 500, 10, 100_000);
        dishes = flags.number("dishes", 20_000, 100, 20_000);
        mostStored = flags.number("stored", 1_000_000, 1_000, 10_000_000);
    }

    /** Flags as the script {@code bench/measure} documents them. */
    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        Flags flags = new Flags(
                arguments,
                Set.of("db", "orders", "tills", "polls", "stored", "dishes", "root", "home", "port-offset", "only"));
        Measure measure = new Measure(flags);
        String only = flags.word(
                "only", "all", Set.of("all", "start", "memory", "sign-in", "waiting", "stored", "catalog", "reports"));
        if (only.equals("all") || only.equals("start")) measure.starts();
        if (only.equals("all") || only.equals("memory")) measure.memory();
        if (only.equals("all") || only.equals("sign-in")) measure.signIn();
        if (only.equals("all") || only.equals("waiting")) {
            measure.waiting(1);
            measure.waiting(measure.tills);
        }
        if (only.equals("all") || only.equals("stored")) {
            for (int stored : STORED) if (stored <= measure.mostStored) measure.stored(stored);
        }
        if (only.equals("all") || only.equals("catalog")) measure.catalog();
        if (only.equals("all") || only.equals("reports")) measure.reports();
    }

    /** Alternating with the bare server, so that a machine that changes its pace is fair to both. */
    private void starts() throws Exception {
        try (Store store = store()) {
            Ground.lay(store, 0, 300);
            BareServer bare = bare();
            ServerProgram ours = server(store);
            ours.recordClasses();
            ours.start();
            ours.stop();
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < STARTS; i++) {
                Started without = bare.measured(false);
                Started with = ours.measured();
                ratios.add((double) with.millis() / without.millis());
                row("start " + (i + 1), "bare %s, ours %s, ratio %.2f", without, with, ratios.get(i));
            }
            row("start", "median ratio %.2f", new Measurements(ratios).percentile(50));
        }
    }

    private void memory() throws Exception {
        try (Store store = store()) {
            Ground ground = Ground.lay(store, 0, 300);
            long without = bare().measured(true).megabytes();
            TillFleet waiting = TillFleet.at(ground, store, 1, 1);
            ServerProgram server = server(store);
            server.recordClasses();
            server.start();
            server.stop();
            server.start();
            waiting.loadMenus(server.address(), 1);
            for (int i = 0; i < 100; i++) waiting.place(server.address(), 0, i);
            long with = Proc.settledMegabytes(server.pid());
            server.stop();
            row(
                    "memory after 100 orders",
                    "bare %d MB, ours %d MB, ratio %.2f",
                    without,
                    with,
                    (double) with / without);
        }
    }

    /** The form, the password and the first page after it, on one processor; the first ones warm up. */
    private void signIn() throws Exception {
        try (Store store = store()) {
            Ground.lay(store, 0, 300);
            ServerProgram server = server(store);
            server.onProcessor(0);
            server.start();
            for (int i = 0; i < SIGN_INS; i++) SignedInManager.at(server.address());
            long cpu = Proc.cpuMillis(server.pid());
            List<Double> millis = new ArrayList<>();
            for (int i = 0; i < SIGN_INS; i++) {
                long begin = System.nanoTime();
                SignedInManager.at(server.address());
                millis.add((System.nanoTime() - begin) / 1e6);
            }
            Measurements figures = new Measurements(millis);
            row(
                    "sign-in with its two pages, on one processor",
                    "p50 %.0f ms, p99 %.0f ms, server CPU %.0f ms each",
                    figures.percentile(50),
                    figures.percentile(99),
                    (double) (Proc.cpuMillis(server.pid()) - cpu) / SIGN_INS);
            server.stop();
        }
    }

    /** W5, and the same with many tills waiting beside. */
    private void waiting(int count) throws Exception {
        try (Store store = store()) {
            Ground ground = Ground.lay(store, 0, 300);
            int menus = Math.min(MENUS, count);
            TillFleet waiting = TillFleet.at(ground, store, count, menus);
            ServerProgram server = server(store);
            server.start();
            waiting.loadMenus(server.address(), menus);
            long threadsBefore = Proc.threads(server.pid());
            long memoryBefore = Proc.settledMegabytes(server.pid());
            waiting.wait(server.address());
            Random random = new Random(1);
            for (int i = 0; i < orders / 5; i++) waiting.place(server.address(), random.nextInt(menus), i);
            waiting.forget();
            for (int i = 0; i < orders; i++) {
                waiting.place(server.address(), random.nextInt(menus), i);
                Delay.millis(20);
            }
            Delay.millis(2_000);
            Measurements seen = waiting.latencies();
            row(
                    count == 1 ? "W5: 201 to offered, 1 till" : "201 to offered, " + count + " tills waiting",
                    "p50 %.1f ms, p99 %.1f ms, max %.1f ms (%d orders); threads %d -> %d; memory %d -> %d MB",
                    seen.percentile(50),
                    seen.percentile(99),
                    seen.percentile(100),
                    seen.count(),
                    threadsBefore,
                    Proc.threads(server.pid()),
                    memoryBefore,
                    Proc.residentMegabytes(server.pid()));
            waiting.hangUp();
            server.stop();
        }
    }

    private void catalog() throws Exception {
        try (Store store = store()) {
            Ground ground = Ground.lay(store, 0, 300);
            TillFleet two = TillFleet.at(ground, store, 2, 2);
            ServerProgram server = server(store);
            server.start();
            Placer nobody = new Placer(server.address(), 0, 1, 0);
            new MeasureCatalog(
                            server,
                            home.resolve("run" + runs),
                            two,
                            new Manager(server.address(), nobody, new Ageing(store), 1),
                            (what, figures) -> row(what, "%s", figures))
                    .measure(dishes);
            server.stop();
        }
    }

    private void stored(int count) throws Exception {
        try (Store store = store()) {
            Ground ground = Ground.lay(store, 0, 300);
            TillFleet waiting = TillFleet.at(ground, store, 1, 1);
            try (Connection connection = store.connect()) {
                Past.fill(connection, postgresql, ground, waiting.location(0), count);
            }
            ServerProgram server = server(store);
            server.start();
            for (int i = 0; i < polls; i++) waiting.poll(server.address(), 0);
            long cpu = Proc.cpuMillis(server.pid());
            List<Double> millis = new ArrayList<>();
            for (int i = 0; i < polls; i++) {
                long begin = System.nanoTime();
                waiting.poll(server.address(), 0);
                millis.add((System.nanoTime() - begin) / 1e6);
            }
            Measurements figures = new Measurements(millis);
            row(
                    "empty poll, %,d orders stored".formatted(count),
                    "p50 %.2f ms, p99 %.2f ms, server CPU %.2f ms per poll",
                    figures.percentile(50),
                    figures.percentile(99),
                    (double) (Proc.cpuMillis(server.pid()) - cpu) / polls);
            server.stop();
        }
    }

    private void reports() throws Exception {
        try (Store store = store()) {
            Ground ground = Ground.lay(store, 0, 300);
            TillFleet three = TillFleet.at(ground, store, 3, 0);
            try (Connection connection = store.connect()) {
                List<UUID> places =
                        IntStream.range(0, 3).mapToObj(three::location).toList();
                MeasureReports.fill(connection, postgresql, ground.tenant(), places, 1_000_000);
            }
            ServerProgram server = server(store);
            server.start();
            new MeasureReports((what, figures) -> row(what, "%s", figures)).measure(server.address());
            server.stop();
        }
    }

    // --- helpers ----------------------------------------------------------------------------------------------------

    private Store store() throws IOException {
        runs++;
        Path folder = Files.createDirectories(home.resolve("run" + runs));
        return postgresql
                ? Store.postgresql(folder.resolve("postgresql"))
                : Store.h2(folder.resolve("server/data"), false);
    }

    private BareServer bare() throws IOException {
        return new BareServer(root, home.resolve("run" + runs).resolve("bare"), offset);
    }

    private ServerProgram server(Store store) throws IOException {
        return new ServerProgram(
                root,
                home.resolve("run" + runs).resolve("server"),
                offset,
                store.environment(),
                List.of(
                        "esolutions.shop.orders-per-minute=0",
                        "esolutions.orders.limited=false",
                        "esolutions.shop.wrong-links-per-minute=0"));
    }

    private void row(String what, String words, Object... values) {
        System.out.printf("%-10s | %-50s | %s%n", postgresql ? "postgresql" : "h2", what, words.formatted(values));
    }
}
