package de.hypersoft.esolutions.identity.session;

import de.hypersoft.esolutions.kernel.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which browsers are known to whom. Their cookies hold a secret, the database its hash. */
@ApplicationScoped
@Transactional
public class KnownDevices {

    static final Duration LIFE = Duration.ofDays(180);
    static final int MOST = 20;

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public KnownDevices(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    public boolean knows(UUID user, String token) {
        if (token.isEmpty()) return false;
        return entities.createQuery(
                                "select count(d) from KnownDevice d where d.tokenHash = :hash and d.user = :user"
                                        + " and d.usedAt > :since",
                                Long.class)
                        .setParameter("hash", Secret.hashOf(token))
                        .setParameter("user", user)
                        .setParameter("since", clock.instant().minus(LIFE))
                        .getSingleResult()
                > 0;
    }

    /** @return the secret for its cookie: that which it has, or a new one when it has none that anybody here knows */
    public Secret remember(UUID user, String token) {
        Instant now = clock.instant();
        Secret secret = token.isEmpty() || !isOurs(token) ? Secret.fresh() : new Secret(token);
        KnownDevice known = entities.find(KnownDevice.class, new KnownDevice.Key(secret.hash(), user));
        if (known == null) entities.persist(new KnownDevice(secret.hash(), user, now));
        else known.used(now);
        entities.flush();
        entities.createQuery(
                        "select d from KnownDevice d where d.user = :user order by d.usedAt desc", KnownDevice.class)
                .setParameter("user", user)
                .setFirstResult(MOST)
                .getResultList()
                .forEach(entities::remove);
        return secret;
    }

    /**
     * After a new password: whoever had the old one is a stranger.
     *
     * @param keep hash of the one that stays, or empty
     */
    public void forget(UUID user, String keep) {
        entities.createQuery("delete from KnownDevice d where d.user = :user and d.tokenHash <> :keep")
                .setParameter("user", user)
                .setParameter("keep", keep)
                .executeUpdate();
    }

    public int sweep() {
        return entities.createQuery("delete from KnownDevice d where d.usedAt < :before")
                .setParameter("before", clock.instant().minus(LIFE))
                .executeUpdate();
    }

    /** A secret that somebody else put into the browser is not made a known one. */
    private boolean isOurs(String token) {
        List<Long> found = entities.createQuery(
                        "select count(d) from KnownDevice d where d.tokenHash = :hash", Long.class)
                .setParameter("hash", Secret.hashOf(token))
                .getResultList();
        return found.get(0) > 0;
    }
}
