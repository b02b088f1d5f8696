package de.hypersoft.esolutions.http;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.http.pace.TransferLimit;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A small server of the same make, with our filter before a handler that works as servlets do: a thread, blocking. */
@Timeout(60)
class AdmissionTest {

    private static final int WORKERS = 4;
    private static final Duration SOON = Duration.ofMillis(600);

    private final Admission.Shared shared = Admission.Shared.of(
            new Limits(
                    64 * 1024,
                    new TransferLimit(SOON, 1024, Duration.ofSeconds(5)),
                    new TransferLimit(SOON, 16 * 1024, Duration.ofSeconds(5)),
                    new TransferLimit(SOON, 1024, Duration.ofSeconds(5)),
                    WORKERS,
                    2,
                    100,
                    50,
                    0),
            Proxies.of("", false));
    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger largeAtWork = new AtomicInteger();
    private final AtomicInteger mostLargeAtOnce = new AtomicInteger();
    private final CountDownLatch held = new CountDownLatch(1);
    private final Undertow server = Undertow.builder()
            .setWorkerThreads(WORKERS)
            .setIoThreads(2)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, 64L * 1024 * 1024)
            .addHttpListener(0, "127.0.0.1")
            .setHandler(new Admission(new BlockingHandler(this::works), shared))
            .build();
    private final Lines lines = new Lines(started());

    private InetSocketAddress started() {
        server.start();
        return (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    }

    private void works(HttpServerExchange exchange) throws IOException, InterruptedException {
        atWork.incrementAndGet();
        try {
            if (exchange.getRequestPath().equals("/nowhere")) {
                exchange.setStatusCode(404);
                return;
            }
            byte[] body = read(exchange);
            switch (exchange.getRequestPath()) {
                case "/holds" -> held.await();
                case "/much" -> exchange.getOutputStream().write(new byte[64 * 1024 * 1024]);
                default -> {
                    String sum = body.length + " " + java.util.Arrays.hashCode(body) + " told";
                    exchange.getOutputStream().write(sum.getBytes(StandardCharsets.US_ASCII));
                }
            }
        } finally {
            atWork.decrementAndGet();
        }
    }

    private byte[] read(HttpServerExchange exchange) throws IOException {
        if (!exchange.getRequestPath().equals("/catalog"))
            return exchange.getInputStream().readAllBytes();
        mostLargeAtOnce.accumulateAndGet(largeAtWork.incrementAndGet(), Math::max);
        try {
            return exchange.getInputStream().readAllBytes();
        } finally {
            largeAtWork.decrementAndGet();
        }
    }

    @AfterEach
    void stop() throws IOException {
        held.countDown();
        lines.close();
        server.stop();
    }

    @Test
    void bodies_that_never_end_hold_no_worker() throws IOException {
        for (int i = 0; i < 20; i++) lines.from("127.0.0." + (2 + i), Lines.post("/order", 100) + "x");

        assertOthersAreServedBeside(0);
    }

    @Test
    void a_byte_now_and_then_does_not_keep_a_request_alive() throws IOException {
        Socket line = lines.from("127.0.0.2", Lines.post("/order", 60_000));

        assertThat(Lines.drip(line, 60, 100)).isBetween(3, 20);
        assertForgotten();
    }

    @Test
    void chunks_without_end_are_no_way_around_it() throws IOException {
        Socket line = lines.from(
                "127.0.0.2", "POST /order HTTP/1.1\r\nHost: shop\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n");

        assertThat(Lines.drip(line, 60, 100)).isBetween(3, 20);
        assertForgotten();
    }

    @Test
    void what_is_announced_larger_than_anything_is_not_passed_over_after_the_answer() throws IOException {
        Socket line =
                lines.from("127.0.0.2", "POST /nowhere HTTP/1.1\r\nHost: shop\r\nContent-Length: 99999999999\r\n\r\n");

        assertThat(Lines.answer(line, "\r\n\r\n")).startsWith("HTTP/1.1 404").contains("Connection: close");
    }

    /** Sixty-four bits know 2^64 + 5 as 5, and a request inside the body would be one of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"18446744073709551621", "36893488147419103237", "9999999999999999999", "+5", "0x5", "5,5"})
    void a_length_that_two_servers_may_read_differently_is_refused_and_ends_the_line(String length) throws IOException {
        Socket line = lines.from(
                "127.0.0.2",
                "POST /order HTTP/1.1\r\nHost: shop\r\nContent-Length: " + length + "\r\n\r\npizza"
                        + Lines.get("/page"));

        assertThat(Lines.answer(line, "told")).startsWith("HTTP/1.1 400 ").doesNotContain("HTTP/1.1 200");
    }

    @Test
    void who_watches_sees_who_has_a_worker_and_how_many_were_refused() throws IOException {
        lines.from("127.0.0.3", Lines.get("/holds"));
        await("one at work", () -> atWork.get() == 1);
        assertThat(shared.figures().open()).isEqualTo(1);
        assertThat(shared.figures().working()).isEqualTo(1);
        assertThat(shared.figures().queued()).isZero();
        Socket line = lines.from(
                "127.0.0.2", "POST /order HTTP/1.1\r\nHost: shop\r\nContent-Length: 18446744073709551621\r\n\r\npizza");

        assertThat(Lines.answer(line, "\r\n\r\n")).startsWith("HTTP/1.1 400 ");

        assertThat(shared.figures().badRequests()).isEqualTo(1);
        assertThat(shared.figures().overShare()).isZero();
        assertThat(shared.figures().withoutWorker()).isZero();
    }

    @Test
    void a_large_body_that_stalls_gives_its_worker_back() throws IOException {
        Socket line = lines.from("127.0.0.2", Lines.post("/catalog", 40_000_000));

        assertThat(Lines.drip(line, 60, 100)).isBetween(3, 20);
        assertForgotten();
        assertThat(order("127.0.0.2")).startsWith("HTTP/1.1 200");
    }

    @Test
    void large_bodies_hold_few_workers_and_one_client_fewer() throws Exception {
        for (int i = 0; i < 10; i++) lines.from("127.0.0.2", Lines.post("/catalog", 40_000_000) + "x");
        for (int i = 0; i < 10; i++) lines.from("127.0.0." + (3 + i), Lines.post("/catalog", 40_000_000) + "x");

        assertThat(order("127.0.1.1")).startsWith("HTTP/1.1 200");
        await("large bodies at work", () -> mostLargeAtOnce.get() > 0);
        assertThat(mostLargeAtOnce).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void an_answer_that_is_not_taken_gives_its_worker_back() throws IOException {
        for (int i = 0; i < WORKERS; i++) lines.from("127.0.0." + (2 + i), Lines.get("/much"));

        assertThat(order("127.0.1.1")).startsWith("HTTP/1.1 200");
    }

    @Test
    void no_client_has_all_workers() throws IOException {
        for (int i = 0; i < 2 * WORKERS; i++) lines.from("127.0.0.2", Lines.get("/holds"));

        assertOthersAreServedBeside(WORKERS * 3 / 4);
    }

    @Test
    void what_waits_for_its_turn_is_answered_when_it_comes() throws IOException {
        Socket[] waiting = new Socket[2 * WORKERS];
        for (int i = 0; i < waiting.length; i++) waiting[i] = lines.from("127.0.0.2", Lines.get("/holds"));
        assertThat(order("127.0.0.3")).startsWith("HTTP/1.1 200");
        held.countDown();

        for (Socket line : waiting) assertThat(Lines.answer(line, "\r\n\r\n")).startsWith("HTTP/1.1 200");
        assertForgotten();
    }

    @Test
    void more_open_requests_than_a_client_may_have_are_refused_at_once() throws IOException {
        for (int i = 0; i < 50; i++) lines.from("127.0.0.2", Lines.post("/order", 100) + "x");
        assertThat(order("127.0.0.3")).startsWith("HTTP/1.1 200");

        assertThat(order("127.0.0.2")).startsWith("HTTP/1.1 429").contains("Retry-After: 5");
        assertThat(shared.figures().overShare()).isEqualTo(1);
    }

    @Test
    void a_body_in_any_pieces_arrives_as_it_was_sent() throws IOException {
        for (int length : new int[] {1, 1023, 1024, 1025, 16_384, 65_535, 65_536, 65_537, 300_000}) {
            byte[] body = new byte[length];
            new java.util.Random(length).nextBytes(body);
            String expected = length + " " + java.util.Arrays.hashCode(body) + " told";
            Socket whole = lines.from("127.0.0.2", Lines.post("/order", length));
            for (int from = 0; from < length; from += 7_001)
                whole.getOutputStream().write(body, from, Math.min(7_001, length - from));
            assertThat(Lines.answer(whole, "told")).endsWith(expected);

            Socket chunked = lines.from(
                    "127.0.0.2",
                    "POST /order HTTP/1.1\r\nHost: shop\r\nExpect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n");
            assertThat(Lines.answer(chunked, "\r\n\r\n")).startsWith("HTTP/1.1 100");
            for (int from = 0; from < length; from += 7_001) {
                int size = Math.min(7_001, length - from);
                chunked.getOutputStream()
                        .write((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                chunked.getOutputStream().write(body, from, size);
                chunked.getOutputStream().write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            chunked.getOutputStream().write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(Lines.answer(chunked, "told")).as("chunked").endsWith(expected);
        }
        assertForgotten();
    }

    @Test
    void requests_one_after_the_other_on_one_connection_are_each_answered() throws IOException {
        Socket line = lines.from("127.0.0.2", (Lines.post("/order", 3) + "abc" + Lines.get("/page")).repeat(5));

        String all = "";
        for (int i = 0; i < 10; i++) all += Lines.answer(line, "told");
        assertThat(all.split("HTTP/1.1 200", -1)).hasSize(11);
    }

    private String order(String from) throws IOException {
        return Lines.answer(lines.from(from, Lines.post("/order", 5) + "pizza"), "\r\n\r\n");
    }

    /** An answer is here before its worker is free, and a request may arrive after one that was sent later. */
    private void assertOthersAreServedBeside(int held) throws IOException {
        for (int i = 0; i < 5; i++) {
            assertThat(order("127.0.1.1")).startsWith("HTTP/1.1 200");
            await(held + " at work", () -> atWork.get() == held);
        }
    }

    /** Nothing is kept of clients that are gone: no count, no body, no turn. */
    private void assertForgotten() throws IOException {
        lines.close();
        await(
                "nothing held",
                () -> shared.clients().size() == 0 && shared.arriving().size() == 0 && atWork.get() == 0);
    }

    private static void await(String what, BooleanSupplier reached) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
