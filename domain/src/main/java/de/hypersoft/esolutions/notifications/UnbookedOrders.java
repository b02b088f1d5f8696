package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.kernel.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to a location whose till acknowledged an order and did not book it in time: nobody may be cooking it, and no till
 * is offered it any more (handover.md A1). Once per order and episode (I6); touches neither the order nor its transfer.
 */
@ApplicationScoped
public class UnbookedOrders {

    private static final Logger LOG = LoggerFactory.getLogger(UnbookedOrders.class);

    /** An order that cannot be written about rests so long, and keeps no other from being written about. */
    private static final Duration REST = Duration.ofSeconds(10);

    private final UnbookedLetters letters;
    private final Clock clock;
    private final Map<UUID, Instant> failed = new ConcurrentHashMap<>();

    @SuppressWarnings("NullAway")
    protected UnbookedOrders() { // CDI
        this(null, null);
    }

    @Inject
    UnbookedOrders(UnbookedLetters letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    /** @return how many mails it queued; finding nothing it writes nothing */
    public int remind(int limit) {
        int queued = 0;
        for (UnbookedLetters.Due due : letters.due(limit + failed.size())) if (write(due)) queued++;
        return queued;
    }

    private boolean write(UnbookedLetters.Due due) {
        Instant before = failed.get(due.order());
        if (before != null && clock.instant().isBefore(before.plus(REST))) return false;
        try {
            boolean written = letters.write(due);
            failed.remove(due.order());
            return written;
        } catch (Exception e) { // a race lost at the commit itself comes as a checked RollbackException
            if (failed.put(due.order(), clock.instant()) == null)
                LOG.warn(
                        "UNBOOKED_ORDER of order {} is not written, tried again and again: {}",
                        due.order(),
                        Cause.of(e));
            return false;
        }
    }
}
