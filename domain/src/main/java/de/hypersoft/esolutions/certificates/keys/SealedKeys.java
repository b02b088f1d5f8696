package de.hypersoft.esolutions.certificates.keys;

import de.hypersoft.esolutions.certificates.Certificate;
import de.hypersoft.esolutions.certificates.CertificateState;
import de.hypersoft.esolutions.kernel.database.Projection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The keys as they lie in the database: which can be opened here, and wrapping them anew after a new key was added. */
@ApplicationScoped
@Transactional
public class SealedKeys {

    private static final List<CertificateState> SERVED = List.of(CertificateState.ACTIVE, CertificateState.PROVING);

    private final EntityManager entities;
    private final KeyVault vault;
    private final Clock clock;

    @Inject
    public SealedKeys(EntityManager entities, KeyVault vault, Clock clock) {
        this.entities = entities;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * @param served certificates that are to be served
     * @param ended those of them that have ended
     * @param unopenable those of them whose key-encryption key is not in this node's file
     * @param aged all keys, served or not, that lie under an older key-encryption key than the newest
     */
    public record State(long served, long ended, long unopenable, long aged) {}

    public State state() {
        List<Under> byKek = entities.createQuery(
                        Projection.of(
                                        Under.class,
                                        "c.kekId, count(c), sum(case when c.state in (:served) then 1 else 0 end),"
                                                + " sum(case when c.state in (:served) and c.notAfter <= :now then 1 else 0 end)")
                                + " from Certificate c where c.kekId is not null group by c.kekId",
                        Under.class)
                .setParameter("now", clock.instant())
                .setParameter("served", SERVED)
                .getResultList();
        List<String> secrets = entities.createQuery("select s.kekId from SealedSecret s", String.class)
                .getResultList();
        Set<String> known = vault.keks();
        String newest = vault.newestKek();
        long served = 0;
        long ended = 0;
        long unopenable = 0;
        long aged = secrets.stream().filter(kek -> !kek.equals(newest)).count();
        for (Under under : byKek) {
            served += under.served();
            ended += under.ended();
            if (!known.contains(under.kek())) unopenable += under.served();
            if (!newest.equals(under.kek())) aged += under.all();
        }
        return new State(served, ended, unopenable, aged);
    }

    /** Certificates whose keys lie under one key-encryption key. */
    private record Under(String kek, long all, long served, long ended) {}

    /**
     * Wraps up to {@code limit} keys under the newest key-encryption key; the keys themselves are not opened. To be
     * repeated until it answers 0; then the older ones may be taken out of the file. Keys that this node cannot open are
     * left to those that can.
     *
     * @return how many were wrapped
     */
    public int rewrap(int limit) {
        String newest = vault.newestKek();
        List<UUID> old = entities.createQuery(
                        "select c.id from Certificate c where c.kekId <> :newest and c.kekId in (:known)"
                                + " order by c.id",
                        UUID.class)
                .setParameter("newest", newest)
                .setParameter("known", vault.keks())
                .setMaxResults(limit)
                .getResultList();
        for (UUID id : old) entities.find(Certificate.class, id).rewrap(vault);
        return old.isEmpty() ? rewrapSecrets(newest, limit) : old.size();
    }

    private int rewrapSecrets(String newest, int limit) {
        List<SealedSecret> old = entities.createQuery(
                        "select s from SealedSecret s where s.kekId <> :newest and s.kekId in (:known) order by s.name",
                        SealedSecret.class)
                .setParameter("newest", newest)
                .setParameter("known", vault.keks())
                .setMaxResults(limit)
                .getResultList();
        old.forEach(secret -> secret.rewrap(vault));
        return old.size();
    }

    /** Destroys keys that nobody can go back to: of certificates that were replaced or failed and have ended. */
    public int sweep(int limit) {
        List<UUID> ended = entities.createQuery(
                        "select c.id from Certificate c where c.kekId is not null and c.notAfter <= :now"
                                + " and c.state in (:former) order by c.id",
                        UUID.class)
                .setParameter("now", clock.instant())
                .setParameter(
                        "former", List.of(CertificateState.RETIRED, CertificateState.FAILED, CertificateState.STAGED))
                .setMaxResults(limit)
                .getResultList();
        for (UUID id : ended) entities.find(Certificate.class, id).destroyKey();
        return ended.size();
    }
}
