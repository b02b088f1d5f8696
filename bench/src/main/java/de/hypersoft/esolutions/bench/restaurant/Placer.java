package de.hypersoft.esolutions.bench.restaurant;

import de.hypersoft.esolutions.bench.program.Delay;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guests: place orders over the storefront API, and send each again under the same key until it was answered 201. */
public final class Placer {

    private static final Pattern ORDER = Pattern.compile("\"orderId\":\"([0-9a-f-]{36})\"");
    private static final Pattern TRACKING = Pattern.compile("\"trackingUrl\":\"[^\"]*/orders/([^\"/]+)\"");
    private static final int MOST_TRIES = 400;

    private final URI shop;
    private final int orders;
    private final long seed;
    private final int pauseMillis;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger again = new AtomicInteger();
    private final Map<String, String> placed = new ConcurrentHashMap<>();
    private final List<String> inOrder = new CopyOnWriteArrayList<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();

    /** @param shop through which line the guests come */
    public Placer(URI shop, int orders, long seed, int pauseMillis) {
        this.shop = shop;
        this.orders = orders;
        this.seed = seed;
        this.pauseMillis = pauseMillis;
    }

    /** One guest after the other, several of them beside each other. */
    public void work() throws InterruptedException {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        for (int number = begun.incrementAndGet(); number <= orders; number = begun.incrementAndGet()) {
            Random random = new Random(seed * 1_000_003 + number);
            place(http, number, new UUID(random.nextLong(), random.nextLong()).toString());
            if (pauseMillis > 0) Delay.millis(random.nextInt(2 * pauseMillis));
        }
    }

    private void place(HttpClient http, int number, String key) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(shop.resolve("/api/v1/orders"))
                .timeout(Duration.ofSeconds(8))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(Wish.of(number).body(number, Instant.now())))
                .build();
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            if (attempt > 0) again.incrementAndGet();
            try {
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 201) {
                    note(answer.body());
                    return;
                }
                if (answer.statusCode() < 500 && answer.statusCode() != 404 && answer.statusCode() != 429) {
                    refusals.add(answer.statusCode() + " " + answer.body());
                    return;
                }
            } catch (IOException noAnswer) {
                // it may be placed or not: the same key again
            }
            Delay.millis(200);
        }
        refusals.add("no answer to order " + number + " in " + MOST_TRIES + " tries");
    }

    private void note(String answer) {
        Matcher order = ORDER.matcher(answer);
        Matcher tracking = TRACKING.matcher(answer);
        if (!order.find() || !tracking.find()) throw new IllegalStateException("a 201 without its order: " + answer);
        if (placed.put(order.group(1), tracking.group(1)) == null) inOrder.add(order.group(1));
    }

    public int count() {
        return inOrder.size();
    }

    /** Order ids answered with 201, oldest first. */
    public List<String> answered() {
        return inOrder;
    }

    /** The secret of an order's tracking link. */
    public String tracking(String orderId) {
        String token = placed.get(orderId);
        if (token == null) throw new IllegalArgumentException("not placed here: " + orderId);
        return token;
    }

    public int sentAgain() {
        return again.get();
    }

    public List<String> refusals() {
        return refusals;
    }
}
