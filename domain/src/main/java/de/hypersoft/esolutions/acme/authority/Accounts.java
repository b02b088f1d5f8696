package de.hypersoft.esolutions.acme.authority;

import de.hypersoft.esolutions.certificates.keys.Secrets;
import de.hypersoft.esolutions.kernel.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;

/** The stored side of the accounts with authorities, one for each directory. */
@ApplicationScoped
@Transactional
public class Accounts {

    private final EntityManager entities;
    private final Secrets secrets;
    private final Clock clock;

    @Inject
    public Accounts(EntityManager entities, Secrets secrets, Clock clock) {
        this.entities = entities;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Makes its key the first time. Of two nodes that do so at once one fails, and finds the other's next time. */
    public SigningAccount of(String directory) {
        AcmeAccount known = entities.find(AcmeAccount.class, directory);
        if (known == null) return made(directory);
        byte[] key = secrets.open(known.secret())
                .orElseThrow(() -> new IllegalStateException("the key of the account with " + directory + " is gone"));
        return new SigningAccount(known.url(), KeyPairs.read(key));
    }

    public void registered(String directory, String url) {
        AcmeAccount known = entities.find(AcmeAccount.class, directory);
        if (known != null) known.registered(url, clock.instant());
    }

    public void unknown(String directory) {
        AcmeAccount known = entities.find(AcmeAccount.class, directory);
        if (known != null) known.unknown();
    }

    private SigningAccount made(String directory) {
        Instant now = clock.instant();
        AcmeAccount account = new AcmeAccount(directory, Uuid7.at(now), now);
        KeyPair keys = KeyPairs.fresh();
        entities.persist(account);
        secrets.keep(account.secret(), KeyPairs.written(keys));
        entities.flush();
        return new SigningAccount(null, keys);
    }
}
