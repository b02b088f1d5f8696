package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.kernel.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to a location whose orders no till has fetched in time: after its own wait (default five minutes) to the
 * location, after a longer one to its second contact. Counted from the moment the order became transferable. And at once
 * when a till fetched an order three times without keeping it: it will hardly do so the fourth time. Once per episode
 * (T25, I6). Touches neither the order nor its transfer (T26).
 */
@ApplicationScoped
public class UnclaimedOrders {

    private static final Logger LOG = LoggerFactory.getLogger(UnclaimedOrders.class);

    private static final int REMEMBERED = 1_000;

    private final Reminders reminders;
    private final Set<UUID> told = ConcurrentHashMap.newKeySet();

    @SuppressWarnings("NullAway")
    protected UnclaimedOrders() { // CDI
        this(null);
    }

    @Inject
    UnclaimedOrders(Reminders reminders) {
        this.reminders = reminders;
    }

    /** Queues at most {@code limit} mails of each kind; returns how many. Finding nothing it writes nothing. */
    public int remind(int limit) {
        int queued = 0;
        for (Reminders.Due due : reminders.due(limit)) if (write(due)) queued++;
        return queued;
    }

    /** One order that cannot be written about keeps no other from being written about. */
    private boolean write(Reminders.Due due) {
        try {
            return reminders.write(due);
        } catch (Exception e) { // a race lost at the commit itself comes as a checked RollbackException
            if (firstTold(due.order()))
                LOG.warn("{} of order {} is not written, tried each second: {}", due.kind(), due.order(), Cause.of(e));
            return false;
        }
    }

    /** Once per order and start, or each second would be a line of the log. */
    private boolean firstTold(UUID order) {
        if (told.size() >= REMEMBERED) told.clear();
        return told.add(order);
    }
}
