package de.hypersoft.esolutions.connector.conformance.scene;

import de.hypersoft.esolutions.connector.conformance.Book;
import de.hypersoft.esolutions.connector.conformance.Report;
import de.hypersoft.esolutions.connector.conformance.Rule;
import de.hypersoft.esolutions.connector.conformance.Stage;
import de.hypersoft.esolutions.connector.conformance.Standstill;
import de.hypersoft.esolutions.connector.conformance.portal.Handover;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the calls and events of the whole run say, once all orders are through. */
final class Audit implements Scene {

    @Override
    public void play(Stage stage) throws IOException, InterruptedException, Standstill {
        stage.followUp();
        for (Handover order : stage.due()) stage.mustReport(order);
        stage.look();
        calls(stage);
        confirmations(stage);
        events(stage);
        nothingLost(stage);
        signatures(stage);
        new AuditOfBooks(stage).play();
    }

    private static void calls(Stage stage) {
        Report report = stage.report();
        var numbers = stage.desk().numbers();
        String calls = numbers.calls() + " claims and acknowledgements over " + stage.starts() + " starts";
        List<String> without = stage.desk().withoutToken();
        report.judge(
                Rule.BEARS_ITS_TOKEN,
                stage.desk().paired() && without.isEmpty(),
                "paired, and every other call bore the token",
                without.isEmpty() ? "it never paired" : without.get(0) + " bore no token that the portal gave out");
        report.judge(
                Rule.NAMES_ONE_JOURNAL,
                numbers.second().isEmpty(),
                "one journal in " + calls,
                numbers.second().orElse(""));
        report.judge(
                Rule.NUMBERS_ONLY_GROW,
                numbers.strange().isEmpty(),
                "no number twice and none lower in " + calls,
                numbers.strange().orElse(""));
    }

    private static void confirmations(Stage stage) {
        Optional<Handover> early = stage.desk().orders().stream()
                .filter(order -> order.earlyAt() > 0)
                .findFirst();
        stage.report()
                .judge(
                        Rule.BOOKS_AFTER_CONFIRMATION,
                        early.isEmpty(),
                        "none of " + stage.desk().orders().size()
                                + " orders was in the book when an acknowledgement of it arrived that was not confirmed yet",
                        early.map(order -> stage.name(order) + " was in the book when its acknowledgement "
                                        + order.earlyAt() + " arrived, before any was confirmed")
                                .orElse(""));
    }

    private static void events(Stage stage) {
        List<Handover> orders = stage.desk().orders();
        int told = orders.stream().mapToInt(order -> order.told().size()).sum();
        judge(stage, Rule.NUMBERS_ITS_EVENTS, "no number had two meanings in " + told + " events", Handover::clash);
        judge(
                stage,
                Rule.REPORTS_WHAT_IT_BOOKED,
                "BOOKED was told of "
                        + orders.stream()
                                .filter(order -> order.told("BOOKED") > 0)
                                .count() + " orders, each time of one in the book",
                order -> order.untrue() ? "BOOKED was told and it was not in the till core's book" : "");
    }

    private static void judge(Stage stage, Rule rule, String whenKept, Function<Handover, String> fault) {
        Optional<Handover> first = stage.desk().orders().stream()
                .filter(order -> !fault.apply(order).isEmpty())
                .findFirst();
        stage.report()
                .judge(
                        rule,
                        first.isEmpty(),
                        whenKept,
                        first.map(order -> stage.name(order) + " has a fault: " + fault.apply(order))
                                .orElse(""));
    }

    private static void nothingLost(Stage stage) throws IOException {
        for (Handover order : stage.due()) {
            if (stage.book().has(order.orderId())) continue;
            stage.report().broken(Rule.LOSES_NO_ORDER, stage.name(order) + " is in no book at the end");
        }
        stage.report()
                .kept(
                        Rule.LOSES_NO_ORDER,
                        "all " + stage.due().size() + " orders that were left to it are in the book");
    }

    private static void signatures(Stage stage) throws IOException, InterruptedException {
        int signed = 0;
        for (Handover order : stage.desk().orders()) {
            Optional<Book.Entry> entry = stage.book().find(order.orderId());
            if (entry.isEmpty() || !entry.get().signed()) continue;
            signed++;
            boolean released = stage.await(() -> order.told("RELEASED") > 0);
            if (!released || signedFirst(order))
                stage.report()
                        .broken(
                                Rule.SIGNS_AFTER_RELEASE,
                                stage.name(order) + (released ? " was told SIGNED before" : " is signed without")
                                        + " RELEASED");
        }
        stage.report()
                .kept(
                        Rule.SIGNS_AFTER_RELEASE,
                        signed == 0
                                ? "nobody released an order, and none is signed"
                                : signed + " orders are signed, each with RELEASED told before SIGNED");
    }

    private static boolean signedFirst(Handover order) {
        List<String> types = order.told().stream().map(Handover.Told::type).toList();
        int signed = types.indexOf("SIGNED");
        return signed >= 0 && !types.subList(0, signed).contains("RELEASED");
    }
}
