package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.kernel.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to a location whose orders no till has fetched in time: after its own wait (default five minutes) to the
 * location, after a longer one to its second contact. Counted from the moment the order became transferable. And at once
 * when a till fetched an order three times without keeping it: it will hardly do so the fourth time. Once per episode
 * (T25, I6); what else falls due within the location's interval is told in one digest at its end. Touches neither the order nor its transfer (T26).
 */
@ApplicationScoped
public class UnclaimedOrders {

    private static final Logger LOG = LoggerFactory.getLogger(UnclaimedOrders.class);

    private static final int REMEMBERED = 10_000;

    /** After a failure; short, since it may have been the database that was away. */
    private static final Duration REST = Duration.ofSeconds(10);

    private final Reminders reminders;
    private final Clock clock;
    private final Map<UUID, Instant> failed = new ConcurrentHashMap<>();

    @SuppressWarnings("NullAway")
    protected UnclaimedOrders() { // CDI
        this(null, null);
    }

    @Inject
    UnclaimedOrders(Reminders reminders, Clock clock) {
        this.reminders = reminders;
        this.clock = clock;
    }

    /**
     * Looks at {@code limit} orders of each kind, and at as many more as rest, and writes to their locations; returns how
     * many mails it queued. Finding nothing it writes nothing.
     */
    public int remind(int limit) {
        Set<UUID> resting = resting();
        Set<Recipient> recipients = new LinkedHashSet<>();
        for (Reminders.Due due : reminders.due(limit + resting.size()))
            if (!resting.contains(due.order()) && !resting.contains(due.location()))
                recipients.add(new Recipient(due.kind(), due.location()));
        int queued = 0;
        for (Recipient recipient : recipients) if (write(recipient, new HashSet<>(resting))) queued++;
        return queued;
    }

    private record Recipient(MailKind kind, UUID location) {}

    /** However many orders cannot be written about: they keep no other from being written about. */
    private Set<UUID> resting() {
        Instant since = clock.instant().minus(REST);
        return failed.entrySet().stream()
                .filter(order -> order.getValue().isAfter(since))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private boolean write(Recipient to, Set<UUID> without) {
        while (true) {
            try {
                return reminders.write(to.kind(), to.location(), without);
            } catch (Reminders.Unreadable e) {
                note(to.kind(), "order", e.order(), e);
                if (!without.add(e.order())) return false;
            } catch (Exception e) { // a race lost at the commit itself comes as a checked RollbackException
                note(to.kind(), "location", to.location(), e);
                return false;
            }
        }
    }

    private void note(MailKind kind, String what, UUID id, Exception e) {
        if (firstFailure(id))
            LOG.warn("{} of {} {} is not written, tried again and again: {}", kind, what, id, Cause.of(e));
    }

    /** Told once per order or location and start, or the log would fill with it. */
    private boolean firstFailure(UUID order) {
        if (failed.size() >= REMEMBERED) failed.clear();
        return failed.put(order, clock.instant()) == null;
    }
}
