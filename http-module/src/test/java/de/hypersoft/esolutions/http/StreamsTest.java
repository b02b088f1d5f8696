package de.hypersoft.esolutions.http;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.http.pace.TransferLimit;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.BlockingHandler;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One connection by HTTP/2 that does not keep to what it was told. */
@Timeout(60)
class StreamsTest {

    private static final int RST_STREAM = 3;
    private static final int GOAWAY = 7;
    private static final int CANCEL = 8;
    private static final int ENHANCE_YOUR_CALM = 11;

    private final Admission.Shared shared = Admission.Shared.of(
            new Limits(
                    64 * 1024,
                    new TransferLimit(Duration.ofMillis(600), 1024, Duration.ofSeconds(5)),
                    new TransferLimit(Duration.ofMillis(600), 16 * 1024, Duration.ofSeconds(5)),
                    new TransferLimit(Duration.ofMillis(600), 1024, Duration.ofSeconds(5)),
                    4,
                    2,
                    20,
                    1000,
                    0),
            Proxies.of("", false));
    private final AtomicInteger worked = new AtomicInteger();
    private final Undertow server = Undertow.builder()
            .setWorkerThreads(4)
            .setIoThreads(1)
            .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
            .addHttpListener(0, "127.0.0.1")
            .setHandler(new Admission(
                    new BlockingHandler(exchange -> {
                        worked.incrementAndGet();
                        exchange.getOutputStream().write(new byte[200_000]);
                    }),
                    shared))
            .build();
    private Lines lines = new Lines(started());

    private InetSocketAddress started() {
        server.start();
        return (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    }

    @AfterEach
    void stop() throws IOException {
        lines.close();
        server.stop();
    }

    @Test
    void streams_beyond_the_number_told_are_refused_at_once() throws IOException {
        Socket line = connection();
        for (int i = 0; i < 30; i++) line.getOutputStream().write(SlowStreams.frame(1, 4, 1 + 2 * i, head(0x83)));

        for (int i = 20; i < 30; i++)
            assertThat(next(line, RST_STREAM).getInt()).isEqualTo(CANCEL);
        assertThat(worked).hasValue(0);
    }

    @Test
    void a_stream_whose_body_does_not_come_is_reset() throws IOException {
        Socket line = connection();
        post(line, 1);

        assertThat(next(line, RST_STREAM).getInt()).isEqualTo(CANCEL);
        assertThat(worked).hasValue(0);
    }

    @Test
    void requests_that_are_taken_back_at_once_end_the_connection() throws IOException {
        Socket line = connection();
        Thread attacker = new Thread(() -> resetRapidly(line));
        attacker.start();

        assertThat(next(line, GOAWAY).getInt(4)).isEqualTo(ENHANCE_YOUR_CALM);
        assertThat(worked.get()).as("of 5,000").isLessThan(1_000);
    }

    @Test
    void answers_that_are_not_taken_give_their_workers_back() throws IOException {
        Socket line = connection();
        for (int i = 0; i < 4; i++) get(line, 1 + 2 * i); // a window of 64 KB each, and never more

        assertThat(Lines.answer(lines.from("127.0.0.9", Lines.get("/page")), "\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(next(line, RST_STREAM).getInt()).isEqualTo(CANCEL);
    }

    private void resetRapidly(Socket line) {
        try {
            for (int i = 0; i < 5_000; i++) {
                get(line, 1 + 2 * i);
                line.getOutputStream().write(SlowStreams.frame(RST_STREAM, 0, 1 + 2 * i, new byte[] {0, 0, 0, CANCEL}));
            }
        } catch (IOException ended) {
            assertThat(ended).isNotNull(); // as it should be, and who reads sees why
        }
    }

    private Socket connection() throws IOException {
        Socket line = lines.from("127.0.0.2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        line.getOutputStream().write(SlowStreams.frame(4, 0, 0, new byte[0]));
        return line;
    }

    private static void post(Socket line, int stream) throws IOException {
        line.getOutputStream().write(SlowStreams.frame(1, 4, stream, head(0x83)));
        line.getOutputStream().write(SlowStreams.frame(0, 0, stream, new byte[] {'{'}));
    }

    private static void get(Socket line, int stream) throws IOException {
        line.getOutputStream().write(SlowStreams.frame(1, 5, stream, head(0x82)));
    }

    private static byte[] head(int method) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(method);
        block.write(0x86); // :scheme http
        SlowRequest.literal(block, 1, "shop");
        SlowRequest.literal(block, 4, "/order");
        return block.toByteArray();
    }

    /** The payload of the next frame of this type. */
    private static ByteBuffer next(Socket line, int wanted) throws IOException {
        DataInputStream in = new DataInputStream(line.getInputStream());
        while (true) {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            in.skipNBytes(5);
            byte[] payload = in.readNBytes(length);
            if (type == wanted) return ByteBuffer.wrap(payload);
        }
    }
}
