package de.hypersoft.esolutions.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;

/**
 * When to look at all that waits, and when only at what fell due since the last look. The first costs the more the more waits:
 * it is taken every ten seconds, and less often as soon as that were more than a hundredth of a processor's time. The second
 * costs always the same. For one thread at a time.
 */
final class Looks {

    private static final Duration THOROUGH = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** So many times as long as a look took none is taken. */
    private static final int REST = 100;

    /** An order waits from a moment before its commit on. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    private final Clock clock;
    private final LongSupplier nanos;
    private Instant looked = Instant.MIN;
    private Instant thoroughAt = Instant.MIN;
    private Instant restUntil = Instant.MIN;

    Looks(Clock clock) {
        this(clock, System::nanoTime);
    }

    /** @param nanos tells how long a look takes */
    Looks(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /**
     * Since when has waited what became due between the two times by waiting for so long, a moment earlier to be sure: values of
     * {@code :from}, {@code :until} and {@code :seconds}.
     */
    static Map<String, Object> fellDue(Instant since, Instant now, int seconds) {
        return Map.of(
                "from", since.minus(OVERLAP).minusSeconds(seconds),
                "until", now.minusSeconds(seconds),
                "seconds", seconds);
    }

    /**
     * Looks at what is to be looked at now; where something was found there may be more, so the next look is at everything. A look
     * that fails is taken again. After a clock that was set back it is one at everything.
     *
     * @param fresh looks at what fell due since the given instant
     * @return how much was found
     */
    int look(ToIntFunction<Instant> fresh, IntSupplier all) {
        Instant now = clock.instant();
        boolean setBack = now.isBefore(looked);
        if (now.isBefore(restUntil) && !setBack) return 0;
        boolean thorough = setBack || !now.isBefore(thoroughAt);
        long began = nanos.getAsLong();
        int found = thorough ? all.getAsInt() : fresh.applyAsInt(looked);
        Duration rest = Duration.ofNanos((nanos.getAsLong() - began) * REST);
        if (rest.compareTo(LONGEST) > 0) rest = LONGEST;
        if (found > 0) thoroughAt = now;
        else if (thorough) thoroughAt = now.plus(rest.compareTo(THOROUGH) > 0 ? rest : THOROUGH);
        else restUntil = now.plus(rest);
        looked = now;
        return found;
    }
}
