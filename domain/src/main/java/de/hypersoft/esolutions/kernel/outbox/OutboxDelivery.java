package de.hypersoft.esolutions.kernel.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.hibernate.query.NativeQuery;

/** The relay's three short transactions. Rows are claimed by their lock alone, so a dead node leaves nothing behind. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class OutboxDelivery {

    private static final String WAITING = " r where r.done_at is null and r.due_at <= :now and not exists (select 1"
            + " from kernel.outbox e where e.aggregate = r.aggregate and e.listener = r.listener"
            + " and e.done_at is null and e.seq < r.seq)";

    private final EntityManager entities;
    private final Clock clock;
    private final OutboxListeners listeners;

    @Inject
    OutboxDelivery(EntityManager entities, Clock clock, OutboxListeners listeners) {
        this.entities = entities;
        this.clock = clock;
        this.listeners = listeners;
    }

    /**
     * The due rows that are the first of their aggregate, oldest first; not claimed yet. Those for listeners that this
     * release does not have are left to a node that has them.
     */
    @SuppressWarnings("unchecked")
    public List<Due> due(int limit) {
        Set<String> known = listeners.names();
        if (known.isEmpty()) return List.of();
        return entities.createNativeQuery(
                        "select r.seq, r.listener from kernel.outbox" + WAITING
                                + " and r.listener in (:known) order by r.seq",
                        Due.class)
                .setParameter("now", clock.instant())
                .setParameter("known", known)
                .setMaxResults(limit)
                .unwrap(NativeQuery.class)
                .addScalar("seq", Long.class)
                .addScalar("listener", String.class)
                .getResultList();
    }

    /**
     * Delivers those of these rows that nobody else has or had to their listener, and marks them done in the same
     * transaction; returns how many.
     */
    public int deliver(String listener, Collection<Long> seqs) {
        List<OutboxRow> claimed = claim(seqs);
        if (claimed.isEmpty()) return 0;
        listeners.deliver(listener, claimed.stream().map(OutboxRow::payload).toList());
        Instant now = clock.instant();
        claimed.forEach(row -> row.done(now));
        return claimed.size();
    }

    @SuppressWarnings("unchecked")
    private List<OutboxRow> claim(Collection<Long> seqs) {
        return entities.createNativeQuery(
                        "select r.* from kernel.outbox" + WAITING
                                + " and r.seq in (:seqs) order by r.seq for update skip locked",
                        OutboxRow.class)
                .setParameter("now", clock.instant())
                .setParameter("seqs", seqs)
                .getResultList();
    }

    public void failed(long seq, String error) {
        OutboxRow row = entities.find(OutboxRow.class, seq);
        if (row != null) row.failed(error, clock.instant());
    }

    /** A row and the listener that it is for. */
    record Due(long seq, String listener) {}
}
