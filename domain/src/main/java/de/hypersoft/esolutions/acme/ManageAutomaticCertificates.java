package de.hypersoft.esolutions.acme;

import de.hypersoft.esolutions.acme.renewal.KnownRenewalWindow;
import de.hypersoft.esolutions.acme.renewal.RenewalPlan;
import de.hypersoft.esolutions.certificates.CertificateView;
import de.hypersoft.esolutions.certificates.ManageCertificates;
import de.hypersoft.esolutions.certificates.Source;
import de.hypersoft.esolutions.certificates.keys.Secrets;
import de.hypersoft.esolutions.hostnames.DomainHistory;
import de.hypersoft.esolutions.hostnames.DomainKind;
import de.hypersoft.esolutions.hostnames.DomainView;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.hostnames.ManageDomains;
import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.database.Projection;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where hosting staff allow automatic certificates and hurry them; managers look at their own. */
@ApplicationScoped
@Transactional
public class ManageAutomaticCertificates {

    private final EntityManager entities;
    private final ManageDomains domains;
    private final ManageCertificates certificates;
    private final Secrets secrets;
    private final DomainHistory history;
    private final Audit audit;
    private final AcmeSettings settings;
    private final Clock clock;

    @Inject
    public ManageAutomaticCertificates(
            EntityManager entities,
            ManageDomains domains,
            ManageCertificates certificates,
            Secrets secrets,
            DomainHistory history,
            Audit audit,
            AcmeSettings settings,
            Clock clock) {
        this.entities = entities;
        this.domains = domains;
        this.certificates = certificates;
        this.secrets = secrets;
        this.history = history;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws de.hypersoft.esolutions.kernel.NotFound when the domain is not the caller's (T49) */
    public AutomaticView view(Caller by, String host) {
        DomainView domain = domains.get(by, host);
        AutomaticDomain row = entities.find(AutomaticDomain.class, domain.host().value());
        return view(theirs(row, domain), certificates.of(by, host));
    }

    /** Of every host that it is allowed for and the caller sees. */
    public Map<String, AutomaticView> allowed(Caller by) {
        Map<HostName, AutomaticDomain> rows = entities.createQuery(
                        "select d from AutomaticDomain d where d.allowedSince is not null", AutomaticDomain.class)
                .getResultStream()
                .filter(row -> by.sees(row.tenant()))
                .collect(Collectors.toMap(AutomaticDomain::host, row -> row));
        if (rows.isEmpty()) return Map.of();
        Map<HostName, List<CertificateView>> living =
                certificates.living(by, rows.keySet()).stream().collect(Collectors.groupingBy(CertificateView::host));
        return domains.list(by).stream()
                .filter(domain -> theirs(rows.get(domain.host()), domain) != null)
                .map(DomainView::host)
                .collect(Collectors.toMap(
                        HostName::value, host -> view(rows.get(host), living.getOrDefault(host, List.of()))));
    }

    /** @param on whether this host may have automatic certificates */
    @RetryOnConflict
    public void allow(Caller by, String host, boolean on) {
        DomainView domain = own(by, host);
        Instant now = clock.instant();
        AutomaticDomain row = row(domain);
        if (row != null && !row.tenant().equals(domain.tenant())) {
            secrets.forget(AutomaticDomains.keyName(domain.host()));
            entities.remove(row);
            entities.flush();
            row = null;
        }
        if (on == (row != null && row.allowed())) return;
        if (row == null) {
            row = new AutomaticDomain(domain.host(), domain.tenant(), now);
            entities.persist(row);
        }
        if (on) row.allow(now);
        else row.forbid(now);
        note(by, domain, on ? "automatic-allowed" : "automatic-ended");
    }

    /**
     * The next try at once.
     *
     * @throws Conflict within five minutes of the last time, and while the authority does not want to be asked
     */
    @RetryOnConflict
    public void tryNow(Caller by, String host) {
        DomainView domain = own(by, host);
        AutomaticDomain row = theirs(row(domain), domain);
        if (row == null) throw new Conflict("automatic-not-allowed", host + " gets no automatic certificate");
        row.tryNow(clock.instant());
        note(by, domain, "automatic-hurried");
    }

    /** How often in a row the automatic certificate of each host was refused. For metrics. */
    public List<Failures> failures() {
        return entities.createQuery(
                        Projection.of(Failures.class, "d.host, d.failures")
                                + " from AutomaticDomain d where d.allowedSince is not null" + " order by d.host",
                        Failures.class)
                .getResultList();
    }

    public record Failures(String host, int inARow) {}

    private DomainView own(Caller by, String host) {
        by.requireStaff();
        DomainView domain = domains.get(by, host);
        if (domain.kind() != DomainKind.OWN || domain.releasedAt() != null)
            throw new Conflict("not-an-own-domain", host + " is no customer's own domain");
        return domain;
    }

    private @Nullable AutomaticDomain row(DomainView domain) {
        return entities.find(AutomaticDomain.class, domain.host().value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** What was kept for another tenant is nobody's business. */
    private static @Nullable AutomaticDomain theirs(@Nullable AutomaticDomain row, DomainView domain) {
        return row == null || !row.tenant().equals(domain.tenant()) ? null : row;
    }

    private AutomaticView view(@Nullable AutomaticDomain row, List<CertificateView> all) {
        RenewalPlan.Facts facts = new RenewalPlan.Facts(
                all,
                row == null ? new KnownRenewalWindow("", null, null) : row.window(),
                row == null ? null : row.standsFor(),
                row == null ? null : row.obtainedAt(),
                clock.instant());
        Optional<CertificateView> held = facts.held(c -> true);
        RenewalPlan plan = RenewalPlan.of(facts);
        return new AutomaticView(
                standing(row, facts, held),
                row == null ? null : row.row(),
                held.map(CertificateView::notAfter).orElse(null),
                plan.held() != null
                        ? facts.renewal(plan.held())
                        : plan.act() == RenewalPlan.Act.REST ? plan.until() : null);
    }

    private AutomaticView.Standing standing(
            @Nullable AutomaticDomain row, RenewalPlan.Facts facts, Optional<CertificateView> held) {
        if (settings.directory().isEmpty()) return AutomaticView.Standing.SWITCHED_OFF;
        if (row == null || !row.allowed()) return AutomaticView.Standing.NOT_ALLOWED;
        return switch (row.row().phase()) {
            case WAITING_DNS -> AutomaticView.Standing.WAITING_DNS;
            case ORDERED, OFFERED, CHECKING, FINISHING -> AutomaticView.Standing.ORDERING;
            case PROVING -> AutomaticView.Standing.PROVING;
            case FAILED -> AutomaticView.Standing.FAILED;
            case RESTING -> resting(facts, held);
        };
    }

    private static AutomaticView.Standing resting(RenewalPlan.Facts facts, Optional<CertificateView> held) {
        boolean serving = facts.active().filter(c -> c.source() == Source.ACME).isPresent();
        if (serving) return AutomaticView.Standing.SERVING;
        if (held.isPresent()) return AutomaticView.Standing.READY;
        return facts.active().isPresent() ? AutomaticView.Standing.RESTING : AutomaticView.Standing.ORDERING;
    }

    private void note(Caller by, DomainView domain, String event) {
        history.record(domain.host(), domain.tenant(), by.actor(), event, "");
        audit.record(
                by.actor(),
                domain.tenant().value(),
                "domain-" + event,
                domain.host().value(),
                "");
    }
}
