package de.hypersoft.esolutions.certificates;

import de.hypersoft.esolutions.certificates.check.CertificateFacts;
import de.hypersoft.esolutions.hostnames.DomainKind;
import de.hypersoft.esolutions.hostnames.DomainView;
import de.hypersoft.esolutions.hostnames.HostCertificates;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.hostnames.ManageDomains;
import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The way from a domain that was registered later to a certificate of the same customer that is served already and
 * covers it: hosting staff use it with one act, without a file. It never happens by itself.
 */
@ApplicationScoped
@Transactional
public class ServedElsewhere {

    private final Certificates certificates;
    private final ManageDomains domains;
    private final HostCertificates hosts;
    private final ShareCertificate sharing;
    private final Clock clock;

    @Inject
    ServedElsewhere(
            Certificates certificates,
            ManageDomains domains,
            HostCertificates hosts,
            ShareCertificate sharing,
            Clock clock) {
        this.certificates = certificates;
        this.domains = domains;
        this.hosts = hosts;
        this.sharing = sharing;
        this.clock = clock;
    }

    /**
     * @param certificate as the first of the hosts has it
     * @param hosts all that are served with it, by name
     */
    public record Covering(CertificateView certificate, List<HostName> hosts) {
        public Covering {
            hosts = List.copyOf(hosts);
        }
    }

    /** What covers the host and ends later than what it is served with now; the one that ends last comes first. */
    public List<Covering> of(Caller by, String host) {
        by.requireStaff();
        DomainView domain = domains.get(by, host);
        if (domain.kind() != DomainKind.OWN || domain.releasedAt() != null) return List.of();
        List<HostName> others = hosts.ownOf(domain.tenant()).stream()
                .map(DomainView::host)
                .filter(other -> !other.equals(domain.host()))
                .toList();
        List<String> served = certificates.of(domain.host()).stream()
                .filter(c -> c.state().served())
                .map(Certificate::sha256)
                .toList();
        Map<String, List<CertificateView>> bySha = certificates.in(List.of(CertificateState.ACTIVE), others).stream()
                .map(Certificate::view)
                .filter(c -> c.tenant().equals(domain.tenant()) && c.keyKept() && !c.ended(clock.instant()))
                .filter(c -> CertificateFacts.covers(c.names(), domain.host().value()))
                .filter(c -> endsLater(c, domain.certificateUntil()) && !served.contains(c.sha256()))
                .collect(Collectors.groupingBy(CertificateView::sha256, LinkedHashMap::new, Collectors.toList()));
        return bySha.values().stream()
                .map(same -> new Covering(
                        same.get(0), same.stream().map(CertificateView::host).toList()))
                .sorted(Comparator.comparing((Covering c) -> c.certificate().notAfter())
                        .reversed())
                .toList();
    }

    /**
     * Activates it for this host as well; a handshake has to show it as any other.
     *
     * @param id of a certificate of another host, as {@link #of} named it
     */
    @RetryOnConflict
    public void use(Caller by, String host, UUID id) {
        by.requireStaff();
        hosts.lock(HostName.parse(host));
        CertificateView chosen = of(by, host).stream()
                .map(Covering::certificate)
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Conflict(
                        "certificate-not-for-host", "certificate " + id + " is not for " + host, Map.of("host", host)));
        sharing.copy(by, chosen, HostName.parse(host));
    }

    private static boolean endsLater(CertificateView certificate, @Nullable Instant until) {
        return until == null || certificate.notAfter().isAfter(until);
    }
}
