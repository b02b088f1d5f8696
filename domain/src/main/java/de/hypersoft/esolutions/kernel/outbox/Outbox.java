package de.hypersoft.esolutions.kernel.outbox;

import de.hypersoft.esolutions.kernel.database.Inserts;
import de.hypersoft.esolutions.kernel.database.Projection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stores each event with the change that made it true: one row per listener, in the same transaction, so that a
 * failing listener neither blocks nor repeats the others and nothing is told that did not happen. {@link OutboxRelay}
 * delivers.
 */
@ApplicationScoped
public class Outbox {

    private final EntityManager entities;
    private final Clock clock;
    private final OutboxListeners listeners;
    private final Event<Appended> appended;

    @Inject
    Outbox(EntityManager entities, Clock clock, OutboxListeners listeners, Event<Appended> appended) {
        this.entities = entities;
        this.clock = clock;
        this.listeners = listeners;
        this.appended = appended;
    }

    /** Firing an event outside a transaction is a mistake of the caller and fails loudly. */
    @Transactional(TxType.MANDATORY)
    public void append(@Observes DomainEvent event) {
        rows(event).forEach(entities::persist);
    }

    /** As {@link #append}, by the statement that stores what made the event true. */
    public void append(DomainEvent event, Inserts inserts) {
        rows(event).forEach(inserts::add);
    }

    private List<OutboxRow> rows(DomainEvent event) {
        Instant now = clock.instant();
        appended.fire(new Appended());
        return listeners.namesFor(event).stream()
                .map(listener -> new OutboxRow(listener, event, now))
                .toList();
    }

    /** Something is to be delivered once this transaction is committed. */
    public record Appended() {}

    /** Of what this release can deliver: what waits for a listener of another one is not late here. */
    @Transactional
    public Depth depth() {
        return entities.createQuery(
                        Projection.of(Depth.class, "count(r), count(r.lastError), min(r.createdAt)")
                                + " from OutboxRow r where r.doneAt is null and r.listener in :known",
                        Depth.class)
                .setParameter("known", listeners.names())
                .getSingleResult();
    }

    /** Forgets what was delivered before the term; returns how many rows. */
    @Transactional
    public int sweep(Duration keep) {
        return entities.createQuery("delete from OutboxRow r where r.doneAt < :before")
                .setParameter("before", clock.instant().minus(keep))
                .executeUpdate();
    }

    /**
     * How much waits to be delivered.
     *
     * @param failed how many of them a listener refused at least once
     * @param oldest when the oldest waiting event happened; null when nothing waits
     */
    public record Depth(long waiting, long failed, @Nullable Instant oldest) {}
}
