package de.hypersoft.esolutions.catalog;

import java.time.Duration;
import java.time.Instant;

/** When somebody asked for something last: what is asked for all the time is worth looking after before it is asked for. */
public final class LastAsked {

    private static final Duration LATELY = Duration.ofSeconds(2);

    private volatile Instant at;

    public LastAsked(Instant now) {
        this.at = now;
    }

    public void at(Instant now) {
        at = now;
    }

    public boolean lately(Instant now) {
        return Duration.between(at, now).abs().compareTo(LATELY) < 0;
    }
}
