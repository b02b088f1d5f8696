package de.hypersoft.esolutions.certificates;

import de.hypersoft.esolutions.certificates.check.CertificateFacts;
import de.hypersoft.esolutions.certificates.check.PfxCheck;
import de.hypersoft.esolutions.certificates.check.PfxReport;
import de.hypersoft.esolutions.certificates.check.PublicRoots;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.kernel.audit.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The door for certificates that this server obtained itself: the same checks as for an upload, the same shelf, the same
 * proof by our own handshake, the same way back.
 */
@ApplicationScoped
@Transactional
public class IssuedCertificates {

    private final Certificates certificates;
    private final StageCertificate staging;
    private final ManageCertificates manageCertificates;
    private final ProveCertificate proofs;
    private final PublicRoots roots;

    @Inject
    IssuedCertificates(
            Certificates certificates,
            StageCertificate staging,
            ManageCertificates manageCertificates,
            ProveCertificate proofs,
            PublicRoots roots) {
        this.certificates = certificates;
        this.staging = staging;
        this.manageCertificates = manageCertificates;
        this.proofs = proofs;
        this.roots = roots;
    }

    /** @param staged null when the report refuses it */
    public record Outcome(PfxReport report, @Nullable UUID staged) {}

    /** Newest first, with all that ever were. */
    public List<CertificateView> of(HostName host) {
        return certificates.of(host).stream().map(Certificate::view).toList();
    }

    /** As it was issued, leaf first. */
    public List<X509Certificate> chain(UUID id) {
        return CertificateFacts.chain(certificates.get(id).chainPem());
    }

    /** @param chain leaf first, as the authority handed it out for this key */
    public Outcome take(HostName host, List<X509Certificate> chain, PrivateKey key) {
        PfxCheck.Result checked = PfxCheck.issued(chain, key, staging.context(host), roots);
        if (checked.key() == null) return new Outcome(checked.report(), null);
        return new Outcome(checked.report(), staging.stage(Actor.SYSTEM, host.value(), Source.ACME, checked));
    }

    /** No handshake has shown it for long, nor said why: it is given up as one that failed. */
    public void unproven(UUID id) {
        proofs.failed(id, "handshake-timeout");
    }

    /** From now on it has to prove itself; the one before is served until then. */
    public void activate(HostName host, UUID id) {
        manageCertificates.activate(host, id);
    }
}
