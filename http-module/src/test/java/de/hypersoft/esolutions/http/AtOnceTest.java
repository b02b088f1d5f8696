package de.hypersoft.esolutions.http;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.http.pace.TransferLimit;
import io.undertow.Undertow;
import io.undertow.server.handlers.BlockingHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is at hand needs no worker. */
@Timeout(60)
class AtOnceTest {

    private static final TransferLimit PATIENT = new TransferLimit(Duration.ofSeconds(20), 1, Duration.ofSeconds(40));
    private static final int LARGE = 8 * 1024 * 1024;

    private final CountDownLatch held = new CountDownLatch(1);
    private final Admission.Shared shared = Admission.Shared.of(
            new Limits(64 * 1024, PATIENT, PATIENT, PATIENT, 1, 1, 100, 3, 0), Proxies.of("", false));
    private final Undertow server = Undertow.builder()
            .setWorkerThreads(1)
            .setIoThreads(1)
            .addHttpListener(0, "127.0.0.1")
            .setHandler(new Admission(new BlockingHandler(exchange -> held.await()), shared))
            .build();
    private final Lines lines = new Lines(started());

    private InetSocketAddress started() {
        shared.atOnce().ask(exchange -> {
            if (!exchange.getRequestPath().startsWith("/menu")) return false;
            exchange.getResponseSender()
                    .send(ByteBuffer.allocate(exchange.getRequestPath().equals("/menu") ? 5 : LARGE));
            return true;
        });
        server.start();
        return (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    }

    @AfterEach
    void stop() throws IOException {
        held.countDown();
        lines.close();
        server.stop();
    }

    @Test
    void it_is_answered_while_every_worker_is_busy() throws IOException {
        lines.from("127.0.0.2", Lines.get("/busy"));

        Socket line = lines.from("127.0.0.3", Lines.get("/menu").repeat(3));

        for (int i = 0; i < 3; i++)
            assertThat(Lines.answer(line, "\r\n\r\n")).contains("HTTP/1.1 200", "X-Content-Type-Options: nosniff");
    }

    @Test
    void nobody_is_waited_for_who_does_not_take_it() throws IOException {
        lines.from("127.0.0.2", Lines.get("/menus"));

        assertThat(Lines.answer(lines.from("127.0.0.3", Lines.get("/menu")), "\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(shared.outgoing().bytes())
                .as("bytes kept beside those that all share")
                .isZero();
    }

    @Test
    void who_has_too_many_requests_open_is_refused_all_the_same() throws IOException {
        for (int i = 0; i < 3; i++) lines.from("127.0.0.2", Lines.post("/order", 100) + "x");
        assertThat(Lines.answer(lines.from("127.0.0.3", Lines.get("/menu")), "\r\n\r\n"))
                .startsWith("HTTP/1.1 200");

        assertThat(Lines.answer(lines.from("127.0.0.2", Lines.get("/menu")), "\r\n\r\n"))
                .startsWith("HTTP/1.1 429");
    }
}
