package de.hypersoft.esolutions.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

@Timeout(30)
class ConnectionsTest {

    private final Connections connections =
            new Connections(20, 5, Duration.ofSeconds(10), Duration.ofNanos(1), Proxies.of("", false));
    private XnioWorker worker;
    private AcceptingChannel<StreamConnection> server;
    private Lines lines;

    /** Behind it a protocol that says hello, and closes when the other side does. */
    @BeforeEach
    void start() throws IOException {
        worker = Xnio.getInstance().createWorker(OptionMap.EMPTY);
        ChannelListener<StreamConnection> hello = connection -> {
            try {
                connection.getSinkChannel().write(ByteBuffer.wrap(new byte[] {'!'}));
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
            connection.getSourceChannel().setReadListener(source -> IoUtils.safeClose(connection));
            connection.getSourceChannel().resumeReads();
        };
        server = worker.createStreamConnectionServer(
                new InetSocketAddress("127.0.0.1", 0), connections.before(hello), OptionMap.EMPTY);
        server.resumeAccepts();
        lines = new Lines(server.getLocalAddress(InetSocketAddress.class));
    }

    @AfterEach
    void stop() throws IOException {
        lines.close();
        IoUtils.safeClose(server);
        worker.shutdownNow();
    }

    @Test
    void a_client_takes_its_own_connections_and_not_those_of_others() throws IOException {
        for (int i = 0; i < 5; i++) assertThat(greeted("127.0.0.2")).isTrue();

        assertThat(greeted("127.0.0.2")).isFalse();
        assertThat(greeted("127.0.0.3")).isTrue();
    }

    @Test
    void whoever_hangs_up_may_call_again() throws IOException {
        for (int i = 0; i < 50; i++) {
            Socket line = lines.from("127.0.0.2", "");
            assertThat(line.getInputStream().read()).isEqualTo('!');
            line.close();
            within(() -> {
                connections.look();
                return connections.size() == 0;
            });
        }
    }

    @Test
    void a_proxy_on_this_machine_brings_as_many_as_there_are() throws IOException {
        for (int i = 0; i < 15; i++) assertThat(greeted("127.0.0.1")).isTrue();
    }

    @Test
    void all_together_are_bounded_too() throws IOException {
        for (int i = 0; i < 20; i++) assertThat(greeted("127.0.0." + (2 + i))).isTrue();

        assertThat(greeted("127.0.1.1")).isFalse();
    }

    @Test
    void a_connection_that_says_nothing_is_ended_and_one_that_asked_is_not() throws IOException {
        Socket silent = lines.from("127.0.0.2", "");
        Socket asking = lines.from("127.0.0.3", "");
        assertThat(silent.getInputStream().read() + asking.getInputStream().read())
                .isEqualTo(2 * '!');
        connections.spoke(asking.getLocalSocketAddress());
        connections.look();

        assertThat(silent.getInputStream().read()).isNegative();
        within(() -> {
            connections.look();
            return connections.size() == 1;
        });
    }

    private boolean greeted(String from) throws IOException {
        try {
            return lines.from(from, "").getInputStream().read() == '!';
        } catch (SocketException reset) {
            return false;
        }
    }

    private interface Condition {
        boolean holds();
    }

    private static void within(Condition condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
