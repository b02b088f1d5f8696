package de.hypersoft.esolutions.certificates.request;

import de.hypersoft.esolutions.certificates.keys.KeyVault;
import de.hypersoft.esolutions.certificates.keys.Secrets;
import de.hypersoft.esolutions.certificates.pfx.PfxContext;
import de.hypersoft.esolutions.hostnames.DomainHistory;
import de.hypersoft.esolutions.hostnames.DomainView;
import de.hypersoft.esolutions.hostnames.HostCertificates;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.hostnames.ManageDomains;
import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.LoggableCause;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests that wait for their certificates: staff look at them and discard them, an upload finds its key in them. */
@ApplicationScoped
@Transactional
public class SigningRequests {

    private static final Logger LOG = LoggerFactory.getLogger(SigningRequests.class);
    private static final int MOST_WAITING = 5;

    private final EntityManager entities;
    private final ManageDomains domains;
    private final HostCertificates hosts;
    private final DomainHistory history;
    private final Secrets secrets;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public SigningRequests(
            EntityManager entities,
            ManageDomains domains,
            HostCertificates hosts,
            DomainHistory history,
            Secrets secrets,
            Audit audit,
            Clock clock) {
        this.entities = entities;
        this.domains = domains;
        this.hosts = hosts;
        this.history = history;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those of a host that still wait, newest first. */
    public List<SigningRequestView> of(Caller by, String host) {
        by.requireStaff();
        return waiting(domains.get(by, host)).map(SigningRequest::view).toList();
    }

    public SigningRequestView get(Caller by, String host, UUID id) {
        by.requireStaff();
        return mine(domains.get(by, host), id).view();
    }

    /** Its key is destroyed; a certificate that was issued for it can be served no more. */
    public void discard(Caller by, String host, UUID id) {
        by.requireStaff();
        DomainView domain = hosts.lock(HostName.parse(host));
        forget(mine(domain, id));
        note(by, domain, "certificate-request-discarded");
    }

    /** Destroys the keys of requests whose term is over; returns of how many. */
    public int sweep(int limit) {
        List<SigningRequest> over = entities.createQuery(
                        "select r from SigningRequest r where r.endsAt <= :now order by r.endsAt", SigningRequest.class)
                .setParameter("now", clock.instant())
                .setMaxResults(limit)
                .getResultList();
        for (SigningRequest request : over) {
            history.record(request.host(), request.tenant(), Actor.SYSTEM, "certificate-request-ended", "");
            forget(request);
        }
        return over.size();
    }

    /** What a request from here asks for: the host, and its other name when that is registered too. */
    public List<String> namesFor(Caller by, String host) {
        by.requireStaff();
        DomainView domain = hosts.lock(HostName.parse(host));
        if (waiting(domain).count() >= MOST_WAITING)
            throw new Conflict(
                    "signing-requests-many",
                    MOST_WAITING + " requests for " + host + " wait already",
                    Map.of("most", MOST_WAITING));
        HostName other = hosts.counterpart(domain);
        return other == null
                ? List.of(domain.host().value())
                : List.of(domain.host().value(), other.value());
    }

    public UUID keep(Caller by, String host, RequestedKey kind, KeyPair keys, String pem) {
        DomainView domain = hosts.lock(HostName.parse(host));
        SigningRequest made = new SigningRequest(domain.tenant(), domain.host(), kind, pem, by.name(), clock.instant());
        byte[] pkcs8 = keys.getPrivate().getEncoded();
        secrets.keep(made.secret(), pkcs8);
        Arrays.fill(pkcs8, (byte) 0);
        entities.persist(made);
        note(by, domain, "certificate-requested");
        return made.view().id();
    }

    /** The keys that wait, to be held against an upload for this host. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<PfxContext.Kept> kept(DomainView domain) {
        return waiting(domain)
                .flatMap(request -> secrets.toBeOpened(request.secret()).stream()
                        .map(pkcs8 -> new PfxContext.Kept("", request.publicKey(), () -> opened(request, pkcs8))))
                .toList();
    }

    /** The certificate is here and has the key now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void fulfilled(DomainView domain, PublicKey certified) {
        waiting(domain)
                .filter(request -> request.publicKey().equals(certified))
                .toList()
                .forEach(this::forget);
    }

    /** With the host itself. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forgetAll(HostName host) {
        entities.createQuery("select r from SigningRequest r where r.host = :host", SigningRequest.class)
                .setParameter("host", host.value())
                .getResultList()
                .forEach(this::forget);
    }

    private static Optional<PrivateKey> opened(SigningRequest request, Supplier<byte[]> sealed) {
        try {
            byte[] pkcs8 = sealed.get();
            PrivateKey key = KeyFactory.getInstance(request.publicKey().getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            Arrays.fill(pkcs8, (byte) 0);
            return Optional.of(key);
        } catch (KeyVault.UnknownKey | KeyVault.KeyFileAway | KeyVault.BrokenEnvelope | GeneralSecurityException e) {
            LOG.warn("the key of a request for {} does not open: {}", request.host(), LoggableCause.of(e));
            return Optional.empty();
        }
    }

    private Stream<SigningRequest> waiting(DomainView domain) {
        Instant now = clock.instant();
        return entities
                .createQuery(
                        "select r from SigningRequest r where r.host = :host and r.tenant = :tenant"
                                + " and r.endsAt > :now order by r.id desc",
                        SigningRequest.class)
                .setParameter("host", domain.host().value())
                .setParameter("tenant", domain.tenant().value())
                .setParameter("now", now)
                .getResultList()
                .stream();
    }

    private SigningRequest mine(DomainView domain, UUID id) {
        return waiting(domain)
                .filter(request -> request.view().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("unknown-signing-request", "there is no request " + id));
    }

    private void forget(SigningRequest request) {
        secrets.forget(request.secret());
        entities.remove(request);
    }

    private void note(Caller by, DomainView domain, String event) {
        history.record(domain.host(), domain.tenant(), by.actor(), event, "");
        audit.record(by.actor(), domain.tenant().value(), event, domain.host().value(), "");
    }
}
