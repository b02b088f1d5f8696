package de.hypersoft.esolutions.acme;

import de.hypersoft.esolutions.acme.authority.AcmeFailure;
import de.hypersoft.esolutions.acme.authority.AcmeRefused;
import de.hypersoft.esolutions.acme.authority.KeyPairs;
import de.hypersoft.esolutions.acme.renewal.LeasedHost;
import de.hypersoft.esolutions.acme.renewal.RenewalContext;
import de.hypersoft.esolutions.acme.renewal.RenewalPlan;
import de.hypersoft.esolutions.certificates.CertificateView;
import de.hypersoft.esolutions.certificates.IssuedCertificates;
import de.hypersoft.esolutions.certificates.keys.Secrets;
import de.hypersoft.esolutions.certificates.pfx.Finding;
import de.hypersoft.esolutions.hostnames.DomainHistory;
import de.hypersoft.esolutions.hostnames.DomainView;
import de.hypersoft.esolutions.hostnames.HostCertificates;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.hostnames.ManageDomains;
import de.hypersoft.esolutions.hostnames.dns.DnsState;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The stored side of {@link ObtainCertificates}: whose turn it is, and what came of it. */
@ApplicationScoped
@Transactional
class AutomaticDomains {

    /** Longer than all calls of one step with their time-outs. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Set<AutomaticPhase> OPEN =
            Set.of(AutomaticPhase.ORDERED, AutomaticPhase.OFFERED, AutomaticPhase.CHECKING, AutomaticPhase.FINISHING);

    private final EntityManager entities;
    private final IssuedCertificates issued;
    private final Secrets secrets;
    private final ManageDomains domains;
    private final HostCertificates hosts;
    private final DomainHistory history;
    private final Event<DomainEvent> events;
    private final Clock clock;

    @Inject
    AutomaticDomains(
            EntityManager entities,
            IssuedCertificates issued,
            Secrets secrets,
            ManageDomains domains,
            HostCertificates hosts,
            DomainHistory history,
            Event<DomainEvent> events,
            Clock clock) {
        this.entities = entities;
        this.issued = issued;
        this.secrets = secrets;
        this.domains = domains;
        this.hosts = hosts;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    /** Up to {@code limit} hosts whose turn has come, the longest waiting first. */
    public List<String> due(int limit) {
        return entities.createQuery(
                        "select d.host from AutomaticDomain d where d.allowedSince is not null and d.nextAt <= :now"
                                + " order by d.nextAt, d.host",
                        String.class)
                .setParameter("now", clock.instant())
                .setMaxResults(limit)
                .getResultList();
    }

    /** Leases a host that is still due; of several nodes one gets it. */
    public Optional<LeasedHost> take(String host) {
        AutomaticDomain one = entities.find(AutomaticDomain.class, host);
        if (one == null || !one.allowed() || !won(one, clock.instant())) return Optional.empty();
        entities.refresh(one);
        return Optional.of(one.job());
    }

