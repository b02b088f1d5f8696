package de.hypersoft.esolutions.kernel.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The log of privileged acts: who did what to which thing, and why. Only ever appended to, in the act's transaction. */
@ApplicationScoped
public class Audit {

    private static final int AT_ONCE = 1_000;

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public Audit(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Actor actor, @Nullable UUID tenant, String action, String subject, String detail) {
        AuditEntry entry = new AuditEntry(clock.instant(), actor, tenant, action, subject, detail);
        entities.persist(entry);
        Origin origin = Origin.current();
        if (origin != null) entities.persist(new AuditOrigin(entry.id(), clock.instant(), origin));
    }

    /** Of one tenant, newest first. */
    @Transactional
    public List<Line> newest(UUID tenant, int offset, int limit) {
        return page(
                entities.createQuery(
                                "select e from AuditEntry e where e.tenant = :tenant order by e.id desc",
                                AuditEntry.class)
                        .setParameter("tenant", tenant),
                offset,
                limit);
    }

    /** Of one tenant, newest first. */
    @Transactional
    public List<Line> find(UUID tenant, Search search, int offset, int limit) {
        return page(query(search, " and e.tenant = :tenant").setParameter("tenant", tenant), offset, limit);
    }

    /** Of all tenants and of what belongs to none, newest first. For hosting staff. */
    @Transactional
    public List<Line> findEverywhere(Search search, int offset, int limit) {
        return page(query(search, ""), offset, limit);
    }

    /**
     * As {@link #find}, to be taken away as a file: from then on this stands in the log itself. What was searched for does
     * not, as it may be a person's.
     */
    @Transactional
    public List<Line> export(Actor by, UUID tenant, Search search, int limit) {
        return exported(by, tenant, find(tenant, search, 0, limit));
    }

    /** As {@link #findEverywhere}, to be taken away as a file, which stands in the log. */
    @Transactional
    public List<Line> exportEverywhere(Actor by, Search search, int limit) {
        return exported(by, null, findEverywhere(search, 0, limit));
    }

    private List<Line> exported(Actor by, @Nullable UUID tenant, List<Line> lines) {
        record(by, tenant, "audit-exported", "", "lines " + lines.size());
        return lines;
    }

    private TypedQuery<AuditEntry> query(Search search, String within) {
        String where = "e.at >= :from and e.at < :until and (lower(e.actorName) like :text escape '!'"
                + " or lower(e.action) like :text escape '!' or lower(e.subject) like :text escape '!'"
                + " or lower(e.detail) like :text escape '!' or e.action in :actions or e.actorKind in :kinds"
                + " or e.detail in :details or exists (select 1 from AuditOrigin o where o.entry = e.id"
                + " and (lower(o.address) like :text escape '!' or cast(o.session as string) like :session)))"
                + within;
        String text = search.text().strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
        return entities.createQuery(
                        "select e from AuditEntry e where " + where + " order by e.id desc", AuditEntry.class)
                .setParameter("from", search.from())
                .setParameter("until", search.until())
                .setParameter("text", "%" + text + "%")
                .setParameter("actions", search.meant().actions())
                .setParameter("kinds", search.meant().actorKinds())
                .setParameter("details", search.meant().details())
                .setParameter(
                        "session",
                        search.meant().session().isEmpty()
                                ? ""
                                : "%" + search.meant().session());
    }

    private List<Line> page(TypedQuery<AuditEntry> query, int offset, int limit) {
        List<AuditEntry> entries =
                query.setFirstResult(offset).setMaxResults(limit).getResultList();
        Map<UUID, Origin> origins = new HashMap<>();
        for (int from = 0; from < entries.size(); from += AT_ONCE)
            entities.createQuery("select o from AuditOrigin o where o.entry in :entries", AuditOrigin.class)
                    .setParameter(
                            "entries",
                            entries.subList(from, Math.min(from + AT_ONCE, entries.size())).stream()
                                    .map(AuditEntry::id)
                                    .toList())
                    .getResultList()
                    .forEach(found -> origins.put(found.entry(), found.origin()));
        return entries.stream()
                .map(entry -> entry.line(origins.get(entry.id())))
                .toList();
    }

    /**
     * @param text part of actor, action, subject, detail or address, case-insensitive; empty for any
     * @param meant what is found as well, because a page shows it in these words
     * @param from inclusive, {@code until} exclusive
     */
    public record Search(String text, Meant meant, Instant from, Instant until) {

        /** For nothing but the text. */
        public Search(String text, Instant from, Instant until) {
            this(text, Meant.NOTHING, from, until);
        }
    }

    /**
     * What words of a page stand for; as it is stored, and whole.
     *
     * @param session how the id of a session ends, in hexadecimal digits; empty for none
     */
    public record Meant(Set<String> actions, Set<String> actorKinds, Set<String> details, String session) {

        public static final Meant NOTHING = new Meant(Set.of(), Set.of(), Set.of(), "");
    }

    /**
     * One line of the log, as it is shown.
     *
     * @param origin where it came from; null when nobody asked for it from outside, or after the term of addresses
     */
    public record Line(
            String id,
            Instant at,
            String actorKind,
            String actor,
            String action,
            String subject,
            String detail,
            @Nullable Origin origin) {}
}
