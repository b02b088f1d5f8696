package de.hypersoft.esolutions.http;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.http.pace.TransferLimit;
import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.util.Headers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that ask and do not take, or slowly, long before the patience with any of them ends. */
@Timeout(60)
class UntakenAnswersTest {

    private static final int MB = 1024 * 1024;
    private static final int WORKERS = 4;
    private static final byte[] PAGE = new byte[6 * MB];
    private static final byte[] MENU = new byte[20 * MB];

    static {
        new Random(1).nextBytes(PAGE);
        new Random(2).nextBytes(MENU);
    }

    private static final TransferLimit LONG = new TransferLimit(Duration.ofSeconds(50), 1024, Duration.ofMinutes(5));

    private final Admission.Shared shared = shared(new Outgoing(64L * MB, 8 * MB, 1));
    private final CountDownLatch flushed = new CountDownLatch(1);
    private final CountDownLatch told = new CountDownLatch(1);
    private final AtomicInteger atWork = new AtomicInteger();
    private final Undertow server = Undertow.builder()
            .setWorkerThreads(WORKERS)
            .setIoThreads(2)
            .addHttpListener(0, "127.0.0.1")
            .setHandler(new Admission(new BlockingHandler(this::works), shared))
            .build();
    private final Lines lines = new Lines(started());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static Admission.Shared shared(Outgoing outgoing) {
        Limits limits = new Limits(64 * 1024, LONG, LONG, LONG, WORKERS, 2, 100, 50, 0);
        Admission.Shared usual = Admission.Shared.of(limits, Proxies.of("", false));
        return new Admission.Shared(
                limits,
                usual.proxies(),
                usual.connections(),
                usual.clients(),
                usual.arriving(),
                outgoing,
                usual.work(),
                usual.uploads(),
                usual.atOnce(),
                usual.figures());
    }

