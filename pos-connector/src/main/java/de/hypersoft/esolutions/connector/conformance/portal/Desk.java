package de.hypersoft.esolutions.connector.conformance.portal;

import com.fasterxml.jackson.databind.JsonNode;
import de.hypersoft.esolutions.connector.conformance.portal.Call.Kind;
import de.hypersoft.esolutions.connector.conformance.portal.Numbers.Telling;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the simulated portal answers once a call got through, and what it keeps of all that arrived. */
public final class Desk {

    private static final String ROLLED_BACK =
            "This journal told that number before; a person decides in the portal which journal is the right one.";

    private final Map<String, Handover> orders = new ConcurrentHashMap<>();
    private final List<String> sequence = new CopyOnWriteArrayList<>();
    private final List<Map<String, Object>> copies = new CopyOnWriteArrayList<>();
    private final Tasks tasks = new Tasks();
    private final List<String> withoutToken = new CopyOnWriteArrayList<>();
    private final Numbers numbers = new Numbers();
    private final SampleOrders samples;
    private final Clock clock;
    private final Booked booked;
    private final String pin = String.format("%06d", new SecureRandom().nextInt(1_000_000));
    private final String token = UUID.randomUUID().toString();
    private volatile boolean paired;
    private volatile boolean emergency;
    private volatile boolean ofTomorrow;
    private volatile boolean distrusts;
    private volatile int refusedJournals;

    Desk(Clock clock, Booked booked) {
        this.clock = clock;
        this.booked = booked;
        this.samples = new SampleOrders(clock);
    }

    /** Looks into the till's book. */
    @FunctionalInterface
    public interface Booked {
        boolean has(String orderId) throws IOException;
    }

    /** An order that nobody has placed yet. */
    public Handover drawUp() throws IOException {
        return new Handover(ofTomorrow ? samples.ofTomorrow("101") : samples.next("101"));
    }

    /** One with an article that no till knows. */
    public Handover drawUpUnknown() throws IOException {
        return new Handover(samples.next("no-such-article"));
    }

    void place(Handover order) {
        orders.put(order.orderId(), order);
        sequence.add(order.orderId());
    }

    /** All orders that were placed, oldest first. */
    public List<Handover> orders() {
        return sequence.stream()
                .flatMap(id -> Optional.ofNullable(orders.get(id)).stream())
                .toList();
    }

    /** The next claim brings this order once more, under this fence. */
    public void copy(Handover order, long fence) {
        order.copied();
        copies.add(claim(order, fence));
    }

    public Tasks tasks() {
        return tasks;
    }

    /** Claims are answered empty, orders are worked from the portal. */
    public void emergency(boolean on) {
        emergency = on;
    }

    /** Answers and orders have members that no version knows, and there are more versions. */
    public void ofTomorrow(boolean on) {
        ofTomorrow = on;
    }

    /** From now on no journal is believed. */
    public void distrust() {
        distrusts = true;
    }

    /** How many calls were answered with {@code journal-rolled-back}. */
    public int refusedJournals() {
        return refusedJournals;
    }

    public String pin() {
        return pin;
    }

    public boolean paired() {
        return paired;
    }

    public Numbers numbers() {
        return numbers;
    }

    /** The calls that bore no token, or a wrong one. */
    public List<String> withoutToken() {
        return List.copyOf(withoutToken);
    }

    /** Whether a claim would bring anything now. */
    boolean hasSomething() {
        return !offerable().isEmpty() || !copies.isEmpty() || !tasks.open().isEmpty();
    }

    /** Notes a call, whatever becomes of it. */
    void arrived(Call call) throws IOException {
        boolean open = call.kind() == Kind.PING || call.kind() == Kind.PAIRING;
        if (!open && !call.token().equals(token)) withoutToken.add(call.method() + " " + call.path());
        if (call.kind() == Kind.CLAIM || call.kind() == Kind.ACKNOWLEDGEMENT) numbers.heard(call);
        for (Map.Entry<String, Long> item : call.fences().entrySet()) {
            Handover order = orders.get(item.getKey());
            if (order != null) order.arrived(item.getValue(), !order.confirmed() && booked.has(order.orderId()));
        }
    }

    /** @param waited whether it is a claim that waited: what it brings may be nothing */
    Answer answer(Call call, boolean waited) throws IOException {
        Kind kind = call.kind();
        if (kind != Kind.PING && kind != Kind.PAIRING && !call.token().equals(token))
            return Answer.problem(401, "unknown-token", "Pair the device anew.");
        return switch (kind) {
            case PING -> ping();
            case PAIRING -> pair(call.body());
            case CLAIM -> claims(call, waited);
            case ACKNOWLEDGEMENT -> acknowledge(call);
            case REFUSAL -> refuse(call);
            case EVENT -> event(call);
            case TASK -> tasks.finish(call.subject());
            case OTHER -> Answer.json(200, Map.of("state", "PUBLISHED", "version", "1", "refused", List.of()));
        };
    }

