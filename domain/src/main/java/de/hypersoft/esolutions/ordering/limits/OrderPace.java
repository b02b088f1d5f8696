package de.hypersoft.esolutions.ordering.limits;

import de.hypersoft.esolutions.kernel.RateLimiter;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.database.Inserts;
import de.hypersoft.esolutions.kernel.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.hibernate.Session;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;

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
        PaceOfKey one = PaceOfKey.of(Secret.hashOf(key), rate, now);
        if (advanced(List.of(one), now) == 1) return Optional.empty();
        Optional<Long> busy = busyUntil(one.hash());
        if (busy.isEmpty()) begin(List.of(one));
        return busy.map(one::waitUntil);
    }

    /**
     * Counts one more for each of these keys, which are in use.
     *
     * @throws OptimisticLockException when for one of them that would be too fast by now, or it is forgotten
     */
    void advance(List<PaceOfKey> keys, Instant now) {
        if (!keys.isEmpty() && advanced(keys, now) < keys.size())
            throw new OptimisticLockException("others were counted meanwhile");
    }

    void begin(List<PaceOfKey> keys, Inserts inserts) {
        keys.forEach(key -> inserts.addRow(
                "ordering.pace", List.of("key_hash", "busy_until"), List.of(key.hash(), key.now() + key.step())));
    }

    void begin(List<PaceOfKey> keys) {
        if (keys.isEmpty()) return;
        Inserts inserts = new Inserts(entities);
        begin(keys, inserts);
        inserts.run();
    }

    /**
     * How many of these keys were counted, by one statement. PostgreSQL locks its rows in their order first: two who count
     * the same ones would else wait for each other in a circle.
     */
    private int advanced(List<PaceOfKey> keys, Instant now) {
        String marks = String.join(", ", Collections.nCopies(keys.size(), "?"));
        String known = locksRows()
                ? "select p.key_hash from ordering.pace p where p.key_hash in (" + marks
                        + ") order by p.key_hash for update"
                : marks;
        List<Object> values = new ArrayList<>();
        values.add(now.toEpochMilli());
        addEach(values, keys, PaceOfKey::longest);
        values.add(now.toEpochMilli());
        addEach(values, keys, PaceOfKey::step);
        keys.forEach(key -> values.add(key.hash()));
        addEach(values, keys, PaceOfKey::latest);
        addEach(values, keys, PaceOfKey::longest);
        return new Sql(entities)
                .change(
                        "update ordering.pace set busy_until ="
                                + " case when busy_until < ? or busy_until > " + byKey(keys)
                                + " then cast(? as bigint) else busy_until end + " + byKey(keys)
                                + " where key_hash in (" + known + ")"
                                + " and (busy_until <= " + byKey(keys) + " or busy_until > " + byKey(keys) + ")",
                        values);
    }

    private static void addEach(List<Object> values, List<PaceOfKey> keys, ToLongFunction<PaceOfKey> value) {
        keys.forEach(key -> {
            values.add(key.hash());
            values.add(value.applyAsLong(key));
        });
    }

    /** A value of its own for each key. */
    private static String byKey(List<PaceOfKey> keys) {
        return "(case key_hash" + " when ? then cast(? as bigint)".repeat(keys.size()) + " end)";
    }

    private boolean locksRows() {
        return entities.unwrap(Session.class)
                        .getSessionFactory()
                        .unwrap(SessionFactoryImplementor.class)
                        .getJdbcServices()
                        .getDialect()
                instanceof PostgreSQLDialect;
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

    private Optional<Long> busyUntil(String hash) {
        return entities.createNativeQuery("select busy_until from ordering.pace where key_hash = ?1", Long.class)
                .setParameter(1, hash)
                .getResultStream()
                .map(Long.class::cast)
                .findFirst();
    }
}
