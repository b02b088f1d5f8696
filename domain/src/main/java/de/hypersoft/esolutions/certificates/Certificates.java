package de.hypersoft.esolutions.certificates;

import de.hypersoft.esolutions.certificates.check.CertificateFacts;
import de.hypersoft.esolutions.certificates.serving.CertificatesChanged;
import de.hypersoft.esolutions.certificates.serving.ChangeRow;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.database.ClusterLock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All certificates, and the log of what is to be served otherwise. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class Certificates {

    private final EntityManager entities;
    private final ClusterLock clusterLock;
    private final Event<CertificatesChanged> changes;
    private final Clock clock;

    @Inject
    Certificates(EntityManager entities, ClusterLock clusterLock, Event<CertificatesChanged> changes, Clock clock) {
        this.entities = entities;
        this.clusterLock = clusterLock;
        this.changes = changes;
        this.clock = clock;
    }

    public void add(Certificate certificate) {
        entities.persist(certificate);
    }

    public Certificate get(UUID id) {
        Certificate found = entities.find(Certificate.class, id);
        if (found == null) throw new NotFound("unknown-certificate", "there is no certificate " + id);
        return found;
    }

    public Optional<Certificate> find(UUID id) {
        return Optional.ofNullable(entities.find(Certificate.class, id));
    }

    /** Kept from changing until the transaction ends. */
    public void lock(Certificate certificate) {
        entities.refresh(certificate, LockModeType.PESSIMISTIC_WRITE);
    }

    public Optional<Certificate> in(CertificateState state, HostName host) {
        return of(host).stream().filter(c -> c.state() == state).findFirst();
    }

    /** Newest first. */
    public List<Certificate> of(HostName host) {
        return entities.createQuery(
                        "select c from Certificate c where c.host = :host order by c.id desc", Certificate.class)
                .setParameter("host", host.value())
                .getResultList();
    }

    /** Of some hosts; by host, newest first. */
    public List<Certificate> in(Collection<CertificateState> states, Collection<HostName> hosts) {
        if (hosts.isEmpty()) return List.of();
        return entities.createQuery(
                        "select c from Certificate c where c.state in (:states) and c.host in (:hosts)"
                                + " order by c.host, c.id desc",
                        Certificate.class)
                .setParameter("states", states)
                .setParameter("hosts", hosts.stream().map(HostName::value).toList())
                .getResultList();
    }

    /** Issuers seen in the newest chains of all customers, each once. */
    public List<X509Certificate> intermediates() {
        return entities.createQuery("select c.chainPem from Certificate c order by c.id desc", String.class)
                .setMaxResults(500)
                .getResultStream()
                .flatMap(pem -> CertificateFacts.chain(pem).stream().skip(1))
                .distinct()
                .toList();
    }

    /** After this commit every node asks what the host is to be served with. Commits come in the order of their rows. */
    public void changed(HostName host) {
        clusterLock.await("certificate-change");
        entities.persist(new ChangeRow(host, clock.instant()));
        entities.flush();
        changes.fire(new CertificatesChanged(host.value()));
    }
}
