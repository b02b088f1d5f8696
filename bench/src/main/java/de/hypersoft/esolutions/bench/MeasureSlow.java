package de.hypersoft.esolutions.bench;

import de.hypersoft.esolutions.bench.program.Delay;
import de.hypersoft.esolutions.bench.program.ServerProgram;
import de.hypersoft.esolutions.bench.restaurant.Ground;
import de.hypersoft.esolutions.bench.restaurant.Store;
import de.hypersoft.esolutions.bench.till.Measurements;
import de.hypersoft.esolutions.bench.till.TillFleet;
import de.hypersoft.esolutions.http.SlowClients;
import de.hypersoft.esolutions.http.SlowRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What guests and tills notice of strangers who send a byte now and then, or take one of a large menu. */
public final class MeasureSlow {

    private static final int GUESTS = 10;
    private static final int TILLS = 20;

    private final Path root;
    private final Path home;
    private final int offset;
    private final int seconds;
    private final int strangers;
    private final AtomicInteger number = new AtomicInteger();
    private int failed;

    private MeasureSlow(Flags flags) {
        root = Path.of(flags.text("root", ".")).toAbsolutePath().normalize();
        home = Path.of(flags.text("home", "target/slow")).toAbsolutePath();
        offset = flags.number("port-offset", 6000, 0, 50_000);
        seconds = flags.number("seconds", 60, 5, 3_600);
        strangers = flags.number("strangers", 200, 2, 2_000);
    }

    /** Flags as the script {@code bench/slow} documents them. Ends with 1 when an order or a poll failed. */
    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        Flags flags = new Flags(arguments, Set.of("root", "home", "port-offset", "seconds", "strangers"));
        int failed = new MeasureSlow(flags).measure();
        if (failed > 0) System.exit(1);
    }

    /** @return how many orders and polls failed, the warm-up's aside */
    private int measure() throws Exception {
        try (Store store = Store.h2(home.resolve("data"), false)) {
            Ground ground = Ground.lay(store, 0, 300);
            TillFleet tills = TillFleet.at(ground, store, 1 + TILLS, 1);
            Map<String, String> environment = new HashMap<>(store.environment());
            environment.put("ESOLUTIONS_SHOP_ORDERS_PER_MINUTE", "0"); // all guests come from one address here
            environment.put("ESOLUTIONS_ORDERS_LIMITED", "false"); // and are one guest
            ServerProgram server = new ServerProgram(root, home, offset, environment, List.of());
            server.start();
            tills.loadMenus(server.address(), 1);
            trade(server, tills, seconds / 3); // warm-up
            say("nobody else", trade(server, tills, seconds), "");
            try (SlowClients slow = SlowClients.begin(
                    SlowRequest.order(),
                    "localhost",
                    server.port(8080),
                    server.port(8443),
                    strangers,
                    Duration.ofSeconds(5))) {
                Trade with = trade(server, tills, seconds);
                say(strangers + " slow clients", with, "; let go %d times".formatted(slow.letGo()));
            }
            SlowRequest menu = SlowRequest.page("/api/v1/locations/" + Ground.SLUG + "/menu");
            try (SlowClients slow = SlowClients.begin(
                    menu, "localhost", server.port(8080), server.port(8443), strangers, Duration.ofSeconds(5))) {
                Trade with = trade(server, tills, seconds);
                say(strangers + " slow readers", with, "; let go %d times".formatted(slow.letGo()));
            }
            say("nobody else, again", trade(server, tills, seconds), "");
            server.stop();
        }
        return failed;
    }

    private void say(String who, Trade trade, String more) {
        System.out.printf("%-24s | %s%s%n", who, trade.figures(), more);
        failed += trade.failed();
    }

    private record Trade(String figures, int failed) {}

    private interface Call {
        void make() throws IOException, InterruptedException;
    }

    private Trade trade(ServerProgram server, TillFleet tills, int time) throws Exception {
        Queue<Double> orders = new ConcurrentLinkedQueue<>();
        Queue<Double> polls = new ConcurrentLinkedQueue<>();
        Queue<String> failed = new ConcurrentLinkedQueue<>();
        long end = System.nanoTime() + Duration.ofSeconds(time).toNanos();
        ExecutorService people = Executors.newFixedThreadPool(GUESTS + TILLS);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < GUESTS; i++)
            all.add(people.submit(() -> repeat(
                    end, 500, orders, failed, () -> tills.place(server.address(), 0, number.incrementAndGet()))));
        for (int i = 0; i < TILLS; i++) {
            int till = 1 + i; // the first one's location is ordered from, and what waits there is no empty poll
            all.add(people.submit(() -> repeat(end, 500, polls, failed, () -> tills.poll(server.address(), till))));
        }
        for (Future<?> one : all) one.get();
        people.shutdown();
        failed.stream().limit(3).forEach(System.out::println);
        Measurements placed = new Measurements(List.copyOf(orders));
        Measurements polled = new Measurements(List.copyOf(polls));
        String figures = "%d orders, p50 %.0f ms, p99 %.0f ms; %d polls, p50 %.0f ms, p99 %.0f ms; failed %d"
                .formatted(
                        placed.count(),
                        placed.percentile(50),
                        placed.percentile(99),
                        polled.count(),
                        polled.percentile(50),
                        polled.percentile(99),
                        failed.size());
        return new Trade(figures, failed.size());
    }

    private static @Nullable Void repeat(
            long end, int pauseMillis, Queue<Double> times, Queue<String> failed, Call call)
            throws InterruptedException {
        while (System.nanoTime() < end) {
            long begun = System.nanoTime();
            try {
                call.make();
                times.add((System.nanoTime() - begun) / 1e6);
            } catch (IOException refused) {
                failed.add(String.valueOf(refused));
            }
            Delay.millis(pauseMillis);
        }
        return null;
    }
}
