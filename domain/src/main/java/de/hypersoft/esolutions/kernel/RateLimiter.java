package de.hypersoft.esolutions.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often something may happen for each key, counted in the memory of this node: the generic cell rate algorithm, so
 * one number for each key, and no borders between windows to slip through. Holds a bounded number of keys.
 *
 * @param <K> for whom is counted, such as a network; with equals and hashCode
 */
public final class RateLimiter<K> {

    private final Rate rate;
    private final int mostKeys;
    private final WhenFull whenFull;
    private final Clock clock;

    /** Until when each key has used up its share, in nanoseconds of the epoch; who was looked at last stands last. */
    private final Map<K, Long> busyUntil = new LinkedHashMap<>(16, 0.75f, true);

    /** @param mostKeys so many are told apart, at least 1 */
    public RateLimiter(Rate rate, int mostKeys, WhenFull whenFull, Clock clock) {
        if (mostKeys < 1) throw new IllegalArgumentException("no room for a key: " + mostKeys);
        this.rate = rate;
        this.mostKeys = mostKeys;
        this.whenFull = whenFull;
        this.clock = clock;
    }

    /**
     * So many at once, and after that one more each time its share of the period has gone by.
     *
     * @param most 0 for any number
     */
    public record Rate(int most, Duration per) {
        public Rate {
            if (most < 0) throw new IllegalArgumentException("a rate below none: " + most);
            if (most > 0 && per.dividedBy(most).isZero())
                throw new IllegalArgumentException("faster than time: " + per);
        }

        /** What one costs; only of a rate that limits. */
        public Duration step() {
            return per.dividedBy(most);
        }

        /**
         * Whoever is busy for longer than this was noted by a clock that was set back since, and is kept out no more. Two
         * periods: the clocks of two nodes differ a little, and nobody shall get a whole share for it.
         */
        public Duration longestBusy() {
            return per.multipliedBy(2);
        }
    }

    /** What happens to a key that is new while there is no room for another. */
    public enum WhenFull {
        /** It is let in, and whoever was not seen for the longest time begins anew. */
        FORGET_OLDEST,
        /** It is refused until one of the others has its whole share again. */
        REFUSE_NEW
    }

    /** Counts one more for this key, unless that is too fast; then it counts nothing. */
    public synchronized boolean take(K key) {
        if (rate.most() == 0) return true;
        long now = now();
        if (!isFree(key, now)) return false;
        long begins = begins(busyUntil.get(key), now);
        busyUntil.put(key, begins + rate.step().toNanos());
        if (busyUntil.size() > mostKeys) forgetOldest();
        return true;
    }

    /** Whether {@link #take} would count one more now. */
    public synchronized boolean allows(K key) {
        return rate.most() == 0 || isFree(key, now());
    }

    synchronized int size() {
        return busyUntil.size();
    }

    private boolean isFree(K key, long now) {
        Long busy = busyUntil.get(key);
        if (busy == null) return hasRoom(now);
        long step = rate.step().toNanos();
        return begins(busy, now) + step <= now + step * rate.most();
    }

    private boolean hasRoom(long now) {
        if (whenFull == WhenFull.FORGET_OLDEST || busyUntil.size() < mostKeys) return true;
        busyUntil.values().removeIf(busy -> begins(busy, now) == now);
        return busyUntil.size() < mostKeys;
    }

    private void forgetOldest() {
        var oldest = busyUntil.keySet().iterator();
        oldest.next();
        oldest.remove();
    }

    private long begins(@Nullable Long busy, long now) {
        return busy == null || busy < now || busy > now + rate.longestBusy().toNanos() ? now : busy;
    }

    private long now() {
        return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
    }
}
