package de.hypersoft.esolutions.connector.conformance.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hypersoft.esolutions.connector.conformance.Candidate;
import de.hypersoft.esolutions.connector.conformance.Surroundings;
import de.hypersoft.esolutions.connector.portal.Portal;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import de.hypersoft.esolutions.connector.wire.Http;
import de.hypersoft.esolutions.connector.wire.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Another till program, as small as one can be that speaks the wire and books by itself; with one thing wrong in it, or none. */
final class SmallTill implements Candidate {

    /** What is wrong with it. */
    enum Fault {
        NONE,
        BOOKS_NOTHING,
        BOOKS_AGAIN_AFTER_A_LOST_ANSWER,
        BOOKS_WHAT_WAS_TAKEN_OVER,
        BOOKS_BEFORE_IT_ACKNOWLEDGES,
        ACKNOWLEDGES_BEFORE_IT_WRITES_DOWN,
        TAKES_EACH_ANSWER_FOR_A_YES,
        REPORTS_BEFORE_IT_BOOKS,
        BELIEVES_AN_OLD_YES,
        WORKS_OUT_PRICES_AGAIN,
        READS_KNOWN_MEMBERS_ONLY,
        GOES_ON_WHEN_ROLLED_BACK
    }

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration GOOD_FOR = Duration.ofSeconds(10);

    private final Surroundings where;
    private final SmallBook book;
    private final MovableClock clock;
    private final Fault fault;
    private final Object rest = new Object();
    private Disk disk = new Disk();
    private Disk backup = new Disk();
    private Http http = new Http();
    private Thread life = new Thread();
    private volatile boolean over = true;

    SmallTill(Surroundings where, SmallBook book, MovableClock clock, Fault fault) {
        this.where = where;
        this.book = book;
        this.clock = clock;
        this.fault = fault;
    }

    private enum State {
        OPEN,
        BOOKED,
        GONE
    }

    /** @param asks whether it has to be acknowledged; {@code tells} whether BOOKED has to be told */
    private record Row(JsonNode order, long fence, State state, boolean asks, boolean tells) {}

    /** What outlives a kill. */
    private static final class Disk {
        private final Map<String, Row> rows = new LinkedHashMap<>();
        private String token = "";
        private String journal = UUID.randomUUID().toString();
        private long seq;
        private boolean halted;

        Disk copy() {
            Disk copy = new Disk();
            copy.rows.putAll(rows);
            copy.token = token;
            copy.journal = journal;
            copy.seq = seq;
            copy.halted = halted;
            return copy;
        }
    }

    @Override
    public void start() {
        over = false;
        http = new Http();
        if (fault == Fault.ACKNOWLEDGES_BEFORE_IT_WRITES_DOWN) disk.rows.clear();
        if (disk.token.isEmpty())
            disk.token = send("/pairings", Map.of("pin", where.pin(), "journalId", disk.journal))
                    .body()
                    .path("token")
                    .asText();
        life = new Thread(this::live, "small till");
        life.start();
    }

    @Override
    public void kill() throws InterruptedException {
        over = true;
        http.hangUp();
        life.interrupt();
        life.join();
    }

    @Override
    public boolean keepsFolder() {
        return true;
    }

    @Override
    public void backUp() {
        backup = disk.copy();
    }

    @Override
    public void restore() {
        disk = backup.copy();
    }

    private void live() {
        try {
            while (!over) {
                boolean well = !disk.halted && acknowledge() && report() && claim();
                synchronized (rest) {
                    if (!well) rest.wait(5);
                }
            }
        } catch (InterruptedException killed) {
            over = true;
        }
    }

    private boolean claim() {
        boolean idle = disk.rows.values().stream().noneMatch(row -> row.asks() || row.tells());
        Reply reply = send("/order-claims", numbered(Map.of("waitSeconds", idle ? 5 : 0)));
        if (!heard(reply)) return false;
        if (fault == Fault.READS_KNOWN_MEMBERS_ONLY && reply.body().has("ofTomorrow")) return false;
        for (JsonNode claim : reply.body().path("claims"))
            take(claim.path("order"), claim.path("fence").asLong());
        for (JsonNode task : reply.body().path("tasks"))
            send("/tasks/" + task.path("id").asText() + "/done", Map.of());
        return reply.status() == 200;
    }

    private void take(JsonNode order, long fence) {
        Row row = disk.rows.get(order.path("orderId").asText());
        boolean known = row != null && (fence < row.fence() || (fence == row.fence() && row.state() == State.GONE));
        if (known || fault == Fault.BOOKS_NOTHING) return;
        boolean booked = row != null && row.state() == State.BOOKED;
        if (!booked && fault == Fault.BOOKS_BEFORE_IT_ACKNOWLEDGES) {
            book.book(order);
            booked = true;
        }
        keep(new Row(order, fence, booked ? State.BOOKED : State.OPEN, true, false));
    }

