package de.hypersoft.esolutions.connector.loop;

import de.hypersoft.esolutions.connector.journal.Journal.Facts;
import de.hypersoft.esolutions.connector.journal.JournalEvent;
import de.hypersoft.esolutions.connector.journal.JournalRow;
import de.hypersoft.esolutions.connector.journal.JournalRow.State;
import de.hypersoft.esolutions.connector.journal.StatusEvent;
import de.hypersoft.esolutions.connector.journal.StatusEvent.Type;
import de.hypersoft.esolutions.connector.journal.StoredRow;
import de.hypersoft.esolutions.connector.journal.Task;
import de.hypersoft.esolutions.connector.portal.StatusReport;
import de.hypersoft.esolutions.connector.tillcore.TillCoreClient.Away;
import de.hypersoft.esolutions.connector.wire.Receipt;
import de.hypersoft.esolutions.connector.wire.Reply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sends the status events of booked orders, per order one after the other, until the portal has them; beside the claim
 * loop, because a claim may wait for 25 s. What is not sent lies in the journal and goes out after the next contact
 * (T58). A repetition carries the same seq, so the portal counts it once (T38).
 */
public final class Reporter {

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration RELEASE_BY = Duration.ofMinutes(10);

    private final TillContext till;
    private final RunTillCommands wishes;
    private final Progress progress;
    private final OrderBackoff patience;
    private final Backoff backoff;
    private Watch.Moment failedAt;
    private Duration rest = Duration.ZERO;

    public Reporter(TillContext till, Inbox inbox, Progress progress, Supplier<Backoff> backoffs) {
        this.till = till;
        this.wishes = new RunTillCommands(till, inbox);
        this.progress = progress;
        this.patience = new OrderBackoff(till.watch(), backoffs);
        this.backoff = backoffs.get();
        this.failedAt = till.watch().now();
    }

    /** @return how long nothing is due; @throws IOException when the journal can not be written: stop then */
    public Duration turn() throws IOException {
        till.contact().check();
        wishes.all();
        for (StoredRow kept : till.journal().openRows()) {
            Optional<StoredRow> row = Optional.of(kept);
            while (row.isPresent() && advance(row.get()))
                row = till.journal().find(kept.row().orderId());
        }
        Duration pausing = rest.minus(till.watch().since(failedAt));
        if (pausing.isNegative() || pausing.isZero()) {
            rest = send() ? Duration.ZERO : backoff.failed();
            failedAt = till.watch().now();
        }
        return rest.isZero() || rest.compareTo(TICK) > 0 ? TICK : rest;
    }

    /** @return whether something happened, so that the next thing may be due */
    private boolean advance(StoredRow kept) throws IOException {
        Instant now = till.watch().clock().instant();
        String orderId = kept.row().orderId();
        Optional<Type> due = progress.due(kept, now);
        if (due.isPresent()) return queue(orderId, due.get());
        Duration waiting = kept.row().state() == State.BOOKED ? progress.unreleased(kept, now) : Duration.ZERO;
        if (waiting.compareTo(RELEASE_BY) >= 0) {
            String minutes = Long.toString(waiting.toMinutes());
            till.alarms().raise("release " + orderId, till.texts().of("alarm.unreleased", orderId, minutes));
        }
        return false;
    }

    private boolean queue(String orderId, Type type) throws IOException {
        if (type != Type.SIGNED) return till.journal().report(orderId, type, null, null, null);
        try {
            Receipt receipt = till.core().release(orderId);
            till.journal().report(orderId, Type.SIGNED, null, receipt, null);
            till.say().info("signed order=" + orderId + " receipt=" + receipt.number());
            return true;
        } catch (Away away) {
            Trouble.core(till, away);
            return false;
        }
    }

    /** @return false when the portal is away and everything else can wait */
    private boolean send() throws IOException {
        for (StoredRow kept : till.journal().openRows()) {
            if (patience.ready(kept.row().orderId()) && !sendAll(kept)) return false;
        }
        for (Task task : till.journal().untoldTasks()) {
            if (task.forProgram()) continue;
            Reply reply = till.portal().taskDone(task.id());
            till.contact().noted(reply);
            if (!reply.ok() && reply.status() != 404 && reply.status() != 409) return false;
            till.journal().told(task.id());
        }
        backoff.worked();
        return true;
    }

    private boolean sendAll(StoredRow first) throws IOException {
        String orderId = first.row().orderId();
        Optional<StoredRow> kept = Optional.of(first);
        while (kept.isPresent() && ready(kept.get())) {
            StatusEvent event = kept.get().nextUnsent().orElseThrow();
            Reply reply = till.portal()
                    .event(orderId, StatusReport.of(kept.get().row().fence(), event));
            till.contact().noted(reply);
            if (!noted(kept.get().row(), event, reply)) return reply.status() == 404 || reply.status() == 409;
            kept = till.journal().find(orderId);
        }
        return true;
    }

    /** The portal hears about an order only after it answered the acknowledgement. */
    private static boolean ready(StoredRow kept) {
        JournalRow row = kept.row();
        return row.state() == State.BOOKED && !row.owes() && kept.nextUnsent().isPresent();
    }

    /** @return whether the next event of this order may follow */
    private boolean noted(JournalRow row, StatusEvent event, Reply reply) throws IOException {
        String orderId = row.orderId();
        if (reply.ok()) {
            till.journal().sent(orderId, event.seq(), row.fence(), null);
            till.say().info("reported order=" + orderId + " seq=" + event.seq() + " type=" + event.type());
            patience.worked(orderId);
            return true;
        }
        if (reply.status() == 409 && reply.code().equals("not-acknowledged")) {
            till.journal().apply(orderId, new JournalEvent.AcknowledgementMissed(), Facts.NONE);
            return false;
        }
        if (reply.status() == 409
                && (reply.code().equals("changed-meanwhile") || reply.code().equals("busy"))) {
            patience.failed(orderId);
            return false;
        }
        if (reply.status() == 409 || reply.status() == 400 || reply.status() == 422) {
            till.say().warn("event refused order=" + orderId + " seq=" + event.seq() + ": " + reply.words());
            till.journal().sent(orderId, event.seq(), row.fence(), reply.words());
            return true;
        }
        if (reply.status() == 404) {
            Trouble.unclear(till, orderId, orderId, reply.words());
            patience.failed(orderId);
        }
        return false;
    }
}
