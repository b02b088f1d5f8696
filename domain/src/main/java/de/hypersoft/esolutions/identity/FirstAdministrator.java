package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.identity.password.SetupLink;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.audit.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Makes the first of the hosting staff, of a fresh installation or after a demo; there are no default passwords. */
@ApplicationScoped
@Transactional
public class FirstAdministrator {

    static final Duration LIFE = Duration.ofHours(24);

    private final EntityManager entities;
    private final Users users;
    private final Clock clock;

    @Inject
    public FirstAdministrator(EntityManager entities, Users users, Clock clock) {
        this.entities = entities;
        this.users = users;
        this.clock = clock;
    }

    /** The secret of a new link that lives 24 hours; empty while there is anybody of the hosting staff. */
    public Optional<Secret> offer() {
        if (!users.noStaff()) return Optional.empty();
        Secret token = Secret.fresh();
        entities.persist(new SetupLink(token.hash(), clock.instant().plus(LIFE)));
        return Optional.of(token);
    }

    public void check(String token) {
        Long found = entities.createQuery(
                        "select count(l) from SetupLink l where l.tokenHash = :hash and l.expiresAt > :now", Long.class)
                .setParameter("hash", Secret.hashOf(token))
                .setParameter("now", clock.instant())
                .getSingleResult();
        if (found == 0 || !users.noStaff()) throw new LinkUsed();
    }

    /** Uses the link up and with it every other open one; two at once: exactly one wins. */
    public UserView appoint(String token, String login, String name, String password) {
        check(token);
        int used = entities.createQuery("delete from SetupLink l where l.tokenHash = :hash")
                .setParameter("hash", Secret.hashOf(token))
                .executeUpdate();
        if (used != 1) throw new LinkUsed();
        UserView made = users.create(Actor.SYSTEM, login, UserRights.staff(name), password);
        entities.createQuery("delete from SetupLink l").executeUpdate();
        return made;
    }

    /** The link was used, ran out, or never was. */
    public static final class LinkUsed extends NotFound {
        LinkUsed() {
            super("setup-link-used", "this setup link was used or has run out");
        }
    }
}
