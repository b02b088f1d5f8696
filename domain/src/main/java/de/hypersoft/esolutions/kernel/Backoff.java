package de.hypersoft.esolutions.kernel;

import java.time.Duration;

/**
 * How long to wait before something is tried again, ever longer with each failure in a row.
 *
 * @param first after the first failure, at least 1 ms
 * @param percent what each wait is of the one before: 100 for always the same, 200 for twice as long
 * @param most no wait is longer, also the first
 */
public record Backoff(Duration first, int percent, Duration most) {

    private static final int TWICE = 200;

    public Backoff {
        if (first.toMillis() < 1) throw new IllegalArgumentException("no wait at all: " + first);
        if (percent < 100) throw new IllegalArgumentException("waits that shrink: " + percent + " %");
        if (most.toMillis() < 1) throw new IllegalArgumentException("no wait at all: " + most);
    }

    public static Backoff doubling(Duration first, Duration most) {
        return new Backoff(first, TWICE, most);
    }

    /**
     * In whole milliseconds, rounded down at each step.
     *
     * @param failures in a row before the one that is waited for now: 0 for the first
     */
    public Duration after(int failures) {
        long longest = most.toMillis();
        long wait = Math.min(first.toMillis(), longest);
        for (int i = 0; i < failures && wait < longest; i++) {
            long longer = wait * percent / 100;
            if (longer == wait) break;
            wait = Math.min(longer, longest);
        }
        return Duration.ofMillis(wait);
    }
}
