package de.hypersoft.esolutions.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

    /** Newest first. */
    @Transactional
    public List<Line> find(Search search, int offset, int limit) {
        String where = "e.at >= :from and e.at < :until and (lower(e.actorName) like :text escape '!'"
                + " or lower(e.action) like :text escape '!' or lower(e.subject) like :text escape '!'"
                + " or lower(e.detail) like :text escape '!')"
                + (search.tenant() == null ? "" : " and e.tenant = :tenant");
        String text = search.text().strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
        TypedQuery<AuditEntry> query = entities.createQuery(
                        "select e from AuditEntry e where " + where + " order by e.id desc", AuditEntry.class)
                .setParameter("from", search.from())
                .setParameter("until", search.until())
                .setParameter("text", "%" + text + "%");
        if (search.tenant() != null) query.setParameter("tenant", search.tenant());
        return query.setFirstResult(offset)
                .setMaxResults(limit)
                .getResultStream()
                .map(AuditEntry::line)
                .toList();
    }

    /**
     * @param tenant null for all, which is hosting staff's
     * @param text part of actor, action, subject or detail, case-insensitive; empty for any
     * @param from inclusive, {@code until} exclusive
     */
    public record Search(@Nullable UUID tenant, String text, Instant from, Instant until) {}

    /** One line of the log, as it is shown. */
    public record Line(
            String id, Instant at, String actorKind, String actor, String action, String subject, String detail) {}
}
