package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.http.SlowClients;
import de.hypersoft.esolutions.http.SlowRequest;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Strangers who send slowly, or nothing at all, or take what they asked for slowly, while guests order and tills poll. */
@SystemTest
class SlowClientsIT {

    private static final int GUESTS = 10;
    private static final int TILLS = 20;
    private static final int HTTP = Http.visitor().base().getPort();

    private static final Queue<String> PLACED = new ConcurrentLinkedQueue<>();

    /** They begin first, so that nobody waits for them. */
    private static CompletableFuture<Integer> head;

    private static CompletableFuture<Integer> body;
    private static TillProcess till;
    private static String token;

    @BeforeAll
    static void open() {
        head = drips("GET /linde-mitte HTTP/1.1\r\nX: ");
        body = drips("POST /api/v1/orders HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n");
        try (Browser desk = Browser.desktop()) {
            till = Restaurant.till(desk.page(), "linde-mitte", "Linde Mitte");
            token = token(till);
        }
    }

    /** Else they would wait before those of the tests that follow. */
    @AfterAll
    static void everything_that_was_ordered_is_booked() {
        Restaurant.runs(till, Http.visitor().base().toString());
        PLACED.forEach(order -> till.awaitLine("booked order=" + order));
        till.close();
    }

    @Test
    void two_hundred_slow_bodies_stop_neither_guests_nor_tills() throws IOException {
        Trade.of(Duration.ofSeconds(2), 1); // for a server that has just started
        Trade usual = Trade.of(Duration.ofSeconds(3), 2);
        Trade beside;
        try (SlowClients strangers =
                SlowClients.begin(SlowRequest.order(), "localhost", HTTP, HTTP + 363, 200, Duration.ofMillis(500))) {
            beside = Trade.of(Duration.ofSeconds(6), 4);
        }

        assertUnhindered(usual, beside);
    }

    @Test
    @Tag("long")
    void two_hundred_slow_readers_stop_neither_guests_nor_tills() throws IOException {
        Trade.of(Duration.ofSeconds(2), 1); // for a server that has just started
        Trade usual = Trade.of(Duration.ofSeconds(3), 2);
        Trade beside;
        SlowRequest menu = SlowRequest.page("/api/v1/locations/linde-mitte/menu");
        try (SlowClients strangers =
                SlowClients.begin(menu, "localhost", HTTP, HTTP + 363, 200, Duration.ofMillis(500))) {
            beside = Trade.of(Duration.ofSeconds(6), 4);
        }

        assertUnhindered(usual, beside);
    }

    private static void assertUnhindered(Trade usual, Trade beside) {
        System.out.println("usual:               " + usual);
        System.out.println("beside 200 slow ones: " + beside);
        assertThat(beside.failed).isEmpty();
        assertThat(beside.orders).hasSize(4 * GUESTS);
        assertThat(beside.pages.size()).isGreaterThan(usual.pages.size() / 2);
        assertThat(beside.polls.size()).isGreaterThan(usual.polls.size() / 2);
    }

    @Test
    void a_stranger_who_sends_a_head_or_a_body_byte_by_byte_is_let_go() {
        assertThat(head.join()).isLessThan(20);
        assertThat(body.join()).isLessThan(20);
    }

    @Test
    void one_stranger_takes_no_more_connections_than_his_share() throws IOException {
        List<Socket> lines = new ArrayList<>();
        try {
            int taken = 0;
            for (int i = 0; i < 450; i++) {
                Socket line = line("127.0.30.1");
                lines.add(line);
                line.setSoTimeout(i < 380 ? 1 : 200);
                if (isOpen(line)) taken++;
            }
            assertThat(taken).isEqualTo(400);
            assertThat(Http.visitor().get("/linde-mitte").statusCode()).isEqualTo(200);
        } finally {
            for (Socket line : lines) line.close();
        }
    }

