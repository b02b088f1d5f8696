package de.hypersoft.esolutions.it;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Guests who order one after the other, several at once, and note every answer, good or bad. */
final class Crowd implements AutoCloseable {

    private final Server server;
    private final Map<String, HttpResponse<String>> answers = new ConcurrentHashMap<>();
    private final List<CompletableFuture<Void>> guests = new ArrayList<>();
    private volatile boolean hungry = true;

    Crowd(Server server, int guests) {
        this.server = server;
        for (int i = 0; i < guests; i++) this.guests.add(CompletableFuture.runAsync(this::order));
    }

    private void order() {
        Http guest = server.visitor();
        while (hungry) {
            String key = UUID.randomUUID().toString();
            HttpResponse<String> answer = place(guest, key);
            answers.put(key, answer);
            if (answer.statusCode() != 201)
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private static HttpResponse<String> place(Http guest, String key) {
        return guest.postJson("/api/v1/orders", Storefront.pizzaFor("Andrang"), "Idempotency-Key", key);
    }

    /** So many more good answers than now. */
    void awaitAnswers(int more) {
        await(201, more);
    }

    void awaitRefusals(int more) {
        await(503, more);
    }

    private void await(int status, int more) {
        long before = count(status);
        Eventually.within(
                Duration.ofMinutes(1),
                more + " more answers " + status,
                () -> count(status),
                now -> now >= before + more);
    }

    private long count(int status) {
        return answers.values().stream().filter(a -> a.statusCode() == status).count();
    }

    void goHome() {
        hungry = false;
        guests.forEach(CompletableFuture::join);
    }

    /** How often each status was answered. */
    Map<Integer, Long> statuses() {
        return answers.values().stream()
                .collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting()));
    }

    List<String> keys() {
        return List.copyOf(answers.keySet());
    }

    /** Every key once more, as a guest who got no good answer would: the order of each. */
    Map<String, String> ordersAfterAskingAgain() {
        Http guest = server.visitor();
        Map<String, String> orders = new HashMap<>();
        for (String key : answers.keySet()) {
            HttpResponse<String> again = place(guest, key);
            if (again.statusCode() != 201) throw new AssertionError(again.statusCode() + " " + again.body());
            orders.put(key, id(again));
        }
        return orders;
    }

    /** Keys that were answered with an order and now with another one. */
    List<String> changedOrders() {
        Map<String, String> now = ordersAfterAskingAgain();
        return answers.entrySet().stream()
                .filter(entry -> entry.getValue().statusCode() == 201)
                .filter(entry -> !id(entry.getValue()).equals(now.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<String> orders() {
        return List.copyOf(ordersAfterAskingAgain().values());
    }

    private static String id(HttpResponse<String> answer) {
        return Http.json(answer).getString("orderId");
    }

    @Override
    public void close() {
        hungry = false;
    }
}
