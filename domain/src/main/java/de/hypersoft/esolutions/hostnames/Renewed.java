package de.hypersoft.esolutions.hostnames;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A value in memory, read anew by one thread at a time: whoever asks after a change waits for the new one, and when it is
 * merely old the others go on with what there is. While it cannot be read the last one keeps answering.
 */
final class Renewed<V> {

    private static final Logger LOG = LoggerFactory.getLogger(Renewed.class);
    private static final Duration NEXT_TRY = Duration.ofSeconds(5);

    private final Supplier<V> source;
    private final Duration fresh;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Copy<V> copy;

    /** @param fresh for so long it is believed without a change */
    Renewed(Supplier<V> source, Duration fresh, Clock clock) {
        this.source = source;
        this.fresh = fresh;
        this.clock = clock;
    }

    V get() {
        Copy<V> known = copy;
        if (known == null || known.changes != changes.get()) reading.lock();
        else if (!isOlderThan(known.fresh) || !reading.tryLock()) return known.value;
        try {
            return read();
        } finally {
            reading.unlock();
        }
    }

    /** What is asked for from now on is read after this moment. */
    void changed() {
        changes.incrementAndGet();
    }

    /** Whether it was read so long ago, or never. */
    boolean isOlderThan(Duration age) {
        Copy<V> known = copy;
        return known == null
                || Duration.between(known.readAt, clock.instant()).abs().compareTo(age) >= 0;
    }

    private V read() {
        Copy<V> known = copy;
        long before = changes.get();
        if (known != null && known.changes == before && !isOlderThan(known.fresh))
            return known.value; // somebody else was faster
        Instant now = clock.instant();
        try {
            V value = source.get();
            copy = new Copy<>(value, before, now, fresh);
            return value;
        } catch (Exception e) { // a transaction that fails at its commit throws a checked RollbackException
            if (known == null) throw e;
            LOG.warn("a shop could not be read, its last copy keeps answering: {}", e.toString());
            copy = new Copy<>(known.value, before, now, NEXT_TRY);
            return known.value;
        }
    }

    /** @param fresh for so long it is not read again */
    private record Copy<V>(V value, long changes, Instant readAt, Duration fresh) {}
}
