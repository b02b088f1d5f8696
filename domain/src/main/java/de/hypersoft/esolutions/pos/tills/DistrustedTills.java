package de.hypersoft.esolutions.pos.tills;

import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps at a till that its journal is not believed, so that people learn of it: the call that was refused has stored
 * nothing. Called after its transaction is over.
 */
@ApplicationScoped
@Transactional
public class DistrustedTills {

    private static final Duration SELDOM = Duration.ofMinutes(1);

    private final EntityManager entities;
    private final Event<DomainEvent> events;
    private final Event<Changed> changes;
    private final Clock clock;

    @Inject
    DistrustedTills(EntityManager entities, Event<DomainEvent> events, Event<Changed> changes, Clock clock) {
        this.entities = entities;
        this.events = events;
        this.changes = changes;
        this.clock = clock;
    }

    /** Of many refusals, on whatever nodes, the first begins an occasion and is told; later ones renew it now and then. */
    public void refused(JournalRolledBack refusal) {
        Instant now = clock.instant();
        int begun = entities.createQuery("update Till t set t.refusedSince = :now, t.refusedAt = :now,"
                        + " t.refusedKind = :kind, t.refusals = t.refusals + 1"
                        + " where t.id = :id and t.refusedSince is null and t.tokenHash is not null")
                .setParameter("now", now)
                .setParameter("kind", refusal.kind())
                .setParameter("id", refusal.till().value())
                .executeUpdate();
        if (begun == 1) tell(refusal.till());
        else renew(refusal, now);
    }

    private void renew(JournalRolledBack refusal, Instant now) {
        entities.createQuery("update Till t set t.refusedAt = :now, t.refusedKind = :kind"
                        + " where t.id = :id and t.refusedAt <= :before")
                .setParameter("now", now)
                .setParameter("kind", refusal.kind())
                .setParameter("id", refusal.till().value())
                .setParameter("before", now.minus(SELDOM))
                .executeUpdate();
    }

    private void tell(TillId id) {
        Till till = entities.find(Till.class, id.value());
        Till.Distrust distrust = till.distrust();
        if (distrust == null) return;
        events.fire(new TillDistrusted(
                id.value(),
                till.tenant().value(),
                till.location().value(),
                till.name(),
                till.refusals(),
                distrust.kind(),
                distrust.since()));
        changes.fire(new Changed(
                Changed.What.TILL, till.tenant().value(), till.location().value(), id.value()));
    }
}
