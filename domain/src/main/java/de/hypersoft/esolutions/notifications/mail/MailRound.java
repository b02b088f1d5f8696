package de.hypersoft.esolutions.notifications.mail;

import de.hypersoft.esolutions.kernel.LoggableCause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to one location after the other. What cannot be written rests for a while, and keeps no other order and no other
 * location from being written about.
 */
public final class MailRound {

    private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);

    private static final int REMEMBERED = 10_000;

    /** After a failure; short, since it may have been the database that was away. */
    private static final Duration REST = Duration.ofSeconds(10);

    /** What did not fail for so long was written meanwhile: it is tried every few seconds. */
    private static final Duration OVER = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<UUID, Instant> failed = new ConcurrentHashMap<>();

    public MailRound(Clock clock) {
        this.clock = clock;
    }

    /** Writes about all orders of a location that are due but for some; false when there was nothing to write. */
    public interface Writer {
        public boolean write(MailKind kind, UUID location, Set<UUID> without);
    }

    /** Orders and locations that could not be written about a moment ago. */
    public Set<UUID> resting() {
        Instant since = clock.instant().minus(REST);
        return failed.entrySet().stream()
                .filter(one -> one.getValue().isAfter(since))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** @param resting what {@link #resting()} said at the beginning of the round */
    public boolean write(MailKind kind, UUID location, Set<UUID> resting, Writer writer) {
        Set<UUID> without = new HashSet<>(resting);
        while (true) {
            try {
                return writer.write(kind, location, without);
            } catch (Unreadable e) {
                note(kind, "order", e.order(), e);
                if (!without.add(e.order())) return false;
            } catch (Exception e) { // a race lost at the commit itself comes as a checked RollbackException
                note(kind, "location", location, e);
                return false;
            }
        }
    }

    private void note(MailKind kind, String what, UUID id, Exception e) {
        if (firstFailure(id))
            LOG.warn("{} of {} {} is not written, tried again and again: {}", kind, what, id, LoggableCause.of(e));
    }

    /** Told once for as long as it lasts, or the log would fill with it. */
    boolean firstFailure(UUID id) {
        if (failed.size() >= REMEMBERED) failed.clear();
        Instant now = clock.instant();
        Instant before = failed.put(id, now);
        return before == null || before.isBefore(now.minus(OVER));
    }

    /** An order that cannot be put into words keeps no other from being written about. */
    public static final class Unreadable extends RuntimeException {
        private final UUID order;

        public Unreadable(UUID order, RuntimeException cause) {
            super(cause);
            this.order = order;
        }

        UUID order() {
            return order;
        }
    }
}
