package de.hypersoft.esolutions.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The log of privileged acts: who did what to which thing, and why. Only ever appended to, in the act's transaction. */
@ApplicationScoped
public class Audit {

    private final EntityManager entities;
    private final Clock clock;

    @SuppressWarnings("NullAway")
    protected Audit() { // CDI
        this.entities = null;
        this.clock = null;
    }

    @Inject
    public Audit(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Actor actor, @Nullable UUID tenant, String action, String subject, String detail) {
        entities.persist(new AuditEntry(clock.instant(), actor, tenant, action, subject, detail));
    }

    /** Newest first. */
    @Transactional
    public List<Line> newest(@Nullable UUID tenant, int offset, int limit) {
        return entities
                .createQuery(
                        "select e from AuditEntry e where :tenant is null or e.tenant = :tenant order by e.id desc",
                        AuditEntry.class)
                .setParameter("tenant", tenant)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(AuditEntry::line)
                .toList();
    }

    /** One line of the log, as it is shown. */
    public record Line(
            String id,
            java.time.Instant at,
            String actorKind,
            String actor,
            String action,
            String subject,
            String detail) {}
}
