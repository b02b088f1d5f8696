package de.hypersoft.esolutions.connector.conformance.scene;

import com.fasterxml.jackson.databind.JsonNode;
import de.hypersoft.esolutions.connector.conformance.Book;
import de.hypersoft.esolutions.connector.conformance.Report;
import de.hypersoft.esolutions.connector.conformance.Rule;
import de.hypersoft.esolutions.connector.conformance.Stage;
import de.hypersoft.esolutions.connector.conformance.Witness;
import de.hypersoft.esolutions.connector.conformance.portal.Handover;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import de.hypersoft.esolutions.connector.wire.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the till core's book against what was handed over. */
final class AuditOfBooks {

    private static final int AT_ONCE = 4;

    private final Stage stage;
    private final Report report;

    AuditOfBooks(Stage stage) {
        this.stage = stage;
        this.report = stage.report();
    }

    void play() throws IOException {
        boolean witnessed = stage.witness().used();
        List<Book.Entry> entries = new ArrayList<>();
        if (witnessed) entries.addAll(bookedAtOnce());
        else report.withoutCore();
        for (Handover order : stage.desk().orders())
            stage.book().find(order.orderId()).ifPresent(entries::add);
        once(entries, witnessed);
        asHandedOver(entries, witnessed);
    }

    /** An order that no portal knows, booked by several at the same time. */
    private List<Book.Entry> bookedAtOnce() throws IOException {
        Handover order = stage.desk().drawUp();
        byte[] body = ConnectorJson.write(Map.of("order", order.order())).getBytes(StandardCharsets.UTF_8);
        List<Reply> replies = asked(body);
        String answers = replies.stream()
                .map(reply -> reply.status() + " with receipt "
                        + reply.body().path("receipt").path("number").asText("none"))
                .collect(Collectors.joining(", "));
        long fresh = replies.stream().filter(reply -> reply.status() == 201).count();
        long known = replies.stream().filter(reply -> reply.status() == 200).count();
        long receipts = replies.stream()
                .map(reply -> reply.body().path("receipt").path("number").asLong())
                .distinct()
                .count();
        report.judge(
                Rule.CORE_BOOKS_ONCE,
                fresh == 1 && known == AT_ONCE - 1 && receipts == 1,
                AT_ONCE + " requests at once for one order were answered " + answers,
                AT_ONCE + " requests at once for one order were answered " + answers);
        return stage.book().find(order.orderId()).stream().toList();
    }

    private List<Reply> asked(byte[] body) {
        ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<CompletableFuture<Reply>> asked = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> stage.witness().asked("POST", "/bookings", body), askers))
                    .limit(AT_ONCE)
                    .toList();
            return asked.stream().map(CompletableFuture::join).toList();
        } finally {
            askers.shutdown();
        }
    }

    /** A booking that belongs to no order leaves a gap between those that do, wherever it was made. */
    private void once(List<Book.Entry> entries, boolean witnessed) {
        Map<String, Handover> known = new LinkedHashMap<>();
        stage.desk().orders().forEach(order -> known.put(order.orderId(), order));
        Optional<Witness.Booked> stray = stage.witness().bookings().stream()
                .filter(booking -> !known.containsKey(booking.orderId()))
                .findFirst();
        stray.ifPresent(booking -> report.broken(
                Rule.BOOKS_ONCE,
                "the till core was told to book " + booking.orderId() + ", an order that was never handed over"));
        Optional<String> gap = entries.stream().collect(Collectors.groupingBy(Book.Entry::terminal)).values().stream()
                .flatMap(receipts -> gap(receipts, known).stream())
                .findFirst();
        Rule blamed = witnessed ? Rule.CORE_LEAVES_NO_GAP : Rule.BOOKS_ONCE;
        gap.filter(words -> stray.isEmpty()).ifPresent(words -> report.broken(blamed, words));
        String receipts = entries.size() + " orders have " + entries.size() + " receipts without a gap";
        if (witnessed && gap.isEmpty()) report.kept(Rule.CORE_LEAVES_NO_GAP, receipts);
        report.kept(
                Rule.BOOKS_ONCE,
                witnessed
                        ? "the till core was told to book the " + known.size() + " orders of this run and no others"
                        : receipts);
    }

    private Optional<String> gap(List<Book.Entry> receipts, Map<String, Handover> known) {
        List<Book.Entry> sorted = receipts.stream()
                .sorted(Comparator.comparingLong(Book.Entry::receipt))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            Book.Entry before = sorted.get(i - 1);
            Book.Entry after = sorted.get(i);
            if (after.receipt() != before.receipt() + 1)
                return Optional.of("between receipt " + before.receipt() + " (" + name(before, known) + ") and receipt "
                        + after.receipt() + " (" + name(after, known)
                        + ") the book has what belongs to no order of its own");
        }
        return Optional.empty();
    }

    private String name(Book.Entry entry, Map<String, Handover> known) {
        Handover order = known.get(entry.orderId());
        return order == null ? "an order booked by this run" : stage.name(order).replaceAll(",$", "");
    }

    private void asHandedOver(List<Book.Entry> entries, boolean witnessed) {
        Map<String, JsonNode> booked = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> !entry.order().isMissingNode())
                .forEach(entry -> booked.put(entry.orderId(), entry.order()));
        stage.witness().bookings().forEach(booking -> booked.putIfAbsent(booking.orderId(), booking.order()));
        int same = 0;
        for (Handover order : stage.desk().orders()) {
            JsonNode found = booked.get(order.orderId());
            if (found == null) continue;
            JsonNode handed =
                    ConnectorJson.tree(ConnectorJson.write(order.order()).getBytes(StandardCharsets.UTF_8));
            same++;
            if (!found.equals(handed))
                report.broken(
                        Rule.BOOKS_AS_HANDED_OVER, stage.name(order) + " was booked otherwise than it was handed over");
        }
        if (same > 0)
            report.kept(Rule.BOOKS_AS_HANDED_OVER, same + " orders were booked member by member as handed over");
        else if (!witnessed)
            report.unseen(
                    Rule.BOOKS_AS_HANDED_OVER,
                    "GET /bookings/{orderId} of the till core has no member order, so that nobody sees what was booked");
    }
}
