package de.hypersoft.esolutions.hostnames;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears which shops changed, wherever they were changed, each change once: one query now and then, while anybody asks. */
final class OtherNodes {

    private static final Logger LOG = LoggerFactory.getLogger(OtherNodes.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    /** A change has the time at which it was noted, and is seen after its commit. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private final ShopChanges changes;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Instant looked;
    private Instant heardUntil;
    private Set<UUID> seen = Set.of();

    OtherNodes(ShopChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
        this.looked = clock.instant();
        this.heardUntil = looked;
    }

    /** Tells what was noted since the last look, when that is two seconds ago; nobody waits for anybody. */
    void look(Consumer<ShopChanges.Change> told) {
        if (!isDue() || !looking.tryLock()) return;
        try {
            if (isDue()) lookNow(told);
        } finally {
            looking.unlock();
        }
    }

    private boolean isDue() {
        return Duration.between(looked, clock.instant()).abs().compareTo(EVERY) >= 0;
    }

    private void lookNow(Consumer<ShopChanges.Change> told) {
        Instant now = clock.instant();
        Instant from = now.isBefore(heardUntil) ? now : heardUntil; // a clock may be set back
        looked = now;
        try {
            Set<UUID> before = seen;
            List<ShopChanges.Change> found = changes.since(from.minus(OVERLAP));
            found.stream().filter(change -> !before.contains(change.id())).forEach(told);
            seen = found.stream().map(ShopChanges.Change::id).collect(Collectors.toUnmodifiableSet());
            heardUntil = now;
        } catch (Exception e) { // a transaction that fails at its commit throws a checked RollbackException
            LOG.warn("other nodes' changes of shops could not be read, next try in two seconds: {}", e.toString());
        }
    }
}
