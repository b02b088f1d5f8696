package de.hypersoft.esolutions.ordering.limits;

import de.hypersoft.esolutions.kernel.RateLimiter;
import de.hypersoft.esolutions.kernel.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How fast something may go on, counted for all nodes together: the algorithm of {@link RateLimiter}, so one row for each
 * key that is in use, one conditional update for each count, no borders between windows to slip through, and the exact
 * wait for whoever was too fast. Only hashes of the keys are stored.
 */
@ApplicationScoped
public class OrderPace {

    private static final int SWEPT_TOGETHER = 500;

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
        PaceOfKey one = PaceOfKey.of(key, rate, now);
        Optional<Duration> wait = Optional.empty();
        if (!advance(one)) {
            Optional<Long> busy =
                    Optional.ofNullable(busyUntil(List.of(one.hash())).get(one.hash()));
            if (busy.isPresent()) wait = Optional.of(one.waitUntil(busy.get()));
            else begin(List.of(one));
        }
        return wait;
    }

    /**
     * Counts several keys one after the other, at the cost of one query for all that nobody uses yet: most guests order for
     * the first time in hours.
     *
     * @param keys all that may be counted
     */
    PaceOfOrder taking(Collection<String> keys, Instant now) {
        return new PaceOfOrder(
                this, busyUntil(keys.stream().map(Secret::hashOf).toList()).keySet(), now);
    }

    /** Whether one more was counted for a key that is in use. */
    boolean advance(PaceOfKey key) {
        return entities.createNativeQuery("update ordering.pace set busy_until ="
                                + " case when busy_until < :now or busy_until > :most then :now else busy_until end + :step"
                                + " where key_hash = :hash and (busy_until <= :latest or busy_until > :most)")
                        .setParameter("now", key.now())
                        .setParameter("most", key.longest())
                        .setParameter("step", key.step())
                        .setParameter("hash", key.hash())
                        .setParameter("latest", key.latest())
                        .executeUpdate()
                > 0;
    }

    void begin(List<PaceOfKey> keys) {
        if (keys.isEmpty()) return;
        Query insert = entities.createNativeQuery("insert into ordering.pace (key_hash, busy_until) values "
                + String.join(", ", Collections.nCopies(keys.size(), "(?, ?)")));
        for (int i = 0; i < keys.size(); i++) {
            insert.setParameter(2 * i + 1, keys.get(i).hash());
            insert.setParameter(2 * i + 2, keys.get(i).now() + keys.get(i).step());
        }
        insert.executeUpdate();
    }

    /**
     * Removes up to {@code limit} keys that slow nobody down any more; answers how many. They are named, since H2 would look
     * for them anew for each row that it removes.
     */
    int sweep(Instant now, int limit) {
        List<?> over = entities.createNativeQuery(
                        "select key_hash from ordering.pace where busy_until < :now order by busy_until")
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(limit)
                .getResultList();
        int removed = 0;
        for (int from = 0; from < over.size(); from += SWEPT_TOGETHER)
            removed += entities.createNativeQuery(
                            "delete from ordering.pace where key_hash in (:hashes) and busy_until < :now")
                    .setParameter("hashes", over.subList(from, Math.min(over.size(), from + SWEPT_TOGETHER)))
                    .setParameter("now", now.toEpochMilli())
                    .executeUpdate();
        return removed;
    }

    /** By hash, of those that are in use. */
    private Map<String, Long> busyUntil(List<String> hashes) {
        List<?> rows = entities.createNativeQuery(
                        "select key_hash as hash, busy_until as until from ordering.pace where key_hash in (:hashes)",
                        Tuple.class)
                .setParameter("hashes", hashes)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .collect(Collectors.toMap(
                        row -> (String) row.get("hash"), row -> ((Number) row.get("until")).longValue()));
    }
}
