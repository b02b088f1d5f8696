package de.hypersoft.esolutions.hostnames.dns;

import de.hypersoft.esolutions.hostnames.DomainHistory;
import de.hypersoft.esolutions.hostnames.DomainProof;
import de.hypersoft.esolutions.hostnames.ShopDomain;
import de.hypersoft.esolutions.hostnames.ShopDomains;
import de.hypersoft.esolutions.kernel.audit.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The stored side of {@link AskDns}: which hosts are due, and what was answered. */
@ApplicationScoped
@Transactional
public class DnsChecks {

    private static final Duration LEASE = Duration.ofMinutes(1);
    /** Somebody waits for it, though the name points here already. */
    private static final Duration UNPROVEN = Duration.ofMinutes(10);

    private final EntityManager entities;
    private final DomainHistory history;
    private final ShopDomains memory;
    private final Clock clock;

    @Inject
    public DnsChecks(EntityManager entities, DomainHistory history, ShopDomains memory, Clock clock) {
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

    /** Of these hosts those that wait for their proof, with it. */
    public Map<String, DomainProof> awaited(List<String> hosts) {
        return entities.createQuery(
                        "select d from ShopDomain d where d.host in (:hosts) and d.proofToken is not null"
                                + " and d.releasedAt is null",
                        ShopDomain.class)
                .setParameter("hosts", hosts)
                .getResultStream()
                .filter(d -> d.proof() != null)
                .collect(Collectors.toMap(d -> d.host().value(), d -> Objects.requireNonNull(d.proof())));
    }

    /** Its text was found. Of a host that was released and claimed anew meanwhile it proves nothing: the text differs. */
    public void proven(String host, DomainProof found) {
        ShopDomain domain = entities.find(ShopDomain.class, host, LockModeType.PESSIMISTIC_WRITE);
        if (domain != null && found.equals(domain.proof())) prove(domain);
    }

    private void prove(ShopDomain domain) {
        domain.prove();
        history.record(domain.host(), domain.tenant(), Actor.SYSTEM, "domain-proven", "");
        memory.forgetAfterCommit(domain.tenant());
    }

    /** A host that was released meanwhile is passed over. */
    public void answered(String host, DnsVerdict verdict, String records) {
        DnsCheck check = entities.find(DnsCheck.class, host);
        ShopDomain domain = entities.find(ShopDomain.class, host, LockModeType.PESSIMISTIC_WRITE);
        if (check == null || domain == null) return;
        DomainProof proof = domain.proof();
        if (proof != null && !proof.contested() && verdict.state() == DnsState.RIGHT) prove(domain);
        boolean changed = check.answered(verdict.state(), verdict.reason(), records, clock.instant());
        if (domain.proof() != null) check.notLater(clock.instant().plus(UNPROVEN));
        if (!changed || verdict.state() == DnsState.UNKNOWN) return;
        history.record(
                domain.host(), domain.tenant(), Actor.SYSTEM, "dns-" + verdict.reason(), records.replace("\n", ", "));
        memory.forgetAfterCommit(domain.tenant());
    }
}
