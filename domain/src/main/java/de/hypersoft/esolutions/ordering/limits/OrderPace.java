package de.hypersoft.esolutions.ordering.limits;

import de.hypersoft.esolutions.kernel.RateLimiter;
import de.hypersoft.esolutions.kernel.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How fast something may go on, counted for all nodes together: the algorithm of {@link RateLimiter}, so one row for each
 * key that is in use, one conditional update for each count, no borders between windows to slip through, and the exact
 * wait for whoever was too fast. Only hashes of the keys are stored.
 */
@ApplicationScoped
public class OrderPace {

    private final EntityManager entities;

    @Inject
    public OrderPace(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Counts one more for this key, in the caller's transaction, unless that is too fast. Two who begin a key at the same
     * instant meet its primary key, and the loser is tried again.
     *
     * @return empty when it was counted; else for how long not to try, and nothing was counted
     */
    Optional<Duration> take(String key, RateLimiter.Rate rate, Instant now) {
        if (rate.most() == 0) return Optional.empty();
        long at = now.toEpochMilli();
        long step = Math.max(1, rate.step().toMillis());
        long latest = at + rate.per().toMillis() - step;
        String hash = Secret.hashOf(key);
        int counted = entities.createNativeQuery("update ordering.pace set busy_until ="
                        + " case when busy_until < :now or busy_until > :most then :now else busy_until end + :step"
                        + " where key_hash = :hash and (busy_until <= :latest or busy_until > :most)")
                .setParameter("now", at)
                .setParameter("most", at + rate.longestBusy().toMillis())
                .setParameter("step", step)
                .setParameter("hash", hash)
                .setParameter("latest", latest)
                .executeUpdate();
        if (counted > 0) return Optional.empty();
        Optional<Long> busy = busyUntil(hash);
        if (busy.isPresent()) return Optional.of(Duration.ofMillis(Math.max(1, busy.get() - latest)));
        entities.createNativeQuery("insert into ordering.pace (key_hash, busy_until) values (:hash, :until)")
                .setParameter("hash", hash)
                .setParameter("until", at + step)
                .executeUpdate();
        return Optional.empty();
    }

    /** Removes up to {@code limit} keys that slow nobody down any more; answers how many. */
    int sweep(Instant now, int limit) {
        return entities.createNativeQuery("delete from ordering.pace where key_hash in (select p.key_hash"
                        + " from ordering.pace p where p.busy_until < :now order by p.busy_until"
                        + " fetch first " + limit + " rows only)")
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }

    private Optional<Long> busyUntil(String hash) {
        List<?> found = entities.createNativeQuery("select busy_until from ordering.pace where key_hash = :hash")
                .setParameter("hash", hash)
                .getResultList();
        return found.stream().map(until -> ((Number) until).longValue()).findFirst();
    }
}
