package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How often somebody may try. Every try is written before the password is looked at and counts itself, so that parallel
 * tries and several nodes share one limit; a success wipes the tries of its account.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class SignInLimits {

    static final int PER_ACCOUNT = 8;
    static final int PER_ADDRESS = 40;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final EntityManager entities;
    private final Clock clock;

    @SuppressWarnings("NullAway")
    protected SignInLimits() { // CDI
        this(null, null);
    }

    @Inject
    SignInLimits(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Writes the try; the answer says whether it is within the limits. A flood beyond them writes nothing more. */
    public boolean admit(String login, String address) {
        Instant now = clock.instant();
        Instant from = now.minus(WINDOW);
        if (count("account", Secret.hashOf(login), from) >= PER_ACCOUNT
                || count("address", Secret.hashOf(address), from) >= PER_ADDRESS) return false;
        entities.createQuery("delete from SignInAttempt a where a.at < :from")
                .setParameter("from", from)
                .executeUpdate();
        entities.persist(new SignInAttempt(Secret.hashOf(login), Secret.hashOf(address), now));
        entities.flush();
        return count("account", Secret.hashOf(login), from) <= PER_ACCOUNT
                && count("address", Secret.hashOf(address), from) <= PER_ADDRESS;
    }

    public void forgive(String login) {
        entities.createQuery("delete from SignInAttempt a where a.account = :account")
                .setParameter("account", Secret.hashOf(login))
                .executeUpdate();
    }

    private long count(String column, String hash, Instant from) {
        return entities.createQuery(
                        "select count(a) from SignInAttempt a where a." + column + " = :hash and a.at >= :from",
                        Long.class)
                .setParameter("hash", hash)
                .setParameter("from", from)
                .getSingleResult();
    }

    /** Too many tries; the same answer for accounts that exist and that do not. */
    static final class TooManyAttempts extends Conflict {
        TooManyAttempts() {
            super("too-many-attempts", "too many tries to sign in", Map.of("retryAfterSeconds", WINDOW.toSeconds()));
        }
    }
}
