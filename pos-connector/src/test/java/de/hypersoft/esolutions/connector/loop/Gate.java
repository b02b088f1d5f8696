package de.hypersoft.esolutions.connector.loop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Stands between the connector and somebody it talks to, and asks a plan what to do with each request. */
final class Gate implements AutoCloseable {

    /** What becomes of a request. */
    enum Fate {
        PASS,
        /** It never arrives. */
        LOSE_REQUEST,
        /** It arrives and has its effect, but the answer is lost. */
        LOSE_ANSWER
    }

    private final HttpServer server;
    private final ExecutorService worker = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI behind;
    private final Function<String, Fate> plan;

    Gate(URI behind, Function<String, Fate> plan) throws IOException {
        this.behind = behind;
        this.plan = plan;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(worker);
        server.createContext("/", this::pass);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        worker.shutdownNow();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Fate fate = plan.apply(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            if (fate == Fate.LOSE_REQUEST) return;
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(
                                    behind.resolve(exchange.getRequestURI().toString()))
                            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (fate == Fate.LOSE_ANSWER) return;
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
