package de.hypersoft.esolutions.ordering.limits;

import de.hypersoft.esolutions.kernel.RateLimiter;
import de.hypersoft.esolutions.kernel.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The counting of one order. Keys that are in use are counted by a conditional update each; those that are not begin
 * together, by {@link #begin()}. Should another order have begun one meanwhile, this one is tried again.
 */
final class PaceOfOrder {

    private final OrderPace pace;
    private final Set<String> used;
    private final Instant now;
    private final List<PaceOfKey> fresh = new ArrayList<>();

    PaceOfOrder(OrderPace pace, Set<String> used, Instant now) {
        this.pace = pace;
        this.used = used;
        this.now = now;
    }

    /** As {@link OrderPace#take}; each key once. */
    Optional<Duration> take(String key, RateLimiter.Rate rate) {
        if (rate.most() == 0) return Optional.empty();
        if (used.contains(Secret.hashOf(key))) return pace.take(key, rate, now);
        fresh.add(PaceOfKey.of(key, rate, now));
        return Optional.empty();
    }

    /** Stores the keys that nobody used before. */
    void begin() {
        pace.begin(fresh);
    }
}
