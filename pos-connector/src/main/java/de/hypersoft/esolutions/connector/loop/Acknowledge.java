package de.hypersoft.esolutions.connector.loop;

import de.hypersoft.esolutions.connector.journal.Journal.Facts;
import de.hypersoft.esolutions.connector.journal.JournalEvent;
import de.hypersoft.esolutions.connector.journal.JournalRow;
import de.hypersoft.esolutions.connector.journal.JournalRow.State;
import de.hypersoft.esolutions.connector.journal.JournalRules;
import de.hypersoft.esolutions.connector.journal.Step;
import de.hypersoft.esolutions.connector.journal.Step.Action;
import de.hypersoft.esolutions.connector.journal.StoredRow;
import de.hypersoft.esolutions.connector.portal.Portal;
import de.hypersoft.esolutions.connector.portal.Verdict;
import de.hypersoft.esolutions.connector.tillcore.TillCoreClient.Away;
import de.hypersoft.esolutions.connector.wire.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells the portal which orders this till holds, after asking the till core what it holds already. */
final class Acknowledge {

    private static final int BATCH = 20;

    private final TillContext till;
    private final OrderBackoff patience;
    private final Confirmations confirmations;
    private int size = BATCH;

    Acknowledge(TillContext till, OrderBackoff patience, Confirmations confirmations) {
        this.till = till;
        this.patience = patience;
        this.confirmations = confirmations;
    }

    /**
     * Acknowledges in batches and books after each: a confirmation is good for a short time only, so a long list must not
     * be confirmed to its end before the first order is booked. A till too slow for its batches gets smaller ones.
     */
    Outcome andBook(BookingStep books) throws IOException {
        List<JournalRow> owing = new ArrayList<>();
        for (StoredRow kept : till.journal().openRows()) {
            if (due(kept.row()) && patience.ready(kept.row().orderId())) owing.add(kept.row());
        }
        size = confirmations.expired() ? Math.max(1, size / 4) : Math.min(BATCH, size * 2);
        Outcome outcome = books.all();
        for (int from = 0; from < owing.size() && outcome == Outcome.DONE; from += size) {
            outcome = batch(owing.subList(from, Math.min(from + size, owing.size())));
            // also after trouble: an order confirmed long ago, with the portal silent now, is booked even so
            outcome = outcome.or(books.all());
        }
        return outcome;
    }

    private Outcome batch(List<JournalRow> rows) throws IOException {
        List<JournalRow> owing = new ArrayList<>();
        try {
            for (JournalRow row : rows) askedCore(row).ifPresent(owing::add);
        } catch (Away away) {
            return Trouble.core(till, away);
        }
        return owing.isEmpty() ? Outcome.DONE : send(owing);
    }

    /** The row as it stands once the core was asked; empty when nothing is left to acknowledge. */
    private Optional<JournalRow> askedCore(JournalRow row) throws Away, IOException {
        if (row.state() == State.BOOKED) return Optional.of(row);
        var booked = till.core().find(row.orderId());
        if (booked.isPresent()) BookingStep.booked(till, row.orderId(), booked.get());
        return till.journal().find(row.orderId()).map(StoredRow::row).filter(Acknowledge::due);
    }

    private Outcome send(List<JournalRow> rows) throws IOException {
        List<Portal.Item> items = rows.stream()
                .map(row -> new Portal.Item(row.orderId(), row.fence()))
                .toList();
        Watch.Moment sent = till.watch().now();
        Reply reply = till.portal()
                .acknowledge(new Portal.Acknowledgement(
                        till.journal().id(), till.journal().nextSequence(), items));
        till.contact().noted(reply);
        boolean alone = rows.size() == 1;
        if (!alone && aboutOneOfThem(reply)) return oneByOne(rows);
        Outcome outcome = Outcome.DONE;
        for (JournalRow row : rows) {
            Verdict verdict = Verdict.about(row.orderId(), reply, alone);
            outcome = outcome.or(answered(new Asked(row, sent, aboutItem(reply, alone)), verdict));
        }
        return outcome;
    }

    /** A refusal of the whole request that may come from a single item. */
    private static boolean aboutOneOfThem(Reply reply) {
        boolean ofTheTill = reply.status() == 401 || reply.status() == 403 || reply.status() == 429;
        return reply.status() >= 400 && reply.status() < 500 && !ofTheTill && !Verdict.rolledBack(reply);
    }

    /** Whether an unclear answer holds back this order only, and not the whole line. */
    private static boolean aboutItem(Reply reply, boolean alone) {
        return reply.status() == 200 || (alone && aboutOneOfThem(reply));
    }

    private Outcome oneByOne(List<JournalRow> rows) throws IOException {
        Outcome outcome = Outcome.DONE;
        for (JournalRow row : rows) {
            Outcome one = send(List.of(row));
            if (one == Outcome.HALTED) return one;
            outcome = outcome.or(one);
        }
        return outcome;
    }

    /** @param single whether the answer speaks about this order only */
    private record Asked(JournalRow row, Watch.Moment sent, boolean single) {}

    private Outcome answered(Asked asked, Verdict verdict) throws IOException {
        String orderId = asked.row().orderId();
        JournalEvent event = new JournalEvent.Answered(asked.row().fence(), verdict.answer());
        boolean taken = verdict.answer() == JournalEvent.Answer.TAKEN;
        Step step = till.journal()
                .apply(orderId, event, new Facts(null, taken ? verdict.words() : null, null))
                .orElseThrow();
        if (step.action() == Action.BOOK) {
            boolean yes = verdict.answer() == JournalEvent.Answer.CONFIRMED;
            confirmations.note(orderId, yes ? asked.sent() : till.watch().now());
        }
        return switch (verdict.answer()) {
            case CONFIRMED -> confirmed(step.row(), step.action());
            case TAKEN -> taken(step.row(), step.action(), verdict);
            case UNREACHABLE -> Outcome.PORTAL_TROUBLE;
            case UNCLEAR -> unclear(asked, verdict);
            case ROLLED_BACK -> Trouble.halt(till, verdict.words());
        };
    }

    private Outcome confirmed(JournalRow row, Action action) throws IOException {
        patience.worked(row.orderId());
        till.say().info("confirmed order=" + row.orderId() + " fence=" + row.fence());
        reportAgain(row, action);
        return Outcome.DONE;
    }

    private Outcome taken(JournalRow row, Action action, Verdict verdict) throws IOException {
        patience.worked(row.orderId());
        if (row.state() == State.BOOKED) {
            till.say().warn("booked but taken order=" + row.orderId() + " by=" + verdict.words());
        } else {
            till.say()
                    .warn("discarded order=" + row.orderId() + " fence=" + row.fence() + " "
                            + till.texts().of("note.taken", row.orderId(), verdict.words()));
        }
        reportAgain(row, action);
        return Outcome.DONE;
    }

    private Outcome unclear(Asked asked, Verdict verdict) {
        String orderId = asked.row().orderId();
        Trouble.unclear(till, asked.single() ? orderId : "all", orderId, verdict.words());
        if (asked.single()) {
            patience.failed(orderId);
            return Outcome.DONE;
        }
        return Outcome.PORTAL_TROUBLE;
    }

    /** A booked order that was offered again: the portal hears all about it once more, under the new fence. */
    private void reportAgain(JournalRow row, Action action) throws IOException {
        if (action == Action.REPORT) till.journal().resend(row.orderId());
    }

    private static boolean due(JournalRow row) {
        return JournalRules.due(row) == Action.ACKNOWLEDGE;
    }
}
