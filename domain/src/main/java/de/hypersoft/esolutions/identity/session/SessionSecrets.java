package de.hypersoft.esolutions.identity.session;

import de.hypersoft.esolutions.kernel.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * New secrets for sessions that are open, whenever they become good for more: a copy of the cookie that somebody took
 * before must not become good for more with them.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SessionSecrets {

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public SessionSecrets(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * The password was typed again. What other pages of this browser have under way still arrives with the secret before.
     *
     * @return empty when the session ended, or got a new secret from elsewhere meanwhile
     */
    public Optional<Secret> renew(String session) {
        Secret next = Secret.fresh();
        String own = Secret.hashOf(session);
        Instant now = clock.instant();
        int renewed = entities.createQuery("update PortalSession s set s.tokenHash = :next, s.formerHash = :own,"
                        + " s.renewedAt = :now, s.confirmedAt = :now where s.tokenHash = :own")
                .setParameter("next", next.hash())
                .setParameter("own", own)
                .setParameter("now", now)
                .executeUpdate();
        return renewed == 1 ? Optional.of(next) : Optional.empty();
    }

    /**
     * Whoever is signed in elsewhere, or knows the secret before, is out at once.
     *
     * @return of a session that has ended, one that opens nothing
     */
    public Secret alone(UUID user, String session) {
        Secret next = Secret.fresh();
        String own = Secret.hashOf(session);
        entities.createQuery("delete from PortalSession s where s.user = :user and s.tokenHash <> :keep")
                .setParameter("user", user)
                .setParameter("keep", own)
                .executeUpdate();
        entities.createQuery("update PortalSession s set s.tokenHash = :next, s.formerHash = null,"
                        + " s.formKey = :key, s.confirmedAt = :now where s.tokenHash = :own")
                .setParameter("next", next.hash())
                .setParameter("key", Secret.fresh().value())
                .setParameter("now", clock.instant())
                .setParameter("own", own)
                .executeUpdate();
        return next;
    }
}
