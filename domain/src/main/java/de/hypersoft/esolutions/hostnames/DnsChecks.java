package de.hypersoft.esolutions.hostnames;

import de.hypersoft.esolutions.kernel.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The stored side of {@link AskDns}: which hosts are due, and what was answered. */
@ApplicationScoped
@Transactional
class DnsChecks {

    private static final Duration LEASE = Duration.ofMinutes(1);

    private final EntityManager entities;
    private final DomainHistory history;
    private final ShopDomains memory;
    private final Clock clock;

    @SuppressWarnings("NullAway")
    protected DnsChecks() { // CDI
        this.entities = null;
        this.history = null;
        this.memory = null;
        this.clock = null;
    }

    @Inject
    DnsChecks(EntityManager entities, DomainHistory history, ShopDomains memory, Clock clock) {
        this.entities = entities;
        this.history = history;
        this.memory = memory;
        this.clock = clock;
    }

    /** Leases up to {@code limit} due hosts to the caller; empty, and nothing written, when none is due. */
    public List<String> take(int limit) {
        Instant now = clock.instant();
        List<?> due = entities.createNativeQuery("select c.host from hostnames.dns_check c where c.next_at <= :now"
                        + " order by c.next_at fetch first " + limit + " rows only for update skip locked")
                .setParameter("now", now)
                .getResultList();
        List<String> hosts = due.stream().map(String.class::cast).toList();
        for (String host : hosts) entities.find(DnsCheck.class, host).lease(now.plus(LEASE));
        return hosts;
    }

    /** A host that was released meanwhile is passed over. */
    public void answered(String host, DnsVerdict verdict, String records) {
        DnsCheck check = entities.find(DnsCheck.class, host);
        ShopDomain domain = entities.find(ShopDomain.class, host);
        if (check == null || domain == null) return;
        boolean changed = check.answered(verdict.state(), verdict.reason(), records, clock.instant());
        if (!changed || verdict.state() == DnsState.UNKNOWN) return;
        history.record(
                domain.host(), domain.tenant(), Actor.SYSTEM, "dns-" + verdict.reason(), records.replace("\n", ", "));
        memory.forgetAfterCommit();
    }
}