    private InetSocketAddress started() {
        server.start();
        return (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    }

    private void works(HttpServerExchange exchange) throws IOException, InterruptedException {
        atWork.incrementAndGet();
        try {
            switch (exchange.getRequestPath()) {
                case "/length" -> {
                    exchange.getResponseHeaders().put(Headers.CONTENT_LENGTH, PAGE.length);
                    exchange.getOutputStream().write(PAGE);
                }
                case "/chunks" -> {
                    exchange.getOutputStream().write(PAGE, 0, MB);
                    exchange.getOutputStream().flush();
                    for (int from = MB; from < PAGE.length; from += 1024)
                        exchange.getOutputStream().write(PAGE, from, 1024);
                }
                case "/listens" -> {
                    exchange.getOutputStream().write(PAGE);
                    exchange.getOutputStream().flush();
                    flushed.countDown();
                    told.await();
                    exchange.getOutputStream().write(MENU, 0, MB);
                }
                case "/file" -> sendFile(exchange);
                case "/menu" -> exchange.getOutputStream().write(MENU);
                default ->
                    exchange.getOutputStream().write("told".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
        } finally {
            atWork.decrementAndGet();
        }
    }

    private void sendFile(HttpServerExchange exchange) throws IOException {
        Path file = Files.createTempFile(folder, "page", "");
        Files.write(file, PAGE);
        exchange.getResponseHeaders().put(Headers.CONTENT_LENGTH, PAGE.length);
        try (FileChannel channel = FileChannel.open(file)) {
            exchange.getResponseSender().transferFrom(channel, io.undertow.io.IoCallback.END_EXCHANGE);
        }
    }

    @AfterEach
    void stop() throws IOException {
        told.countDown();
        lines.close();
        server.stop();
    }

    @Test
    void they_hold_no_worker() throws IOException {
        for (int i = 0; i < 2 * WORKERS; i++) lines.from("127.0.0." + (2 + i), Lines.get("/length"));

        assertThat(order()).startsWith("HTTP/1.1 200");
        await(() -> atWork.get() == 0 && shared.outgoing().bytes() > 2L * WORKERS * MB);
        lines.close();
        await(() -> shared.outgoing().bytes() == 0 && shared.clients().size() == 0);
    }

    @Test
    void who_takes_it_later_gets_all_of_it_and_may_ask_again() throws IOException {
        for (String path : new String[] {"/length", "/chunks", "/file"}) {
            Socket line = lines.from("127.0.0.2", Lines.get(path));
            await(() -> atWork.get() == 0 && shared.outgoing().bytes() > 0);

            assertThat(body(line, path.equals("/chunks"))).as(path).isEqualTo(PAGE);
            line.getOutputStream().write(Lines.get("/order").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(Lines.answer(line, "told")).startsWith("HTTP/1.1 200").endsWith("told");
            assertThat(shared.outgoing().bytes()).isZero();
        }
    }

    @Test
    void a_page_that_listens_holds_nobody_up_and_gets_what_was_said_before_more_is_said() throws Exception {
        Socket line = lines.from("127.0.0.2", Lines.get("/listens"));
        assertThat(flushed.await(10, TimeUnit.SECONDS)).isTrue();
        await(() -> shared.outgoing().bytes() > 0);
        Lines.answer(line, "\r\n\r\n");
        byte[] all = new byte[0];
        while (all.length < PAGE.length) all = longer(all, chunk(line));
        await(() -> shared.outgoing().bytes() == 0);
        told.countDown();
        for (byte[] more = chunk(line); more.length > 0; more = chunk(line)) all = longer(all, more);

        assertThat(Arrays.copyOf(all, PAGE.length)).isEqualTo(PAGE);
        assertThat(Arrays.copyOfRange(all, PAGE.length, all.length)).isEqualTo(Arrays.copyOf(MENU, MB));
    }

    @Test
    void for_what_is_too_large_to_be_kept_few_workers_wait() throws IOException {
        for (int i = 0; i < 2 * WORKERS; i++) lines.from("127.0.0." + (2 + i), Lines.get("/menu"));

        assertThat(order()).startsWith("HTTP/1.1 200");
        await(() -> atWork.get() == 1 && shared.outgoing().bytes() <= 8L * MB);
    }

    @Test
    void who_takes_what_is_too_large_to_be_kept_gets_all_of_it() throws IOException {
        Socket line = lines.from("127.0.0.2", Lines.get("/menu"));
        await(() -> shared.outgoing().bytes() == 8 * MB);

        assertThat(body(line, true)).isEqualTo(MENU);
        await(() -> atWork.get() == 0 && shared.outgoing().bytes() == 0);
    }

    @Test
    void of_more_than_the_room_the_client_is_let_go_that_holds_most() throws IOException {
        Socket guest = lines.from("127.0.0.2", Lines.get("/length"));
        await(() -> shared.outgoing().bytes() > 0);
        for (int i = 0; i < 30; i++) lines.from("127.0.0." + (3 + i % 3), Lines.get("/length"));

        assertThat(order()).startsWith("HTTP/1.1 200");
        await(() -> atWork.get() == 0 && shared.outgoing().bytes() > 32L * MB);
        assertThat(shared.outgoing().bytes()).isLessThanOrEqualTo(64L * MB);
        assertThat(body(guest, false)).isEqualTo(PAGE);
    }

    private String order() throws IOException {
        return Lines.answer(lines.from("127.0.1.1", Lines.post("/order", 5) + "pizza"), "told");
    }

    private static byte[] body(Socket line, boolean chunked) throws IOException {
        Lines.answer(line, "\r\n\r\n");
        if (!chunked) return line.getInputStream().readNBytes(PAGE.length);
        byte[] all = new byte[0];
        for (byte[] more = chunk(line); more.length > 0; more = chunk(line)) all = longer(all, more);
        return all;
    }

    private static byte[] chunk(Socket line) throws IOException {
        String length = Lines.answer(line, "\r\n"); // before which comes the end of the chunk before it
        if (length.isBlank()) length = Lines.answer(line, "\r\n");
        int size = Integer.parseInt(length.strip(), 16);
        if (size == 0) assertThat(Lines.answer(line, "\r\n")).isBlank();
        return line.getInputStream().readNBytes(size);
    }

    private static byte[] longer(byte[] all, byte[] more) {
        byte[] longer = Arrays.copyOf(all, all.length + more.length);
        System.arraycopy(more, 0, longer, all.length, more.length);
        return longer;
    }

    private static void await(BooleanSupplier holds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
