package de.hypersoft.esolutions.ordering.number;

import de.hypersoft.esolutions.kernel.LruCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * Numbers that this node drew ahead for brands that sell quickly, so that their orders do not wait for each other at the
 * counter. Only numbers of stored transactions get here, and no number leaves twice. What is not used in ten minutes, or
 * when the node stops, is a gap (T32).
 */
@ApplicationScoped
class NumberReserve {

    static final int MOST = 64;
    private static final Duration PACE = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MAX_SERIES = 10_000;

    private final LruCache<NumberSeries, Kept> series = new LruCache<>(MAX_SERIES);

    Optional<Long> take(NumberSeries of, Instant now) {
        return kept(of).take(now);
    }

    /** How many numbers to draw: as many as the brand sold here in the last seconds, and one at least. */
    int size(NumberSeries of, Instant now) {
        return kept(of).size(now);
    }

    void stored(@Observes(during = TransactionPhase.AFTER_SUCCESS) NumberGiven given) {
        kept(given.series()).add(given.spare(), given.at());
    }

    /** It may have failed because its number was taken, as in a database that was restored; then so are the next. */
    void failed(@Observes(during = TransactionPhase.AFTER_FAILURE) NumberGiven given) {
        series.remove(given.series());
    }

    /** Whether the counter may lag behind its orders: the last one failed, or this node has stored none yet. */
    boolean isDoubtful(NumberSeries of) {
        return kept(of).isDoubtful();
    }

    private Kept kept(NumberSeries of) {
        synchronized (series) {
            Kept known = series.get(of);
            if (known != null) return known;
            Kept fresh = new Kept();
            series.put(of, fresh);
            return fresh;
        }
    }

    private static final class Kept {
        private final Queue<Long> numbers = new ArrayDeque<>();
        private Instant drawn = Instant.MIN;
        private Instant since = Instant.MIN;
        private int sold;
        private int soldBefore;
        private boolean doubtful = true;

        synchronized Optional<Long> take(Instant now) {
            count(now);
            if (now.isAfter(drawn.plus(KEPT))) numbers.clear();
            return Optional.ofNullable(numbers.poll());
        }

        private void count(Instant now) {
            if (!now.isBefore(since.plus(PACE))) {
                soldBefore = now.isBefore(since.plus(PACE).plus(PACE)) ? sold : 0;
                sold = 0;
                since = now;
            }
            sold++;
        }

        synchronized int size(Instant now) {
            return Math.max(1, Math.min(MOST, Math.max(sold, soldBefore)));
        }

        synchronized void add(List<Long> spare, Instant at) {
            doubtful = false;
            if (spare.isEmpty()) return;
            numbers.addAll(spare);
            drawn = at;
        }

        synchronized boolean isDoubtful() {
            return doubtful;
        }
    }
}
