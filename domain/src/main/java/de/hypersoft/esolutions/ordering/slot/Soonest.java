package de.hypersoft.esolutions.ordering.slot;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What "as soon as possible" means now: the promised instant, or why nothing can be promised.
 *
 * @param at a whole minute; null when nothing is promised
 */
public record Soonest(@Nullable Instant at, Why why) {

    public enum Why {
        PROMISED,
        /** No orders are taken for a while. */
        PAUSED,
        /** No opening holds this moment. */
        CLOSED,
        /** Open, but it would be ready after closing. */
        CLOSING
    }

    static Soonest promised(Instant at) {
        return new Soonest(at, Why.PROMISED);
    }

    static Soonest no(Why why) {
        return new Soonest(null, why);
    }

    public boolean possible() {
        return at != null;
    }

    public Optional<Instant> promise() {
        return Optional.ofNullable(at);
    }
}
