package de.hypersoft.esolutions.bench.load.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepAliveTest {

    private static final String LARGE = "x".repeat(300_000) + "end";

    private final Set<InetSocketAddress> callers = ConcurrentHashMap.newKeySet();
    private HttpServer server;
    private URI address;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        address = URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        callers.add(exchange.getRemoteAddress());
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        byte[] body = (sent.isEmpty() ? LARGE : sent).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .add("X-Asked", exchange.getRequestHeaders().getFirst("X-Asks"));
        if (path.equals("/nothing")) exchange.sendResponseHeaders(204, -1);
        else exchange.sendResponseHeaders(200, path.equals("/chunks") ? 0 : body.length);
        if (!path.equals("/nothing")) exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void answers_of_every_kind_come_over_one_connection() throws IOException {
        try (KeepAlive line = new KeepAlive(address)) {
            for (int i = 0; i < 3; i++) {
                for (String path : new String[] {"/length", "/chunks"}) {
                    Answer answer = line.send(KeepAlive.get(address, path, Map.of("X-Asks", "a" + i)));
                    assertThat(answer.status()).isEqualTo(200);
                    assertThat(answer.header("x-asked")).isEqualTo("a" + i);
                    assertThat(answer.text()).isEqualTo(LARGE);
                }
                assertThat(line.send(KeepAlive.get(address, "/nothing", Map.of("X-Asks", "a")))
                                .status())
                        .isEqualTo(204);
                assertThat(line.send(KeepAlive.post(address, "/echo", Map.of("X-Asks", "a"), "Käse"))
                                .text())
                        .isEqualTo("Käse");
            }
        }
        assertThat(callers).hasSize(1);
    }

    @Test
    void a_connection_that_ends_is_an_error_and_the_next_request_opens_another() throws Exception {
        try (ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread cutting = new Thread(() -> cutThenAnswer(door));
            cutting.start();
            byte[] request = KeepAlive.get(address, "/", Map.of());

            try (KeepAlive line = new KeepAlive(URI.create("http://localhost:" + door.getLocalPort()))) {
                assertThatThrownBy(() -> line.send(request)).isInstanceOf(EOFException.class);
                assertThat(line.send(request).text()).isEqualTo("ok");
            }
            cutting.join();
        }
    }

    private static void cutThenAnswer(ServerSocket door) {
        try {
            for (String answer :
                    new String[] {"HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"})
                try (Socket client = door.accept()) {
                    while (client.getInputStream().read() != '\n') continue;
                    client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                    client.shutdownOutput();
                    client.getInputStream().readAllBytes();
                }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
