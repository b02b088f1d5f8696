package de.hypersoft.esolutions.connector.loop;

import java.time.Duration;
import java.util.function.IntUnaryOperator;

/**
 * How long to wait after the n-th failure in a row: first the shortest time, then 10, 20, 40… times that, up to the
 * longest, each ±20 % so that a thousand tills do not come back in the same second.
 */
public final class Backoff {

    private final Duration shortest;
    private final Duration longest;
    private final IntUnaryOperator random;
    private int failures;

    /** @param random a number from 0 to below its argument */
    public Backoff(Duration shortest, Duration longest, IntUnaryOperator random) {
        this.shortest = shortest;
        this.longest = longest;
        this.random = random;
    }

    /** Notes a failure and says how long to wait. */
    public Duration failed() {
        long factor = failures == 0 ? 1 : 10L << Math.min(failures - 1, 30);
        failures = Math.min(failures + 1, 31);
        long millis = Math.min(longest.toMillis(), saturated(shortest.toMillis(), factor));
        long percent = 80 + random.applyAsInt(41);
        return Duration.ofMillis(Math.max(1, millis * percent / 100));
    }

    /** Notes a success: the next failure is a first one again. */
    public void worked() {
        failures = 0;
    }

    private static long saturated(long millis, long factor) {
        return millis > Long.MAX_VALUE / factor ? Long.MAX_VALUE : millis * factor;
    }
}
