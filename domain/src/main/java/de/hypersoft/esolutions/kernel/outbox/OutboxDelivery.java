package de.hypersoft.esolutions.kernel.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;

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
    public List<Long> due(int limit) {
        return longs(entities.createNativeQuery(
                        "select r.seq from kernel.outbox" + WAITING + " and r.listener in (:known) order by r.seq")
                .setParameter("known", listeners.names())
                .setMaxResults(limit));
    }

    /** Delivers one row and marks it done in the same transaction; false when somebody else has it or had it. */
    public boolean deliver(long seq) {
        List<Long> locked = longs(entities.createNativeQuery(
                        "select r.seq from kernel.outbox" + WAITING + " and r.seq = :seq for update skip locked")
                .setParameter("seq", seq));
        if (locked.isEmpty()) return false;
        OutboxRow row = entities.find(OutboxRow.class, seq);
        listeners.deliver(row.listener(), row.payload());
        row.done(clock.instant());
        return true;
    }

    public void failed(long seq, String error) {
        OutboxRow row = entities.find(OutboxRow.class, seq);
        if (row != null) row.failed(error, clock.instant());
    }

    private List<Long> longs(Query query) {
        List<?> found = query.setParameter("now", clock.instant()).getResultList();
        return found.stream().map(n -> ((Number) n).longValue()).toList();
    }
}
