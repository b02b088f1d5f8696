package de.hypersoft.esolutions.certificates;

import de.hypersoft.esolutions.certificates.check.PfxReport;
import de.hypersoft.esolutions.certificates.keys.KeyVault;
import de.hypersoft.esolutions.certificates.keys.StoredKey;
import de.hypersoft.esolutions.certificates.request.SigningRequests;
import de.hypersoft.esolutions.hostnames.DomainHistory;
import de.hypersoft.esolutions.hostnames.DomainView;
import de.hypersoft.esolutions.hostnames.HostCertificate;
import de.hypersoft.esolutions.hostnames.HostCertificates;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.hostnames.ManageDomains;
import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where hosting staff activate, roll back, throw away and give up certificates; managers look at their own. */
@ApplicationScoped
@Transactional
public class ManageCertificates {

    private static final List<CertificateState> LIVING = List.of(
            CertificateState.STAGED, CertificateState.PROVING, CertificateState.ACTIVE, CertificateState.FAILED);

    private final Certificates certificates;
    private final ManageDomains domains;
    private final HostCertificates hosts;
    private final SigningRequests requests;
    private final DomainHistory history;
    private final Audit audit;
    private final KeyVault vault;
    private final Clock clock;

    @Inject
    ManageCertificates(
            Certificates certificates,
            ManageDomains domains,
            HostCertificates hosts,
            SigningRequests requests,
            DomainHistory history,
            Audit audit,
            KeyVault vault,
            Clock clock) {
        this.certificates = certificates;
        this.domains = domains;
        this.hosts = hosts;
        this.requests = requests;
        this.history = history;
        this.audit = audit;
        this.vault = vault;
        this.clock = clock;
    }

    /** Newest first, with all that ever were. */
    public List<CertificateView> of(Caller by, String host) {
        DomainView domain = domains.get(by, host);
        return certificates.of(domain.host()).stream()
                .filter(c -> c.tenant().equals(domain.tenant()))
                .map(Certificate::view)
                .toList();
    }

    /** What was found when it was checked. */
    public PfxReport report(Caller by, String host, UUID id) {
        return Json.read(mine(domains.get(by, host), id).report(), PfxReport.class);
    }

    /** Those that are served or wait, of every host the caller sees. */
    public List<CertificateView> living(Caller by) {
        Map<HostName, TenantId> theirs =
                domains.list(by).stream().collect(Collectors.toMap(DomainView::host, DomainView::tenant));
        return certificates.in(LIVING, theirs.keySet()).stream()
                .map(Certificate::view)
                .filter(c -> c.tenant().equals(theirs.get(c.host())))
                .toList();
    }

    /** As above, of some hosts. */
    public List<CertificateView> living(Caller by, Set<HostName> hosts) {
        return certificates.in(LIVING, hosts).stream()
                .map(Certificate::view)
                .filter(c -> by.sees(c.tenant()))
                .toList();
    }

    /**
     * Serves it as soon as a handshake has shown it; until then the one before is served on. Also the way back to a
     * retired one.
     */
    @RetryOnConflict
    public void activate(Caller by, String host, UUID id) {
        by.requireStaff();
        activate(by.actor(), hosts.lock(HostName.parse(host)), id);
    }

    /** As above, by the server itself: an automatic certificate takes over. */
    @RetryOnConflict
    public void activate(HostName host, UUID id) {
        activate(Actor.SYSTEM, hosts.lock(host), id);
    }

    private void activate(Actor by, DomainView domain, UUID id) {
        if (domain.proof() != null)
            throw new Conflict("domain-unproven", domain.host() + " is not yet proven to be the customer's");
        Certificate chosen = mine(domain, id);
        boolean back = chosen.state() == CertificateState.RETIRED;
        chosen.activate(clock.instant());
        StoredKey.open(chosen, vault); // or its proof would never end
        certificates.of(domain.host()).stream()
                .filter(c -> c.state() == CertificateState.PROVING && !c.id().equals(id))
                .forEach(other -> other.standBack(clock.instant()));
        hosts.moved(
                domain.host(),
                domain.certificateUntil() == null ? HostCertificate.PROVING : HostCertificate.ACTIVE,
                "",
                domain.certificateUntil());
        note(by, chosen, back ? "certificate-rolled-back" : "certificate-activated");
        certificates.changed(domain.host());
    }

    /** Throws away one that is not served; its key is destroyed. */
    @RetryOnConflict
    public void discard(Caller by, String host, UUID id) {
        by.requireStaff();
        DomainView domain = hosts.lock(HostName.parse(host));
        Certificate chosen = mine(domain, id);
        if (chosen.state().served()) throw new Conflict("certificate-served", "certificate " + id + " is served");
        chosen.release(clock.instant());
        if (domain.certificateUntil() == null) hosts.moved(domain.host(), HostCertificate.NONE, "", null);
        note(by.actor(), chosen, "certificate-discarded");
    }

    /** Gives up the host with all its certificates; their keys are destroyed, nothing is served under it any more. */
    @RetryOnConflict
    public void release(Caller by, String host) {
        DomainView last = domains.release(by, host);
        for (Certificate certificate : certificates.of(last.host()))
            if (certificate.state() != CertificateState.RELEASED) certificate.release(clock.instant());
        requests.forgetAll(last.host());
        certificates.changed(last.host());
    }

    private Certificate mine(DomainView domain, UUID id) {
        Certificate found = certificates.get(id);
        if (!found.host().equals(domain.host()) || !found.tenant().equals(domain.tenant()))
            throw new NotFound("unknown-certificate", "there is no certificate " + id);
        return found;
    }

    private void note(Actor by, Certificate certificate, String event) {
        history.record(certificate.host(), certificate.tenant(), by, event, certificate.serial());
        audit.record(
                by, certificate.tenant().value(), event, certificate.host().value(), "serial " + certificate.serial());
    }
}