    private boolean won(AutomaticDomain one, Instant now) {
        return entities.createQuery("update AutomaticDomain d set d.fence = d.fence + 1, d.nextAt = :until"
                                + " where d.host = :host and d.fence = :fence and d.nextAt <= :now")
                        .setParameter("until", now.plus(LEASE))
                        .setParameter("host", one.host().value())
                        .setParameter("fence", one.fence())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** No longer when the host was released, or given to somebody else: then what was kept for it goes too. */
    public boolean holds(LeasedHost job) {
        AutomaticDomain mine = locked(job);
        return mine != null && theirs(mine).isPresent();
    }

    /** Empty when the host is no longer this job's. */
    public Optional<RenewalContext> situation(LeasedHost job) {
        AutomaticDomain mine = locked(job);
        return mine == null ? Optional.empty() : theirs(mine).map(domain -> situation(mine, domain));
    }

    private Optional<DomainView> theirs(AutomaticDomain mine) {
        Optional<DomainView> domain =
                domains.find(mine.host()).filter(d -> d.tenant().equals(mine.tenant()));
        if (domain.isEmpty()) {
            secrets.forget(keyName(mine.host()));
            entities.remove(mine);
        }
        return domain;
    }

    private RenewalContext situation(AutomaticDomain mine, DomainView domain) {
        RenewalPlan.Facts facts = new RenewalPlan.Facts(
                issued.of(domain.host()).stream()
                        .filter(c -> c.tenant().equals(domain.tenant()))
                        .toList(),
                mine.window(),
                mine.standsFor(),
                mine.obtainedAt(),
                clock.instant());
        RenewalPlan plan = RenewalPlan.of(facts);
        CertificateView held = plan.held();
        DomainView.Dns dns = domain.dns();
        return new RenewalContext(
                plan,
                dns == null || domain.proof() != null ? DnsState.UNKNOWN : dns.state(),
                open(),
                facts.active().orElse(null),
                held != null
                        && plan.act() != RenewalPlan.Act.ACTIVATE
                        && mine.window().isDue(held.sha256(), clock.instant()),
                held == null ? null : mine.window().of(held.sha256()),
                mine.window().nextAt(),
                mine.limitedUntil());
    }

    private long open() {
        return entities.createQuery("select count(d) from AutomaticDomain d where d.phase in (:open)", Long.class)
                .setParameter("open", OPEN)
                .getSingleResult();
    }

    /** @return false, and nothing changed, when the host is no longer this job's */
    public boolean settle(LeasedHost job, Consumer<AutomaticDomain> move) {
        AutomaticDomain mine = locked(job);
        if (mine == null) return false;
        move.accept(mine);
        return true;
    }

    /** As above, with a line in the history of the domain. */
    public boolean settle(LeasedHost job, Consumer<AutomaticDomain> move, String event, String detail) {
        AutomaticDomain mine = locked(job);
        if (mine == null) return false;
        move.accept(mine);
        history.record(mine.host(), mine.tenant(), Actor.SYSTEM, event, detail);
        return true;
    }

    /** Tried again later, and told in the history with the reason that people are shown. */
    public void failed(LeasedHost job, AcmeRefused refusal) {
        AutomaticDomain mine = locked(job);
        if (mine != null) fail(mine, refusal);
    }

    private void fail(AutomaticDomain mine, AcmeRefused refusal) {
        mine.failed(refusal, clock.instant());
        history.record(mine.host(), mine.tenant(), Actor.SYSTEM, "automatic-failed", mine.reason());
    }

    /** The key of the certificate that is ordered: made and sealed before the authority hears of it. */
    public KeyPair key(LeasedHost job) {
        return secrets.open(keyName(job.host())).map(KeyPairs::read).orElseGet(() -> {
            KeyPair keys = KeyPairs.fresh();
            secrets.keep(keyName(job.host()), KeyPairs.written(keys));
            return keys;
        });
    }

    /**
     * Puts the certificate where uploads go too, while the host is the one's for whom it was ordered.
     *
     * @return codes of what speaks against it; empty when it was taken
     */
    public String store(LeasedHost job, List<X509Certificate> chain, KeyPair keys) {
        if (!hosts.lock(job.host()).tenant().equals(job.tenant())) throw overtaken(job);
        IssuedCertificates.Outcome outcome = issued.take(job.host(), chain, keys.getPrivate());
        UUID staged = outcome.staged();
        if (staged == null)
            return outcome.report().findings().stream()
                    .filter(f -> f.kind().weight() == Finding.Weight.REFUSES)
                    .map(f -> f.kind().code())
                    .collect(Collectors.joining(" "));
        mine(job).obtained(staged, clock.instant());
        secrets.forget(keyName(job.host()));
        return "";
    }

    /** Planned once more under the lock of the domain: what a person chose in between stays. */
    public void activate(LeasedHost job) {
        hosts.lock(job.host());
        RenewalContext situation = situation(job).orElseThrow(() -> overtaken(job));
        CertificateView chosen = situation.plan().certificate();
        if (chosen == null) {
            mine(job).later(clock.instant());
            return;
        }
        issued.activate(job.host(), chosen.id());
        mine(job).proving(chosen.id(), situation.uploaded(), clock.instant());
    }

    /** Looks what our own handshake said of the one that was activated. */
    public void proof(LeasedHost job) {
        AutomaticDomain mine = locked(job);
        if (mine == null) return;
        Instant now = clock.instant();
        List<CertificateView> all = issued.of(job.host());
        CertificateView activated = find(all, job.certificate());
        if (activated == null) {
            mine.rest(now, now);
            return;
        }
        switch (activated.state()) {
            case PROVING -> mine.later(now.plusSeconds(1));
            case FAILED -> {
                mine.unproven();
                fail(mine, new AcmeRefused(AcmeFailure.PROOF, activated.reason(), Duration.ZERO));
            }
            case ACTIVE -> {
                tellOfTakeOver(mine, activated, find(all, mine.standsFor()));
                mine.rest(now, now);
            }
            default -> mine.rest(now, now); // a person chose otherwise
        }
    }

    private void tellOfTakeOver(AutomaticDomain mine, CertificateView activated, @Nullable CertificateView uploaded) {
        if (uploaded == null) return;
        history.record(mine.host(), mine.tenant(), Actor.SYSTEM, "automatic-took-over", activated.serial());
        events.fire(new AutomaticTookOver(
                activated.id(), mine.tenant().value(), mine.host().value(), uploaded.notAfter(), activated.notAfter()));
    }

    private static @Nullable CertificateView find(List<CertificateView> all, @Nullable UUID id) {
        return all.stream().filter(c -> c.id().equals(id)).findFirst().orElse(null);
    }

    /** After the lock on the domain: whoever changes certificates takes them in this order. */
    private AutomaticDomain mine(LeasedHost job) {
        AutomaticDomain mine = locked(job);
        if (mine == null) throw overtaken(job);
        return mine;
    }

    private @Nullable AutomaticDomain locked(LeasedHost job) {
        AutomaticDomain found =
                entities.find(AutomaticDomain.class, job.host().value(), LockModeType.PESSIMISTIC_WRITE);
        boolean theirs = found != null && found.tenant().equals(job.tenant());
        return !theirs || found.fence() != job.fence() || !found.allowed() ? null : found;
    }

    private static Conflict overtaken(LeasedHost job) {
        return new Conflict("automatic-overtaken", job.host() + " is not this job's any more");
    }

    static String keyName(HostName host) {
        return "acme-order|" + host;
    }
}
