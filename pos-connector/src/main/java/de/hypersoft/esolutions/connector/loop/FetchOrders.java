package de.hypersoft.esolutions.connector.loop;

import com.fasterxml.jackson.databind.JsonNode;
import de.hypersoft.esolutions.connector.journal.Journal.Facts;
import de.hypersoft.esolutions.connector.journal.JournalEvent;
import de.hypersoft.esolutions.connector.journal.JournalRow.State;
import de.hypersoft.esolutions.connector.journal.Task;
import de.hypersoft.esolutions.connector.portal.Portal;
import de.hypersoft.esolutions.connector.portal.Verdict;
import de.hypersoft.esolutions.connector.tillcore.TillCoreClient.Away;
import de.hypersoft.esolutions.connector.tillcore.TillCoreClient.Unfit;
import de.hypersoft.esolutions.connector.wire.Http;
import de.hypersoft.esolutions.connector.wire.Reply;
import java.io.IOException;
import java.util.Optional;

/** Asks the portal for orders and puts each into the journal before anything else is done with it. */
final class FetchOrders {

    private final TillContext till;

    FetchOrders(TillContext till) {
        this.till = till;
    }

    /** @param brought how many orders came, tasks counted too */
    record Claimed(Outcome outcome, int brought) {}

    Claimed claim(int max, int waitSeconds) throws IOException {
        Reply reply = till.portal()
                .claim(new Portal.Claim(
                        max, waitSeconds, till.journal().id(), till.journal().nextSequence()));
        till.contact().noted(reply);
        if (Verdict.rolledBack(reply)) return new Claimed(Trouble.halt(till, reply.words()), 0);
        if (!reply.ok()) {
            complain(reply);
            return new Claimed(Outcome.PORTAL_TROUBLE, 0);
        }
        int brought = 0;
        for (JsonNode claim : reply.body().path("claims")) brought += store(claim) ? 1 : 0;
        for (JsonNode task : reply.body().path("tasks")) brought += task(task) ? 1 : 0;
        return new Claimed(Outcome.DONE, brought);
    }

    private void complain(Reply reply) {
        if (reply.status() == 403)
            till.alarms().raise("no-receiver", till.texts().of("alarm.no-receiver", reply.words()));
        if (!reply.trouble().equals(Http.HUNG_UP)) till.say().warn("claim failed: " + reply.words());
    }

    private boolean store(JsonNode claim) throws IOException {
        JsonNode order = claim.path("order");
        String orderId = order.path("orderId").asText("");
        long fence = claim.path("fence").asLong(-1);
        if (orderId.isEmpty() || fence < 0) {
            till.say().warn("a claim without order or fence was left aside");
            return false;
        }
        Optional<Unfit> unfit = unfit(orderId, fence, order);
        JournalEvent event = unfit.isEmpty() ? new JournalEvent.Offered(fence) : new JournalEvent.OfferedUnfit(fence);
        String why = unfit.map(no -> no.code() + " " + no.getMessage()).orElse(null);
        var step = till.journal()
                .apply(orderId, event, new Facts(order, why, null))
                .orElseThrow();
        till.say()
                .info("received order=" + orderId + " fence=" + fence + " state="
                        + step.row().state() + trace(order));
        return true;
    }

    /** The portal's id of the request that placed it, to be looked for in its log; letters and digits only, whatever came. */
    private static String trace(JsonNode order) {
        String trace = order.path("trace").asText("");
        return trace.matches("[0-9a-f]{32}") ? " trace=" + trace : "";
    }

    /** Asked only for an order that is new under this fence: later it is too late to refuse. */
    private Optional<Unfit> unfit(String orderId, long fence, JsonNode order) {
        boolean known = till.journal()
                .find(orderId)
                .filter(kept -> kept.row().fence() >= fence || kept.row().state() == State.BOOKED)
                .isPresent();
        if (known) return Optional.empty();
        try {
            till.core().check(order);
            return Optional.empty();
        } catch (Unfit no) {
            return Optional.of(no);
        } catch (Away away) {
            // stored as fit; nothing is acknowledged before the core is back
            till.say().warn("till core away while checking order=" + orderId + ": " + away.getMessage());
            return Optional.empty();
        }
    }

    private boolean task(JsonNode node) throws IOException {
        String id = node.path("id").asText("");
        if (id.isEmpty()) return false;
        Task task = new Task(
                id,
                node.path("kind").asText(""),
                node.path("orderId").asText(""),
                node.path("text").asText(""));
        boolean fresh = till.journal().ask(task);
        if (fresh && task.forProgram()) {
            till.say().info("asked task=" + id + " kind=" + task.kind());
        } else if (fresh) {
            till.say()
                    .alarm("task id=" + id + " kind=" + task.kind() + " "
                            + till.texts()
                                    .of(
                                            task.toVoid() ? "note.task-void" : "note.task",
                                            String.valueOf(task.orderId()),
                                            task.text()));
        }
        return fresh;
    }
}
