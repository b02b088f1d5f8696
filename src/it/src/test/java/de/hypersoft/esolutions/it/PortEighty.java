package de.hypersoft.esolutions.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the world meets on port 80: our server, but for hosts at which somebody else's web server answers. */
final class PortEighty implements AutoCloseable {

    private final Set<String> foreign = ConcurrentHashMap.newKeySet();
    private final HttpServer front;
    private final Http behind;

    PortEighty(int port, String ours) {
        this.behind = Http.on(ours);
        try {
            this.front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        front.createContext("/", this::answer);
        front.start();
    }

    void isForeign(String host) {
        foreign.add(host);
    }

    @Override
    public void close() {
        front.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host").replaceFirst(":\\d+$", "");
        try (exchange) {
            if (foreign.contains(host)) {
                send(exchange, 404, "nothing like that on this server");
                return;
            }
            HttpResponse<String> ours = behind.get(exchange.getRequestURI().toString(), "Host", host);
            send(exchange, ours.statusCode(), ours.body());
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