    private static boolean isOpen(Socket line) throws IOException {
        try {
            return line.getInputStream().read() >= 0;
        } catch (SocketTimeoutException open) {
            return true;
        } catch (SocketException reset) {
            return false;
        }
    }

    private static Socket line(String from) throws IOException {
        Socket line = new Socket();
        line.bind(new InetSocketAddress(from, 0));
        line.connect(new InetSocketAddress("127.0.0.1", HTTP), 10_000);
        return line;
    }

    /** A byte each second: seconds until the server has enough. */
    private static CompletableFuture<Integer> drips(String head) {
        return CompletableFuture.supplyAsync(() -> secondsUntilLetGo(head));
    }

    private static int secondsUntilLetGo(String head) {
        try (Socket line = line("127.0.31.1")) {
            line.setSoTimeout(1_000);
            line.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            for (int seconds = 1; seconds < 60; seconds++) {
                line.getOutputStream().write('x');
                if (!isOpen(line)) return seconds;
            }
            return 60;
        } catch (SocketException ended) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String token(TillProcess till) {
        try (JsonReader card = Json.createReader(
                new StringReader(Files.readString(till.folder().resolve("till/till.json"))))) {
            return card.readObject().getString("token");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What guests and tills do for a while, and how long each waited for its answer. */
    private static final class Trade {

        private final Queue<Double> orders = new ConcurrentLinkedQueue<>();
        private final Queue<Double> pages = new ConcurrentLinkedQueue<>();
        private final Queue<Double> polls = new ConcurrentLinkedQueue<>();
        private final Queue<String> failed = new ConcurrentLinkedQueue<>();
        private final long begin = System.nanoTime();
        private final long time;
        private final int each;

        private Trade(Duration time, int each) {
            this.time = time.toNanos();
            this.each = each;
        }

        /** @param each so often each guest orders; from one address there may be 120 in a minute, other tests' among them */
        static Trade of(Duration time, int each) {
            Trade trade = new Trade(time, each);
            ExecutorService people = Executors.newFixedThreadPool(GUESTS + TILLS);
            List<CompletableFuture<Void>> all = IntStream.range(0, GUESTS + TILLS)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> trade.takesPart(i < GUESTS), people))
                    .toList();
            all.forEach(CompletableFuture::join);
            people.shutdown();
            return trade;
        }

        private void takesPart(boolean guest) {
            Http visitor = Http.visitor();
            if (!guest) {
                while (System.nanoTime() < begin + time)
                    noted(polls, 200, () -> visitor.get("/portal/api/pos/v1/ping", "Authorization", "Bearer " + token));
                return;
            }
            for (int order = 1; order <= each; order++) {
                noted(orders, 201, () -> Storefront.post(visitor, Storefront.pizzaFor("Langsam")));
                while (System.nanoTime() < begin + time / each * order)
                    noted(pages, 200, () -> visitor.get("/linde-mitte"));
            }
        }

        private void noted(Queue<Double> times, int expected, Supplier<HttpResponse<String>> call) {
            long begun = System.nanoTime();
            try {
                HttpResponse<String> answer = call.get();
                double millis = (System.nanoTime() - begun) / 1e6;
                if (answer.statusCode() != expected) failed.add(answer.statusCode() + " " + answer.body());
                else if (millis > 10_000) failed.add("after " + millis + " ms");
                else {
                    times.add(millis);
                    if (expected == 201) PLACED.add(Http.json(answer).getString("orderId"));
                }
            } catch (UncheckedIOException noAnswer) {
                failed.add(noAnswer.toString());
            }
        }

        private static double p99(Queue<Double> times) {
            List<Double> sorted = times.stream().sorted().toList();
            return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1);
        }

        @Override
        public String toString() {
            return "orders %d, p99 %.0f ms; pages %d, p99 %.0f ms; polls %d, p99 %.0f ms; failed %d"
                    .formatted(
                            orders.size(),
                            p99(orders),
                            pages.size(),
                            p99(pages),
                            polls.size(),
                            p99(polls),
                            failed.size());
        }
    }
}
