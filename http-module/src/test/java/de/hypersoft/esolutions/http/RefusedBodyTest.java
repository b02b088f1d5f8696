package de.hypersoft.esolutions.http;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.http.pace.TransferLimit;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client that is answered before it has sent all: it may send on and sees its answer, and nobody waits for it. */
@Timeout(60)
class RefusedBodyTest {

    private static final int WORKERS = 2;
    private static final int LENGTH = 400_000;
    private static final int PART = 2_000;
    private static final TransferLimit PATIENT = new TransferLimit(Duration.ofSeconds(50), 1, Duration.ofSeconds(50));

    private final Admission.Shared shared = Admission.Shared.of(
            new Limits(64 * 1024, PATIENT, PATIENT, PATIENT, WORKERS, WORKERS, 100, 50, 0), Proxies.of("", false));
    private final Undertow server = Undertow.builder()
            .setWorkerThreads(WORKERS)
            .setIoThreads(2)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, 64L * 1024 * 1024)
            .addHttpListener(0, "127.0.0.1")
            .setHandler(new Admission(new BlockingHandler(this::answers), shared))
            .build();
    private final Lines lines = new Lines(started());

    private InetSocketAddress started() {
        server.start();
        return (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    }

    /** As it is told: {@code /close/N} refuses after N bytes and closes, {@code /keep/N} does not; sent at once, as by servlets. */
    private void answers(HttpServerExchange exchange) throws IOException {
        String[] told = exchange.getRequestPath().split("/", -1);
        int read = Integer.parseInt(told[2]);
        if (read > 0) exchange.getInputStream().readNBytes(read);
        exchange.setStatusCode(413);
        if (told[1].equals("close")) exchange.getResponseHeaders().put(Headers.CONNECTION, "close");
        try (OutputStream out = exchange.getOutputStream()) {
            out.write("too large".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @AfterEach
    void stop() throws IOException {
        lines.close();
        server.stop();
    }

    @ParameterizedTest
    @CsvSource({"/close/0, 0", "/close/0, 50", "/close/70000, 50", "/keep/0, 0", "/keep/70000, 50"})
    void it_sends_all_and_sees_its_answer(String path, int partsBefore) throws IOException {
        for (boolean chunked : new boolean[] {false, true}) {
            Socket line = lines.from("127.0.0.2", head(path, chunked));
            OutputStream out = line.getOutputStream();
            for (int part = 0; part < partsBefore; part++) send(out, chunked);
            String answer = "";
            if (partsBefore > 0 || !chunked) answer = Lines.answer(line, "too large");
            for (int part = partsBefore; part < LENGTH / PART; part++) send(out, chunked);
            if (chunked) out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            if (answer.isEmpty()) answer = Lines.answer(line, "too large");

            assertThat(answer).startsWith("HTTP/1.1 413 ").endsWith("too large");
            if (path.startsWith("/close")) {
                assertThat(line.getInputStream().read()).isNegative();
            } else {
                out.write(Lines.get(path).getBytes(StandardCharsets.US_ASCII));
                assertThat(Lines.answer(line, "too large")).startsWith("HTTP/1.1 413 ");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"/close/0", "/keep/0", "/keep/70000"})
    void it_holds_no_worker_while_it_sends(String path) throws IOException {
        Socket[] refused = new Socket[3 * WORKERS];
        for (int i = 0; i < refused.length; i++) {
            refused[i] = lines.from("127.0.0." + (2 + i), head(path, false));
            for (int part = 0; part < 50; part++) send(refused[i].getOutputStream(), false);
            assertThat(Lines.answer(refused[i], "too large")).startsWith("HTTP/1.1 413 ");
        }

        assertThat(Lines.answer(lines.from("127.0.1.1", Lines.get("/keep/0")), "too large"))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void nothing_is_kept_of_it_when_it_goes_away() throws IOException {
        Socket line = lines.from("127.0.0.2", head("/close/0", false));
        send(line.getOutputStream(), false);
        assertThat(Lines.answer(line, "too large")).startsWith("HTTP/1.1 413 ");
        lines.close();

        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (shared.clients().size() > 0) {
            assertThat(System.nanoTime()).as("still held").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static String head(String path, boolean chunked) {
        return chunked
                ? "POST " + path + " HTTP/1.1\r\nHost: shop\r\nTransfer-Encoding: chunked\r\n\r\n"
                : Lines.post(path, LENGTH);
    }

    private static void send(OutputStream out, boolean chunked) throws IOException {
        if (chunked) out.write((Integer.toHexString(PART) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(new byte[PART]);
        if (chunked) out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
}
