package de.hypersoft.esolutions.certificates;

import de.hypersoft.esolutions.hostnames.DomainHistory;
import de.hypersoft.esolutions.hostnames.HostCertificate;
import de.hypersoft.esolutions.hostnames.HostCertificates;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * A real handshake against ourselves decides whether an activated certificate stays. Told by whoever shook hands; told
 * twice, or too late, nothing changes.
 */
@ApplicationScoped
@Transactional
public class ProveCertificate {

    private final Certificates certificates;
    private final HostCertificates hosts;
    private final DomainHistory history;
    private final Clock clock;

    @Inject
    ProveCertificate(Certificates certificates, HostCertificates hosts, DomainHistory history, Clock clock) {
        this.certificates = certificates;
        this.hosts = hosts;
        this.history = history;
        this.clock = clock;
    }

    /** The handshake showed it: it is the active one, and the one before retires. */
    @RetryOnConflict
    public void proven(UUID id) {
        proving(id).ifPresent(candidate -> {
            certificates.in(CertificateState.ACTIVE, candidate.host()).ifPresent(old -> old.retire(clock.instant()));
            candidate.proven(clock.instant());
            hosts.moved(candidate.host(), HostCertificate.ACTIVE, "", candidate.notAfter());
            note(candidate, "certificate-active", candidate.serial());
        });
    }

    /**
     * The handshake did not show it; the one before, if there is one, is served on.
     *
     * @param reason a stable code: handshake-timeout, handshake-refused, handshake-other-certificate
     */
    @RetryOnConflict
    public void failed(UUID id, String reason) {
        proving(id).ifPresent(candidate -> {
            candidate.failed(reason, clock.instant());
            Optional<Certificate> old = certificates.in(CertificateState.ACTIVE, candidate.host());
            hosts.moved(
                    candidate.host(),
                    old.isPresent() ? HostCertificate.ACTIVE : HostCertificate.FAILED,
                    reason,
                    old.map(Certificate::notAfter).orElse(null));
            note(candidate, "certificate-failed", reason);
        });
    }

    private Optional<Certificate> proving(UUID id) {
        Optional<Certificate> found = certificates.find(id);
        found.ifPresent(certificate -> hosts.lock(certificate.host()));
        found.ifPresent(certificates::lock);
        return found.filter(certificate -> certificate.state() == CertificateState.PROVING);
    }

    private void note(Certificate certificate, String event, String detail) {
        history.record(certificate.host(), certificate.tenant(), Actor.SYSTEM, event, detail);
        certificates.changed(certificate.host());
    }
}
