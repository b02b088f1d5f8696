package de.hypersoft.esolutions.hostnames;

import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The life of each host name, for people: who registered, checked, activated, rolled back, released. */
@ApplicationScoped
public class DomainHistory {

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public DomainHistory(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** @param event stable, kebab-case, the key of its sentence */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(HostName host, TenantId tenant, Actor by, String event, String detail) {
        entities.persist(new HistoryEntry(host, tenant, by, event, detail, clock.instant()));
    }

    /** The same of what has codes, each with the facts that its sentence mentions. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(HostName host, TenantId tenant, Actor by, String event, List<Told> told) {
        entities.persist(new HistoryEntry(host, tenant, by, event, told, clock.instant()));
    }

    /** Newest first; only what happened under this tenant (T49). */
    @Transactional
    public List<Line> of(HostName host, TenantId tenant, int limit) {
        return entities.createQuery(
                        "select h from HistoryEntry h where h.host = :host and h.tenant = :tenant order by h.id desc",
                        HistoryEntry.class)
                .setParameter("host", host.value())
                .setParameter("tenant", tenant.value())
                .setMaxResults(limit)
                .getResultStream()
                .map(HistoryEntry::line)
                .toList();
    }

    /**
     * One code, and what its sentence is filled with.
     *
     * @param facts in the order of the sentence, 200 characters of each
     */
    public record Told(String code, List<String> facts) {

        private static final int LONGEST = 200;

        public Told {
            facts = facts.stream().map(Told::shortened).toList();
        }

        private static String shortened(String fact) {
            if (fact.length() <= LONGEST) return fact;
            return fact.substring(0, Character.isHighSurrogate(fact.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
        }
    }

    /**
     * @param event key of the sentence; {@code detail} is what it is filled with, or codes divided by blanks
     * @param facts of each code in the detail, in their order; empty where there are no codes, or older releases wrote them
     */
    public record Line(Instant at, String actor, String event, String detail, List<List<String>> facts) {}
}
