package de.hypersoft.esolutions.certificates.keys;

import de.hypersoft.esolutions.kernel.SecretStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.function.Supplier;

/** Secrets kept in the database as the keys of certificates are: sealed, bound to their name, wrapped anew with them. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Secrets implements SecretStore {

    private final EntityManager entities;
    private final KeyVault vault;

    @Inject
    public Secrets(EntityManager entities, KeyVault vault) {
        this.entities = entities;
        this.vault = vault;
    }

    @Override
    public void keep(String name, byte[] secret) {
        SealedSecret known = entities.find(SealedSecret.class, name);
        if (known == null) entities.persist(new SealedSecret(name, secret, vault));
        else known.replace(secret, vault);
    }

    /**
     * @throws KeyVault.UnknownKey when this node's key file cannot open it
     * @throws KeyVault.BrokenEnvelope when it was changed
     */
    @Override
    public Optional<byte[]> open(String name) {
        return Optional.ofNullable(entities.find(SealedSecret.class, name)).map(secret -> secret.open(vault));
    }

    /** Read now and opened when it is asked for, in a transaction or not; that throws as {@link #open} does. */
    public Optional<Supplier<byte[]>> toBeOpened(String name) {
        return Optional.ofNullable(entities.find(SealedSecret.class, name)).map(secret -> () -> secret.open(vault));
    }

    @Override
    public void forget(String name) {
        SealedSecret known = entities.find(SealedSecret.class, name);
        if (known != null) entities.remove(known);
    }
}
