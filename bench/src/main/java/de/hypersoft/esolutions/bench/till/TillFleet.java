package de.hypersoft.esolutions.bench.till;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.hypersoft.esolutions.bench.program.Delay;
import de.hypersoft.esolutions.bench.restaurant.Ground;
import de.hypersoft.esolutions.bench.restaurant.Store;
import de.hypersoft.esolutions.bench.restaurant.Wish;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Many waiting tills in one process, each at a location of its own: they claim, note when, and acknowledge. */
public final class TillFleet {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<UUID> locations = new ArrayList<>();
    private final AtomicLong sequence = new AtomicLong(1);
    private final Map<String, Long> answered = new ConcurrentHashMap<>();
    private final Map<String, Long> offered = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private volatile boolean waiting = true;

    private TillFleet() {}

    /** The first of them, so many, are at locations that will have a menu. */
    public static TillFleet at(Ground ground, Store store, int count, int open) throws SQLException {
        TillFleet tills = new TillFleet();
        try (Connection connection = store.connect()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                UUID location = UUID.randomUUID();
                tills.locations.add(location);
                Ground.run(
                        connection,
                        "insert into tenancy.location (id, tenant_id, slug, name, street, postcode, city, country,"
                                + " phone, legal_name, imprint, time_zone, cutoff, order_types, lead_minutes, mail_to,"
                                + " unclaimed_after_seconds, second_contact_after_seconds, version) values (?, ?, ?,"
                                + " 'Bench', 'Weg 1', '10115', 'Berlin', 'DE', '030 1234567', 'Bench GmbH', '',"
                                + " 'Europe/Berlin', ?, 'PICKUP', 0, 'kitchen@bench.example', 300, 600, 0)",
                        location,
                        ground.tenant(),
                        "bench-" + i,
                        LocalTime.of(6, 0));
                if (i < open) alwaysOpen(connection, location);
                ground.pairedTill(connection, location, 1, token(i));
            }
            connection.commit();
        }
        return tills;
    }

    private static void alwaysOpen(Connection connection, UUID location) throws SQLException {
        for (int day = 1; day <= 7; day++) {
            Ground.run(
                    connection,
                    "insert into tenancy.opening_window (id, location_id, weekday, opens, closes) values (?, ?, ?, ?, ?)",
                    UUID.randomUUID(),
                    location,
                    day,
                    LocalTime.MIDNIGHT,
                    LocalTime.MIDNIGHT);
        }
    }

    /** What a till shows with each call. */
    public static String token(int till) {
        return "bench-token-" + till;
    }

    public UUID location(int index) {
        return locations.get(index);
    }

    public void loadMenus(URI server, int count) throws IOException, InterruptedException {
        for (int i = 0; i < count; i++) load(server, i, Ground.catalogue());
    }

    /** A full load. @return bytes of its report */
    public int load(URI server, int till, String json) throws IOException, InterruptedException {
        return catalogue(server, till, "PUT", json);
    }

    /** An increment. @return bytes of its report */
    public int change(URI server, int till, String json) throws IOException, InterruptedException {
        return catalogue(server, till, "PATCH", json);
    }

    private int catalogue(URI server, int till, String method, String json) throws IOException, InterruptedException {
        HttpRequest request = request(server, "catalog", till)
                .timeout(Duration.ofMinutes(10))
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300)
            throw new IOException("catalogue: " + answer.statusCode() + " " + answer.body());
        return answer.body().length();
    }

    /** A guest orders at the till's location; when the 201 came is remembered. */
    public void place(URI server, int till, int number) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/v1/orders"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(
                        Wish.PICKUP_NOW.body(number, Instant.now()).replace(Ground.SLUG, "bench-" + till)))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        long now = System.nanoTime();
        if (answer.statusCode() != 201) throw new IOException("order: " + answer.statusCode() + " " + answer.body());
        answered.put(JSON.readTree(answer.body()).path("orderId").asText(), now);
    }

    /** All tills begin to wait, and go on until {@link #hangUp}. */
    public void wait(URI server) throws InterruptedException {
        for (int i = 0; i < locations.size(); i++) {
            claim(server, i);
            if (i % 50 == 49) Delay.millis(100);
        }
        Delay.millis(3_000);
    }

    private void claim(URI server, int till) {
        if (!waiting) return;
        http.sendAsync(claimRequest(server, till, 50), HttpResponse.BodyHandlers.ofString())
                .thenAccept(answer -> took(server, till, answer))
                .whenComplete((done, failed) -> claim(server, till));
    }

    private void took(URI server, int till, HttpResponse<String> answer) {
        long now = System.nanoTime();
        if (answer.statusCode() != 200) return;
        List<Map<String, Object>> items = new ArrayList<>();
        for (JsonNode claim : read(answer.body()).path("claims")) {
            String order = claim.path("order").path("orderId").asText();
            offered.putIfAbsent(order, now);
            items.add(Map.of("orderId", order, "fence", claim.path("fence").asLong()));
        }
        if (items.isEmpty()) return;
        Map<String, Object> body =
                Map.of("journalId", "bench", "journalSeq", sequence.incrementAndGet(), "items", items);
        http.sendAsync(
                        request(server, "acknowledgements", till)
                                .POST(json(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .join();
    }

    /** One plain poll that finds nothing. */
    public void poll(URI server, int till) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(claimRequest(server, till, 0), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 204) throw new IOException("poll: " + answer.statusCode() + " " + answer.body());
    }

    private HttpRequest claimRequest(URI server, int till, int waitSeconds) {
        Map<String, Object> body = Map.of(
                "max", 20, "waitSeconds", waitSeconds, "journalId", "bench", "journalSeq", sequence.incrementAndGet());
        return request(server, "order-claims", till).POST(json(body)).build();
    }

    private static HttpRequest.Builder request(URI server, String call, int till) {
        return HttpRequest.newBuilder(server.resolve("/portal/api/pos/v1/" + call))
                .timeout(Duration.ofSeconds(90))
                .header("Authorization", "Bearer " + token(till))
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        try {
            return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new IllegalStateException(body, e);
        }
    }

    /** What was measured so far was warm-up. */
    public void forget() throws InterruptedException {
        Delay.millis(1_000);
        answered.clear();
        offered.clear();
    }

    /** Milliseconds from the 201 to the offer, 0 when the till had it even before the guest had the answer. */
    public Measurements latencies() {
        List<Double> millis = new ArrayList<>();
        answered.forEach((order, at) -> {
            Long seen = offered.get(order);
            millis.add(seen == null ? Double.POSITIVE_INFINITY : Math.max(0, (seen - at) / 1e6));
        });
        return new Measurements(millis);
    }

    public void hangUp() {
        waiting = false;
    }
}
