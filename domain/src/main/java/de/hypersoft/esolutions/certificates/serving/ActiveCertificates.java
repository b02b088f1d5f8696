package de.hypersoft.esolutions.certificates.serving;

import de.hypersoft.esolutions.certificates.Certificate;
import de.hypersoft.esolutions.certificates.CertificateState;
import de.hypersoft.esolutions.certificates.check.CertificateFacts;
import de.hypersoft.esolutions.certificates.keys.DamagedKeys;
import de.hypersoft.esolutions.certificates.keys.KeyFile;
import de.hypersoft.esolutions.certificates.keys.KeyVault;
import de.hypersoft.esolutions.kernel.database.Projection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each host is to be served with, with opened keys: for whoever feeds the server, and nobody else. A key that this
 * node cannot open leaves its host out; {@link KeyFile} or {@link DamagedKeys} tell of it.
 */
@ApplicationScoped
@Transactional
public class ActiveCertificates {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveCertificates.class);
    private static final List<CertificateState> SERVED = List.of(CertificateState.ACTIVE, CertificateState.PROVING);

    private final EntityManager entities;
    private final KeyVault vault;
    private final DamagedKeys damaged;

    @Inject
    public ActiveCertificates(EntityManager entities, KeyVault vault, DamagedKeys damaged) {
        this.entities = entities;
        this.vault = vault;
        this.damaged = damaged;
    }

    /** The number of the newest change; 0 before the first. Read it before the certificates, then nothing is missed. */
    public long latest() {
        Long seq = entities.createQuery("select max(c.seq) from ChangeRow c", Long.class)
                .getSingleResult();
        return seq == null ? 0 : seq;
    }

    /** Oldest first. */
    public List<Change> since(long seq, int limit) {
        return entities.createQuery(
                        Projection.of(Change.class, "c.seq, c.host")
                                + " from ChangeRow c where c.seq > :seq order by c.seq",
                        Change.class)
                .setParameter("seq", seq)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Empty when the host is not to be served with a certificate of its own. */
    public Optional<Served> of(String host) {
        return served(entities.createQuery(
                                "select c from Certificate c where c.host = :host and c.state in (:states)",
                                Certificate.class)
                        .setParameter("host", host)
                        .setParameter("states", SERVED)
                        .getResultList())
                .stream()
                .findFirst();
    }

    /** SHA-256 of the active certificate, without opening its key; empty when there is none. */
    public Set<String> expected(String host) {
        return Set.copyOf(entities.createQuery(
                        "select c.sha256 from Certificate c where c.host = :host and c.state = :state", String.class)
                .setParameter("host", host)
                .setParameter("state", CertificateState.ACTIVE)
                .getResultList());
    }

    /**
     * The leaf each host is to be served with, without opening a key.
     *
     * @return SHA-256 of the active certificate by host; an empty set for a host whose first one is still to be proven
     */
    public Map<String, Set<String>> expected() {
        Map<String, Set<String>> byHost = new HashMap<>();
        entities.createQuery(
                        Projection.of(Expected.class, "c.host, c.sha256, c.state")
                                + " from Certificate c where c.state in (:states)",
                        Expected.class)
                .setParameter("states", SERVED)
                .getResultStream()
                .forEach(leaf -> byHost.merge(
                        leaf.host(),
                        leaf.state() == CertificateState.ACTIVE ? Set.of(leaf.sha256()) : Set.of(),
                        (one, other) -> one.isEmpty() ? other : one));
        return byHost;
    }

    private record Expected(String host, String sha256, CertificateState state) {}

    /** Hosts where a handshake has still to show something. */
    public Set<String> proving() {
        return Set.copyOf(
                entities.createQuery("select distinct c.host from Certificate c where c.state = :state", String.class)
                        .setParameter("state", CertificateState.PROVING)
                        .getResultList());
    }

    /** By host. @param after the last host of the page before, empty for the first */
    public List<Served> page(String after, int limit) {
        List<String> hosts = entities.createQuery(
                        "select distinct c.host from Certificate c where c.host > :after and c.state in (:states)"
                                + " order by c.host",
                        String.class)
                .setParameter("after", after)
                .setParameter("states", SERVED)
                .setMaxResults(limit)
                .getResultList();
        if (hosts.isEmpty()) return List.of();
        return served(entities.createQuery(
                        "select c from Certificate c where c.host in (:hosts) and c.state in (:states) order by c.host",
                        Certificate.class)
                .setParameter("hosts", hosts)
                .setParameter("states", SERVED)
                .getResultList());
    }

    private List<Served> served(List<Certificate> rows) {
        Map<String, Served> byHost = new LinkedHashMap<>();
        for (Certificate row : rows) {
            Leaf leaf = opened(row);
            Served known = byHost.getOrDefault(
                    row.host().value(),
                    new Served(row.host().value(), row.tenant().value(), null, null));
            byHost.put(
                    known.host(),
                    row.state() == CertificateState.ACTIVE
                            ? new Served(known.host(), known.tenant(), leaf, known.candidate())
                            : new Served(known.host(), known.tenant(), known.current(), leaf));
        }
        List<Served> complete = new ArrayList<>(byHost.values());
        complete.removeIf(served -> served.current() == null && served.candidate() == null);
        return complete;
    }

    private @Nullable Leaf opened(Certificate row) {
        try {
            List<X509Certificate> chain = CertificateFacts.chain(row.chainPem());
            return new Leaf(row.id(), row.sha256(), row.serial(), row.notAfter(), chain, row.key(vault));
        } catch (KeyVault.UnknownKey | KeyVault.KeyFileAway away) {
            LOG.debug("certificate {} of {} waits for the key file", row.id(), row.host());
            return null;
        } catch (KeyVault.BrokenEnvelope | IllegalStateException | GeneralSecurityException e) {
            damaged.found(row, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** A host is to be asked for again. */
    public record Change(long seq, String host) {}

    /**
     * @param current what is served; null while the first one is still to be proven
     * @param candidate what a handshake has to show before it becomes the current one; mostly null
     */
    public record Served(
            String host,
            UUID tenant,
            @Nullable Leaf current,
            @Nullable Leaf candidate) {}

    /** A chain, leaf first, with its key. */
    public record Leaf(
            UUID id, String sha256, String serial, Instant notAfter, List<X509Certificate> chain, PrivateKey key) {
        @Override
        public String toString() {
            return "Leaf[" + id + "]"; // a key is shown nowhere
        }
    }
}
