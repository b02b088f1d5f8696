package de.hypersoft.esolutions.it.handover;

import de.hypersoft.esolutions.connector.journal.JournalEvent;
import de.hypersoft.esolutions.connector.journal.JournalRow;
import de.hypersoft.esolutions.connector.journal.JournalRules;
import de.hypersoft.esolutions.connector.journal.Step;
import de.hypersoft.esolutions.pos.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The production code under test, all of it behind one door, so that a mutant can replace a single transition. The
 * server's moves are the verbs of {@link Transfer}, the till's moves are {@link JournalRules}; nothing is decided here.
 */
class Rules {

    static final Duration LEASE = Duration.ofSeconds(60);
    static final Duration ASK_AFTER = Duration.ofMinutes(60);

    Transfer claim(Transfer transfer, UUID till, String name, Instant now) {
        return transfer.claim(till, name, now, LEASE, ASK_AFTER);
    }

    Transfer acknowledge(Transfer transfer, UUID till, long fence, Instant now) {
        return transfer.acknowledge(till, fence, now);
    }

    Transfer refuse(Transfer transfer, UUID till, long fence, Instant now) {
        return transfer.refuse(till, fence, now);
    }

    Transfer tick(Transfer transfer, @Nullable Long shownFence, Instant now) {
        return transfer.tick("manager", shownFence, now);
    }

    Transfer untick(Transfer transfer, Instant now) {
        return transfer.untick(now);
    }

    Transfer giveBack(Transfer transfer, Instant now) {
        return transfer.giveBack(now);
    }

    Transfer withdraw(Transfer transfer, @Nullable Long shownFence, Instant now) {
        return transfer.withdraw("manager", shownFence, now);
    }

    Transfer handOver(Transfer transfer, Instant now) {
        return transfer.handOver(ASK_AFTER, now);
    }

    Transfer release(Transfer transfer, Instant now) {
        return transfer.release(now);
    }

    /** What the passing of the lease does to the stored value: nothing. Only the clock moves. */
    Transfer leaseOver(Transfer transfer) {
        return transfer;
    }

    Optional<Step> apply(Optional<JournalRow> row, JournalEvent event) {
        return JournalRules.apply(World.ORDER.toString(), row, event);
    }

    Step.Action due(JournalRow row) {
        return JournalRules.due(row);
    }

    /** The row that a till finds in its journal after a crash. */
    @Nullable
    JournalRow restarted(JournalRow row) {
        return JournalRules.restarted(row);
    }

    /** Whether the till core holds one booking row per order, however often it is asked to book. */
    boolean coreBooksOnce() {
        return true;
    }

    /** Off for mutants whose harm is to be seen by what they did, and not already by what they relied on. */
    boolean judgesWords() {
        return true;
    }
}