    /** An answer is on its way: what it says yes to may be booked from now on. */
    void goesOut(Call call, Answer answer) {
        if (call.kind() != Kind.ACKNOWLEDGEMENT || answer.status() != 200) return;
        JsonNode body = ConnectorJson.tree(answer.text().getBytes(StandardCharsets.UTF_8));
        for (JsonNode item : body.path("items")) {
            Handover order = orders.get(item.path("orderId").asText());
            if (order != null && !item.has("code")) order.confirm();
        }
    }

    private Answer ping() {
        Map<String, Object> pong = open();
        pong.put("serverTime", clock.instant().toString());
        pong.put("protocolVersions", ofTomorrow ? List.of("1", "2") : List.of("1"));
        return Answer.json(200, pong);
    }

    private Answer pair(JsonNode body) {
        if (!body.path("pin").asText().equals(pin))
            return Answer.problem(403, "wrong-pin", "Take the PIN that the conformance run shows.");
        numbers.paired(body.path("journalId").asText(""));
        paired = true;
        Map<String, Object> card = open();
        card.put("token", token);
        card.put("tillId", new UUID(0, 1).toString());
        card.put("tillNumber", 1);
        card.put("tillName", body.path("name").asText("till"));
        card.put("location", "conformance");
        card.put("receivesOrders", true);
        card.put("headOffice", false);
        return Answer.json(201, card);
    }

    private synchronized Answer claims(Call call, boolean waited) {
        List<Handover> due = offerable();
        List<Map<String, Object>> open = tasks.open();
        if (distrusts) return rolledBack();
        if (due.isEmpty() && copies.isEmpty()) return open.isEmpty() ? Answer.NOTHING : handOut(List.of(), open);
        Telling telling = numbers.tell(call);
        if (telling == Telling.PASSED && waited) return Answer.NOTHING;
        if (telling == Telling.PASSED || telling == Telling.TWIN) return rolledBack();
        List<Map<String, Object>> claims = new ArrayList<>();
        for (Handover order : due) claims.add(claim(order, order.offer(System.nanoTime())));
        claims.addAll(copies);
        copies.clear();
        return handOut(claims, open);
    }

    private Answer handOut(List<Map<String, Object>> claims, List<Map<String, Object>> open) {
        Map<String, Object> answer = open();
        answer.put("claims", claims);
        answer.put("tasks", open);
        return Answer.json(200, answer);
    }

    private synchronized Answer acknowledge(Call call) {
        Telling telling = numbers.tell(call);
        if (distrusts || telling == Telling.PASSED || telling == Telling.TWIN) return rolledBack();
        List<Map<String, Object>> items = new ArrayList<>();
        call.fences().forEach((id, fence) -> items.add(item(id, fence)));
        Map<String, Object> answer = open();
        answer.put("items", items);
        return Answer.json(200, answer);
    }

    private Map<String, Object> item(String orderId, long fence) {
        Handover order = orders.get(orderId);
        Map<String, Object> item = order == null
                ? new LinkedHashMap<>(Map.of("orderId", orderId, "code", "unknown-order"))
                : order.acknowledge(fence);
        if (ofTomorrow) item.put("ofTomorrow", List.of(1, 2));
        return item;
    }

    private Answer refuse(Call call) {
        Handover order = orders.get(call.subject());
        return order == null
                ? Answer.problem(404, "unknown-order", "There is no such order.")
                : order.refuse(
                        call.body().path("fence").asLong(-1),
                        call.body().path("code").asText("?"));
    }

    private Answer event(Call call) throws IOException {
        Handover order = orders.get(call.subject());
        return order == null
                ? Answer.problem(404, "unknown-order", "There is no such order.")
                : order.report(call.body(), booked.has(order.orderId()));
    }

    private Answer rolledBack() {
        refusedJournals++;
        return Answer.problem(409, "journal-rolled-back", ROLLED_BACK);
    }

    private List<Handover> offerable() {
        long now = System.nanoTime();
        return emergency
                ? List.of()
                : orders().stream()
                        .filter(order -> order.offerable(now))
                        .limit(50)
                        .toList();
    }

    private Map<String, Object> claim(Handover order, long fence) {
        Map<String, Object> claim = open();
        claim.put("fence", fence);
        claim.put("leaseSeconds", 60);
        claim.put("order", order.order());
        return claim;
    }

    private Map<String, Object> open() {
        Map<String, Object> answer = new LinkedHashMap<>();
        if (ofTomorrow) answer.put("ofTomorrow", Map.of("nested", List.of("a member that version 1 does not know")));
        return answer;
    }
}
