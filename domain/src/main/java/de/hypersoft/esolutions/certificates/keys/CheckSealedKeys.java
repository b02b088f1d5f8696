package de.hypersoft.esolutions.certificates.keys;

import de.hypersoft.esolutions.certificates.Certificate;
import de.hypersoft.esolutions.certificates.check.CertificateFacts;
import de.hypersoft.esolutions.certificates.pfx.PfxEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens each stored key and secret once after the start, served or not, and signs with the keys: a damaged one is found
 * by us, and not by the next restart or by whoever wants to roll back to it. A copy on disk may have hidden it until
 * then.
 */
@ApplicationScoped
@Transactional
public class CheckSealedKeys {

    private static final Logger LOG = LoggerFactory.getLogger(CheckSealedKeys.class);

    private final EntityManager entities;
    private final KeyVault vault;
    private final DamagedKeys damaged;
    private UUID upTo = new UUID(0, 0);
    private String upToSecret = "";

    @Inject
    public CheckSealedKeys(EntityManager entities, KeyVault vault, DamagedKeys damaged) {
        this.entities = entities;
        this.vault = vault;
        this.damaged = damaged;
    }

    /**
     * Goes on where it was; waits while the key file is not whole.
     *
     * @return how many were opened; 0 when it is through
     */
    public synchronized int check(int limit) {
        if (vault.isLocked()) return 0;
        List<Certificate> next = entities.createQuery(
                        "select c from Certificate c where c.id > :upTo and c.kekId is not null order by c.id",
                        Certificate.class)
                .setParameter("upTo", upTo)
                .setMaxResults(limit)
                .getResultList();
        next.forEach(this::check);
        if (!next.isEmpty()) this.upTo = next.get(next.size() - 1).id();
        return next.isEmpty() ? checkSecrets(limit) : next.size();
    }

    /** Accounts with authorities, keys that wait for their certificate: whatever else is sealed. */
    private int checkSecrets(int limit) {
        List<SealedSecret> next = entities.createQuery(
                        "select s from SealedSecret s where s.name > :upTo order by s.name", SealedSecret.class)
                .setParameter("upTo", upToSecret)
                .setMaxResults(limit)
                .getResultList();
        next.forEach(this::check);
        if (!next.isEmpty()) this.upToSecret = next.get(next.size() - 1).name();
        else damaged.secrets().forEach(this::checkAgain);
        return next.size();
    }

    /** One that was damaged may have been replaced or thrown away. */
    private void checkAgain(String name) {
        SealedSecret secret = entities.find(SealedSecret.class, name);
        if (secret == null) damaged.opened(name);
        else check(secret);
    }

    private void check(SealedSecret secret) {
        try {
            Arrays.fill(secret.open(vault), (byte) 0);
            damaged.opened(secret.name());
        } catch (KeyVault.UnknownKey | KeyVault.KeyFileAway away) {
            LOG.debug("secret {} waits for the key file", secret.name()); // not the row's fault
        } catch (RuntimeException e) {
            damaged.found(secret.name(), String.valueOf(e.getMessage()));
        }
    }

    private void check(Certificate certificate) {
        try {
            PrivateKey key = certificate.key(vault);
            boolean fits = PfxEntry.pair(
                    key, CertificateFacts.chain(certificate.chainPem()).get(0).getPublicKey());
            if (fits) damaged.opened(certificate);
            else damaged.found(certificate, "it is not the key of the certificate");
        } catch (KeyVault.UnknownKey | KeyVault.KeyFileAway away) {
            LOG.debug("certificate {} waits for the key file", certificate.id()); // not the row's fault
        } catch (GeneralSecurityException | RuntimeException e) {
            damaged.found(certificate, String.valueOf(e.getMessage()));
        }
    }
}
