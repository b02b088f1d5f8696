package de.hypersoft.esolutions.connector.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import de.hypersoft.esolutions.connector.wire.Http;
import de.hypersoft.esolutions.connector.wire.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between a candidate and the till core, on the loopback address: passes each call on, writes down each booking,
 * and can keep the core from booking one order, for a while or for good.
 */
public final class Witness implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Http http = new Http();
    private final URI core;
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final Set<String> heldBack = ConcurrentHashMap.newKeySet();
    private final Set<String> unfit = ConcurrentHashMap.newKeySet();
    private final List<Booked> booked = new ArrayList<>();

    private Witness(HttpServer server, URI core) {
        this.server = server;
        this.core = core;
    }

    /**
     * What the core was told to book, and booked.
     *
     * @param fresh whether it was not booked before (201)
     */
    public record Booked(String orderId, JsonNode order, long receipt, boolean fresh) {}

    /** @param core where the till core answers */
    public static Witness before(URI core) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        Witness witness = new Witness(server, core);
        server.setExecutor(witness.workers);
        server.createContext("/", witness::pass);
        server.start();
        return witness;
    }

    /** Where the candidate finds its till core. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Whether the candidate books here, and not inside itself. */
    public synchronized boolean used() {
        return !booked.isEmpty();
    }

    public synchronized List<Booked> bookings() {
        return List.copyOf(booked);
    }

    /** The core has trouble with this order until it is let go. */
    public void hold(String orderId) {
        held.add(orderId);
    }

    /** Whether a booking of this order was asked for while it was held. */
    public boolean heldBack(String orderId) {
        return heldBack.contains(orderId);
    }

    public void letGo(String orderId) {
        held.remove(orderId);
    }

    /** The core can never book this order. */
    public void unfit(String orderId) {
        unfit.add(orderId);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getRawPath();
            JsonNode order = ConnectorJson.tree(body).path("order");
            String orderId = order.path("orderId").asText("");
            boolean books = exchange.getRequestMethod().equals("POST") && path.equals("/bookings");
            if (unfit.contains(orderId)) {
                send(exchange, 422, problem("unknown-article", "The till does not know this article."));
            } else if (books && held.contains(orderId)) {
                heldBack.add(orderId);
                send(exchange, 503, problem("busy", "The till core has trouble of its own."));
            } else {
                Reply reply = asked(exchange.getRequestMethod(), path, body);
                if (books && reply.ok()) note(orderId, order, reply);
                int status = reply.reached() ? reply.status() : 503;
                send(exchange, status, reply.body().isMissingNode() ? "" : ConnectorJson.write(reply.body()));
            }
        }
    }

    /** Asks the core itself. */
    public Reply asked(String method, String path, byte[] body) {
        return http.send(new Http.Request(
                method, URI.create(core + path), Map.of("Content-Type", "application/json"), body, TIMEOUT));
    }

    private synchronized void note(String orderId, JsonNode order, Reply reply) {
        long receipt = reply.body().path("receipt").path("number").asLong();
        booked.add(new Booked(orderId, order, receipt, reply.status() == 201));
    }

    private static String problem(String code, String detail) {
        return ConnectorJson.write(Map.of("code", code, "detail", detail));
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
