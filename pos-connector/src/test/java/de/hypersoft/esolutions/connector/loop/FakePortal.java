package de.hypersoft.esolutions.connector.loop;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A portal of one till, small enough to read: the moves of the handover that a till can see. */
final class FakePortal implements AutoCloseable {

    /** Where an order stands, and what was heard of it: event texts by seq. */
    static final class Transfer {
        final String orderJson;
        String state = "PENDING";
        long fence;
        final Map<Long, String> events = new LinkedHashMap<>();
        final List<Long> eventFences = new ArrayList<>();
        String refusal = "";

        Transfer(String orderJson) {
            this.orderJson = orderJson;
        }
    }

    final Map<String, Transfer> transfers = new LinkedHashMap<>();
    final List<String> calls = new ArrayList<>();
    final List<Integer> waits = new ArrayList<>();
    final List<String> tasksDone = new ArrayList<>();
    final List<String> catalogues = new ArrayList<>();
    String catalogueState = "PUBLISHED";
    String tasks = "[]";
    long lastSequence;
    int forcedStatus;
    String forcedFor = "";

    private final HttpServer server;
    private final ExecutorService worker = Executors.newSingleThreadExecutor();

    FakePortal() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(worker);
        server.createContext("/portal/api/pos/v1", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Transfer place(String orderId) {
        Transfer transfer = new Transfer(Orders.pizza(orderId));
        transfers.put(orderId, transfer);
        return transfer;
    }

    /** Every call that begins with this path is answered with this status and nothing done; 0 ends it. */
    void force(String path, int status) {
        forcedFor = path;
        forcedStatus = status;
    }

    Transfer transfer(String orderId) {
        Transfer transfer = transfers.get(orderId);
        if (transfer == null) throw new AssertionError("no order " + orderId);
        return transfer;
    }

    @Override
    public void close() {
        server.stop(0);
        worker.shutdownNow();
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/portal/api/pos/v1".length());
        JsonNode body = ConnectorJson.tree(exchange.getRequestBody().readAllBytes());
        calls.add(path);
        boolean forced = forcedStatus != 0 && path.startsWith(forcedFor);
        Answer answer = forced ? new Answer(forcedStatus, "{\"code\":\"forced\"}") : answer(path, body);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private record Answer(int status, String body) {}

    private Answer answer(String path, JsonNode body) {
        String[] parts = path.substring(1).split("/");
        if (body.has("journalSeq")) {
            long sequence = body.path("journalSeq").asLong();
            if (sequence <= lastSequence) return new Answer(409, "{\"code\":\"journal-rolled-back\"}");
            lastSequence = sequence;
        }
        return switch (parts[0]) {
            case "order-claims" -> {
                waits.add(body.path("waitSeconds").asInt());
                yield claims();
            }
            case "acknowledgements" -> acknowledgements(body);
            case "tasks" -> {
                boolean unable = body.path("outcome").asText().equals("UNABLE");
                tasksDone.add(parts[1] + (unable ? " unable" : ""));
                yield new Answer(204, "");
            }
            case "catalog" -> {
                catalogues.add(body.path("version").asText());
                yield new Answer(200, "{\"state\":\"" + catalogueState + "\"}");
            }
            default -> parts[2].equals("events") ? event(parts[1], body) : refusal(parts[1], body);
        };
    }

    private Answer claims() {
        List<String> claims = new ArrayList<>();
        for (Transfer transfer : transfers.values()) {
            if (transfer.state.equals("PENDING")) {
                transfer.state = "CLAIMED";
                transfer.fence++;
            }
            if (transfer.state.equals("CLAIMED")) {
                claims.add(
                        "{\"fence\":" + transfer.fence + ",\"leaseSeconds\":60,\"order\":" + transfer.orderJson + "}");
            }
        }
        boolean nothing = claims.isEmpty() && tasks.equals("[]");
        return nothing
                ? new Answer(204, "")
                : new Answer(200, "{\"claims\":[" + String.join(",", claims) + "],\"tasks\":" + tasks + "}");
    }

    private Answer acknowledgements(JsonNode body) {
        List<String> items = new ArrayList<>();
        for (JsonNode item : body.path("items")) {
            String orderId = item.path("orderId").asText();
            Transfer transfer = transfer(orderId);
            boolean ours = transfer.state.equals("CLAIMED") || transfer.state.equals("TRANSFERRED_AUTO");
            if (ours && transfer.fence == item.path("fence").asLong()) {
                transfer.state = "TRANSFERRED_AUTO";
                items.add("{\"orderId\":\"" + orderId + "\",\"state\":\"TRANSFERRED_AUTO\"}");
            } else {
                items.add("{\"orderId\":\"" + orderId + "\",\"code\":\"order-taken-over\",\"state\":\"" + transfer.state
                        + "\",\"owner\":\"Anna\"}");
            }
        }
        return new Answer(200, "{\"items\":[" + String.join(",", items) + "]}");
    }

    private Answer event(String orderId, JsonNode body) {
        Transfer transfer = transfer(orderId);
        if (transfer.state.equals("CLAIMED")) return new Answer(409, "{\"code\":\"not-acknowledged\"}");
        transfer.events.putIfAbsent(body.path("seq").asLong(), body.path("type").asText());
        transfer.eventFences.add(body.path("fence").asLong());
        return new Answer(204, "");
    }

    private Answer refusal(String orderId, JsonNode body) {
        Transfer transfer = transfer(orderId);
        if (!transfer.state.equals("CLAIMED")
                || transfer.fence != body.path("fence").asLong()) {
            return new Answer(409, "{\"code\":\"order-taken-over\"}");
        }
        transfer.state = "PENDING_AGAIN";
        transfer.fence++;
        transfer.refusal = body.path("code").asText();
        return new Answer(204, "");
    }
}
