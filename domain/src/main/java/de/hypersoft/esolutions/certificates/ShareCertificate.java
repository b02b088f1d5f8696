package de.hypersoft.esolutions.certificates;

import de.hypersoft.esolutions.certificates.check.CertificateFacts;
import de.hypersoft.esolutions.certificates.check.PfxCheck;
import de.hypersoft.esolutions.certificates.keys.KeyVault;
import de.hypersoft.esolutions.certificates.keys.StoredKey;
import de.hypersoft.esolutions.hostnames.DomainHistory;
import de.hypersoft.esolutions.hostnames.DomainView;
import de.hypersoft.esolutions.hostnames.HostCertificates;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One file often covers more than one domain of a customer: what was checked for one of them is activated for all that
 * staff tick, in one transaction. Each host gets a row of its own, with the key sealed for it, and is renewed, rolled
 * back and released on its own from then on.
 */
@ApplicationScoped
@Transactional
public class ShareCertificate {

    private final Certificates certificates;
    private final ManageCertificates manageCertificates;
    private final StageCertificate staging;
    private final HostCertificates hosts;
    private final KeyVault vault;
    private final DomainHistory history;
    private final Audit audit;

    @Inject
    ShareCertificate(
            Certificates certificates,
            ManageCertificates manageCertificates,
            StageCertificate staging,
            HostCertificates hosts,
            KeyVault vault,
            DomainHistory history,
            Audit audit) {
        this.certificates = certificates;
        this.manageCertificates = manageCertificates;
        this.staging = staging;
        this.hosts = hosts;
        this.vault = vault;
        this.history = history;
        this.audit = audit;
    }

    /**
     * @param until when what the host is served with now ends; null while there is nothing
     * @param same what it is served with now is what the uploading host is served with
     * @param better the host has nothing, or something that ends earlier
     */
    public record Offer(HostName host, @Nullable Instant until, boolean same, boolean better) {

        /** Whether it is ticked beforehand: whoever renews a certificate renews it wherever it is served. */
        public boolean ticked() {
            return same || better;
        }
    }

    /**
     * Further proven domains of the same customer that the certificate covers and that are not served with it yet, but
     * for those where an upload waits: sharing would replace what somebody has just chosen for them.
     */
    public List<Offer> offers(Caller by, String host, UUID id) {
        CertificateView it = mine(by, host, id);
        Set<HostName> sharers = sharers(it);
        List<DomainView> covered = covered(it);
        Set<HostName> chosen = waiting(covered.stream().map(DomainView::host).toList());
        return covered.stream()
                .filter(other -> other.proof() == null && !chosen.contains(other.host()))
                .map(other -> new Offer(
                        other.host(),
                        other.certificateUntil(),
                        sharers.contains(other.host()),
                        endsBefore(it, other.certificateUntil())))
                .toList();
    }

    /** Those where an upload waits to be activated or discarded. */
    private Set<HostName> waiting(List<HostName> those) {
        return certificates.in(List.of(CertificateState.STAGED), those).stream()
                .filter(c -> c.source() == Source.UPLOAD)
                .map(Certificate::host)
                .collect(Collectors.toSet());
    }

    /** Domains that share what the host is served with now and that this one does not cover: they stay on the old one. */
    public List<HostName> leftBehind(Caller by, String host, UUID id) {
        CertificateView it = mine(by, host, id);
        return sharers(it).stream()
                .filter(other -> !CertificateFacts.covers(it.names(), other.value()))
                .sorted(Comparator.comparing(HostName::value))
                .toList();
    }

    /** Others that are served with the very certificate that its host is served with now. */
    private Set<HostName> sharers(CertificateView it) {
        Optional<Certificate> now = certificates.in(CertificateState.ACTIVE, it.host());
        if (now.isEmpty()) return Set.of();
        List<HostName> others = hosts.ownOf(it.tenant()).stream()
                .map(DomainView::host)
                .filter(other -> !other.equals(it.host()))
                .toList();
        return certificates.in(List.of(CertificateState.ACTIVE), others).stream()
                .filter(c -> c.tenant().equals(it.tenant())
                        && c.sha256().equals(now.get().sha256()))
                .map(Certificate::host)
                .collect(Collectors.toSet());
    }

    private List<DomainView> covered(CertificateView it) {
        return hosts.ownOf(it.tenant()).stream()
                .filter(other -> !other.host().equals(it.host())
                        && CertificateFacts.covers(it.names(), other.host().value())
                        && !isServedWith(it, other.host()))
                .toList();
    }

    /**
     * As {@link ManageCertificates#activate}, for all of these hosts or for none.
     *
     * @param also of those that were offered
     */
    @RetryOnConflict
    public void activate(Caller by, String host, UUID id, Collection<String> also) {
        manageCertificates.activate(by, host, id);
        share(by, host, id, also);
    }

    /** The same for one that is served already. @throws Conflict {@code other-upload-waits}, among others */
    @RetryOnConflict
    public void share(Caller by, String host, UUID id, Collection<String> also) {
        by.requireStaff();
        CertificateView it = mine(by, host, id);
        if (!it.state().served())
            throw new Conflict("certificate-not-activatable", "certificate " + id + " is " + it.state());
        List<String> those =
                covered(it).stream().map(other -> other.host().value()).toList();
        for (String other : new TreeSet<>(also)) {
            if (!those.contains(other))
                throw new Conflict(
                        "certificate-not-for-host",
                        "certificate " + id + " is not for " + other,
                        Map.of("host", other));
            copy(by, it, HostName.parse(other));
        }
    }

    /** For a caller that knows already that it is served, covers the other host and is not served there. */
    void copy(Caller by, CertificateView it, HostName other) {
        if (!waiting(List.of(other)).isEmpty())
            throw new Conflict(
                    "other-upload-waits", "another upload waits for " + other, Map.of("host", other.value()));
        manageCertificates.activate(by, other.value(), copied(by, it, other));
    }

    private UUID copied(Caller by, CertificateView it, HostName other) {
        audit.record(by.actor(), it.tenant().value(), "certificate-shared", other.value(), "from " + it.host());
        history.record(
                other, it.tenant(), by.actor(), "certificate-shared", it.host().value());
        Certificate from = certificates.get(it.id());
        PfxCheck.Result checked = new PfxCheck.Result(
                manageCertificates.report(by, it.host().value(), it.id()),
                CertificateFacts.chain(from.chainPem()),
                StoredKey.open(from, vault));
        return staging.stage(by, other.value(), it.source(), checked);
    }

    private boolean isServedWith(CertificateView it, HostName other) {
        return certificates.of(other).stream()
                .anyMatch(c -> c.sha256().equals(it.sha256()) && c.state().served());
    }

    private static boolean endsBefore(CertificateView it, @Nullable Instant until) {
        return until == null || until.isBefore(it.notAfter());
    }

    private CertificateView mine(Caller by, String host, UUID id) {
        return manageCertificates.of(by, host).stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("unknown-certificate", "there is no certificate " + id));
    }
}
