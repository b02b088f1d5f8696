package de.hypersoft.esolutions.ordering.limits;

import de.hypersoft.esolutions.kernel.RateLimiter;
import java.time.Duration;
import java.time.Instant;

/**
 * One more for a key at this moment, or several; times in milliseconds since 1970.
 *
 * @param step for how long they keep the key busy
 * @param latest until when it may be busy to take them
 * @param longest beyond what a key can be busy; then the clock was set back
 */
record PaceOfKey(String hash, long now, long step, long latest, long longest) {

    static PaceOfKey of(String hash, RateLimiter.Rate rate, Instant now) {
        long at = now.toEpochMilli();
        long step = Math.max(1, rate.step().toMillis());
        return new PaceOfKey(
                hash,
                at,
                step,
                at + rate.per().toMillis() - step,
                at + rate.longestBusy().toMillis());
    }

    /** Whether one more is not too fast. */
    boolean takes(long busyUntil) {
        return busyUntil <= latest || busyUntil > longest;
    }

    /** Until when it is busy with one more. */
    long after(long busyUntil) {
        return (busyUntil < now || busyUntil > longest ? now : busyUntil) + step;
    }

    /** As many more as both together, where each was not too fast after the other. */
    PaceOfKey plus(PaceOfKey other) {
        return new PaceOfKey(hash, now, step + other.step, latest - other.step, longest);
    }

    Duration waitUntil(long busyUntil) {
        return Duration.ofMillis(Math.max(1, busyUntil - latest));
    }
}
