package de.hypersoft.esolutions.certificates;

import de.hypersoft.esolutions.certificates.check.CertificateFacts;
import de.hypersoft.esolutions.certificates.check.PfxCheck;
import de.hypersoft.esolutions.certificates.check.PfxReport;
import de.hypersoft.esolutions.certificates.keys.KeyVault;
import de.hypersoft.esolutions.certificates.pfx.Finding;
import de.hypersoft.esolutions.certificates.pfx.PfxContext;
import de.hypersoft.esolutions.certificates.request.SigningRequests;
import de.hypersoft.esolutions.hostnames.DomainHistory;
import de.hypersoft.esolutions.hostnames.DomainView;
import de.hypersoft.esolutions.hostnames.HostCertificate;
import de.hypersoft.esolutions.hostnames.HostCertificates;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.hostnames.ManageDomains;
import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.kernel.LoggableCause;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.text.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stored side of taking a certificate in: what it is held against before, and the staged row after. */
@ApplicationScoped
@Transactional
class StageCertificate {

    private static final Logger LOG = LoggerFactory.getLogger(StageCertificate.class);

    private final Certificates certificates;
    private final ManageDomains domains;
    private final HostCertificates hosts;
    private final SigningRequests requests;
    private final DomainHistory history;
    private final Audit audit;
    private final KeyVault vault;
    private final Clock clock;

    @Inject
    StageCertificate(
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

    public PfxContext context(Caller by, String host) {
        by.requireStaff();
        domains.get(by, host);
        return context(HostName.parse(host));
    }

    /** For what this server obtained itself. */
    public PfxContext context(HostName host) {
        DomainView domain = hosts.lock(host);
        return new PfxContext(
                domain.host(),
                hosts.counterpart(domain),
                certificates.intermediates(),
                Stream.concat(
                                certificates.of(domain.host()).stream()
                                        .filter(c -> c.view().keyKept())
                                        .map(this::kept),
                                requests.kept(domain).stream())
                        .toList(),
                domain.certificateUntil(),
                clock.instant());
    }

    private PfxContext.Kept kept(Certificate certificate) {
        return new PfxContext.Kept(
                certificate.sha256(),
                CertificateFacts.chain(certificate.chainPem()).get(0).getPublicKey(),
                () -> opened(certificate));
    }

    /** Empty when it is damaged, or the key file is not at hand: then it is as if it were not here. */
    private Optional<PrivateKey> opened(Certificate certificate) {
        try {
            return Optional.of(certificate.key(vault));
        } catch (KeyVault.UnknownKey | KeyVault.KeyFileAway | KeyVault.BrokenEnvelope | GeneralSecurityException e) {
            LOG.warn(
                    "the key of certificate {} of {} does not open: {}",
                    certificate.id(),
                    certificate.host(),
                    LoggableCause.of(e));
            return Optional.empty();
        }
    }

    public UUID stage(Caller by, String host, Source source, PfxCheck.Result checked) {
        UUID id = stage(by.actor(), host, source, checked);
        audit(by, host, "certificate-staged", id.toString());
        return id;
    }

    /** Of several staged ones only the newest stays. */
    public UUID stage(Actor by, String host, Source source, PfxCheck.Result checked) {
        DomainView domain = hosts.lock(HostName.parse(host));
        certificates.of(domain.host()).stream()
                .filter(c -> c.state() == CertificateState.STAGED && c.source() == source)
                .forEach(older -> older.release(clock.instant()));
        Certificate made = new Certificate(
                domain.tenant(),
                domain.host(),
                source,
                CertificateFacts.of(checked.chain()),
                Json.write(checked.report()),
                by.name(),
                clock.instant());
        seal(made, checked.key());
        certificates.add(made);
        requests.fulfilled(domain, checked.chain().get(0).getPublicKey());
        if (domain.certificateUntil() == null) hosts.moved(domain.host(), HostCertificate.STAGED, "", null);
        history.record(domain.host(), domain.tenant(), by, "certificate-staged", made.serial());
        return made.id();
    }

    public void refused(Caller by, String host, PfxReport report) {
        DomainView domain = domains.get(by, host);
        List<DomainHistory.Told> told = report.findings().stream()
                .filter(f -> f.kind().weight() == Finding.Weight.REFUSES)
                .map(f -> new DomainHistory.Told(f.kind().code(), f.facts()))
                .toList();
        history.record(domain.host(), domain.tenant(), by.actor(), "certificate-refused", told);
        audit(
                by,
                host,
                "certificate-refused",
                told.stream().map(DomainHistory.Told::code).collect(Collectors.joining(" ")));
    }

    private void seal(Certificate made, @Nullable PrivateKey key) {
        byte[] pkcs8 = key == null ? null : key.getEncoded();
        if (pkcs8 == null) throw new IllegalArgumentException("a certificate without its key is not staged");
        made.seal(vault, pkcs8);
        Arrays.fill(pkcs8, (byte) 0);
    }

    private void audit(Caller by, String host, String action, String detail) {
        DomainView domain = domains.get(by, host);
        audit.record(by.actor(), domain.tenant().value(), action, domain.host().value(), detail);
    }
}
