package de.hypersoft.esolutions.connector.conformance.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The book of a till that books by itself: it may be read over HTTP, and believes whatever its till does. */
final class SmallBook implements AutoCloseable {

    private final Map<String, Map<String, Object>> bookings = new LinkedHashMap<>();
    private final int port;
    private HttpServer server;
    private long receipts;

    SmallBook() throws IOException {
        server = open(0);
        port = server.getAddress().getPort();
    }

    private HttpServer open(int port) throws IOException {
        HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        opened.createContext("/", this::answer);
        opened.start();
        return opened;
    }

    /** It can be read no more, as when the program that it is part of has ended. */
    void down() {
        server.stop(0);
    }

    void up() throws IOException {
        server = open(port);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Each booking takes a receipt, also the second one of an order. */
    synchronized void book(JsonNode order) {
        String orderId = order.path("orderId").asText();
        receipts++;
        bookings.putIfAbsent(
                orderId,
                Map.of(
                        "orderId", orderId,
                        "receipt", Map.of("number", receipts, "terminalId", "7"),
                        "order", order));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Object found =
                    path.equals("/health") ? Map.of("status", "UP") : find(path.substring("/bookings/".length()));
            byte[] body = ConnectorJson.write(found).getBytes(StandardCharsets.UTF_8);
            boolean known = !found.equals(Map.of("code", "not-booked"));
            exchange.sendResponseHeaders(known ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized Object find(String orderId) {
        Map<String, Object> booking = bookings.get(orderId);
        return booking == null ? Map.of("code", "not-booked") : booking;
    }
}