    private boolean acknowledge() {
        List<Row> asked = disk.rows.values().stream().filter(Row::asks).toList();
        if (asked.isEmpty()) return true;
        List<Map<String, Object>> items = asked.stream()
                .map(row -> Map.<String, Object>of("orderId", id(row), "fence", row.fence()))
                .toList();
        Instant sent = clock.instant();
        Reply reply = send("/acknowledgements", numbered(Map.of("items", items)));
        boolean any = fault == Fault.TAKES_EACH_ANSWER_FOR_A_YES && reply.reached();
        if (!heard(reply) && !any) return false;
        Duration age = Duration.between(sent, clock.instant());
        if (age.compareTo(GOOD_FOR) > 0 && fault != Fault.BELIEVES_AN_OLD_YES) return true;
        asked.forEach(row -> answered(row, item(reply, id(row)), any));
        return true;
    }

    private void answered(Row row, JsonNode item, boolean any) {
        String code = item.path("code").asText("");
        boolean taken = code.equals("order-taken-over") || code.equals("order-withdrawn");
        boolean yes = code.isEmpty() && item.path("state").asText().equals("TRANSFERRED_AUTO");
        boolean unread = taken && fault == Fault.BOOKS_WHAT_WAS_TAKEN_OVER;
        if (taken && !unread) {
            keep(new Row(
                    row.order(), row.fence(), row.state() == State.BOOKED ? State.BOOKED : State.GONE, false, false));
        } else if (yes || unread || (any && !taken)) {
            boolean late = fault == Fault.BOOKS_AGAIN_AFTER_A_LOST_ANSWER || fault == Fault.REPORTS_BEFORE_IT_BOOKS;
            if (row.state() != State.BOOKED && !late) book.book(booked(row.order()));
            keep(new Row(row.order(), row.fence(), late ? row.state() : State.BOOKED, false, true));
        }
    }

    private boolean report() {
        boolean well = true;
        for (Row row : List.copyOf(disk.rows.values())) {
            if (!row.tells()) continue;
            boolean open = row.state() != State.BOOKED;
            if (open && fault == Fault.BOOKS_AGAIN_AFTER_A_LOST_ANSWER) book.book(row.order());
            Reply reply =
                    send("/orders/" + id(row) + "/events", Map.of("fence", row.fence(), "seq", 1, "type", "BOOKED"));
            if (open && fault == Fault.REPORTS_BEFORE_IT_BOOKS) book.book(row.order());
            boolean told = reply.status() == 204;
            boolean early = reply.status() == 409;
            boolean done = told || fault == Fault.REPORTS_BEFORE_IT_BOOKS;
            keep(new Row(row.order(), row.fence(), done ? State.BOOKED : row.state(), early, !told && !early));
            well &= told;
        }
        return well;
    }

    private JsonNode booked(JsonNode order) {
        if (fault != Fault.WORKS_OUT_PRICES_AGAIN) return order;
        ObjectNode other = order.deepCopy();
        other.putObject("total").put("amount", "23.79").put("currency", "EUR");
        return other;
    }

    /** Whether it is an answer of the portal; a refused journal ends everything. */
    private boolean heard(Reply reply) {
        if (reply.status() == 409 && fault != Fault.GOES_ON_WHEN_ROLLED_BACK) disk.halted = true;
        return !over && reply.ok();
    }

    private void keep(Row row) {
        if (!over) disk.rows.put(id(row), row);
    }

    private static String id(Row row) {
        return row.order().path("orderId").asText();
    }

    private static JsonNode item(Reply reply, String orderId) {
        for (JsonNode item : reply.body().path("items")) {
            if (item.path("orderId").asText().equals(orderId)) return item;
        }
        return ConnectorJson.tree(new byte[0]);
    }

    private Map<String, Object> numbered(Map<String, Object> body) {
        Map<String, Object> numbered = new LinkedHashMap<>(body);
        numbered.put("journalId", disk.journal);
        numbered.put("journalSeq", ++disk.seq);
        return numbered;
    }

    private Reply send(String path, Map<String, Object> body) {
        return http.send(new Http.Request(
                "POST",
                URI.create(where.portal() + Portal.BASE + path),
                Map.of(
                        "Content-Type",
                        "application/json",
                        "Authorization",
                        "Bearer " + disk.token,
                        "Idempotency-Key",
                        UUID.randomUUID().toString()),
                ConnectorJson.write(body).getBytes(StandardCharsets.UTF_8),
                LONGEST.plusSeconds(2)));
    }
}
