package de.hypersoft.esolutions.identity.password;

import de.hypersoft.esolutions.identity.AccountChanged;
import de.hypersoft.esolutions.identity.AccountMails;
import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.identity.PortalUser;
import de.hypersoft.esolutions.identity.Role;
import de.hypersoft.esolutions.identity.Users;
import de.hypersoft.esolutions.identity.session.Device;
import de.hypersoft.esolutions.identity.session.KnownDevices;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Links with which people choose a password: the new ones, and those who forgot theirs. */
@ApplicationScoped
@Transactional
public class PasswordLinks {

    private final EntityManager entities;
    private final Users users;
    private final KnownDevices devices;
    private final Audit audit;
    private final AccountMails mails;
    private final Clock clock;

    @Inject
    public PasswordLinks(
            EntityManager entities, Users users, KnownDevices devices, Audit audit, AccountMails mails, Clock clock) {
        this.entities = entities;
        this.users = users;
        this.devices = devices;
        this.audit = audit;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * A link to be mailed.
     *
     * @param tenant null for hosting staff
     * @param token the secret in its address
     */
    public record Mailed(@Nullable UUID tenant, String mail, String login, String name, Secret token) {}

    /** Whose password is chosen. */
    public record Opened(String login, String name, Role role) {}

    /**
     * By whoever manages users: the link itself, to be handed over by hand. The present password stays until it is used.
     *
     * @throws Users.UnknownUser when it is not the asker's to manage
     */
    public Secret invite(Caller by, UUID id) {
        PortalUser user = users.managed(by, id);
        audit.record(by.actor(), user.tenantValue(), "password-link-shown", user.login(), "");
        return issue(user, PasswordLink.Purpose.INVITATION);
    }

    /**
     * The same by mail, which is written after the commit.
     *
     * @throws NotFound when there is no address of theirs
     * @throws TooMany {@code too-many-mails} when the mailbox gets no more for a while
     */
    @RetryOnConflict
    public void mailInvitation(Caller by, UUID id) {
        PortalUser user = users.managed(by, id);
        if (user.mail() == null) throw new NotFound("no-mail-address", "no mail address is known of " + user.login());
        audit.record(by.actor(), user.tenantValue(), "user-invited", user.login(), "");
        mails.invite(by, user);
    }

    /** For the mail that an event asks for. Empty when there is nobody to write to any more. */
    public Optional<Mailed> invitation(UUID id) {
        return Optional.ofNullable(entities.find(PortalUser.class, id))
                .filter(PortalUser::isActive)
                .flatMap(user -> mailed(user, PasswordLink.Purpose.INVITATION));
    }

    /**
     * The same for whoever forgot the password; by login or mail address, which several may share: each gets an own one.
     * None to a mailbox that has got enough of them.
     */
    public List<Mailed> resets(String typed) {
        return entities
                .createQuery(
                        "select u from PortalUser u where (u.login = :typed or lower(u.mail) = :typed)"
                                + " and u.active = true and u.mail is not null order by u.login",
                        PortalUser.class)
                .setParameter("typed", typed)
                .setMaxResults(5)
                .getResultList()
                .stream()
                .filter(user -> user.mail() != null && mails.mayReset(user.mail()))
                .flatMap(user -> mailed(user, PasswordLink.Purpose.RESET).stream())
                .toList();
    }

    /** @throws LinkUsed when it was used, ran out, or never was */
    public Opened open(String token) {
        PortalUser user = entities.find(PortalUser.class, find(token).user());
        if (!user.isActive()) throw new LinkUsed();
        return new Opened(user.login(), user.name(), Role.of(user.reach()));
    }

    /**
     * Uses it up; of two at once exactly one wins. Whoever was signed in is out, and this device is known from now on.
     *
     * @return the secret for the device's cookie
     */
    @RetryOnConflict
    public Secret use(String token, String newHash, Device device) {
        PasswordLink link = find(token);
        int used = entities.createQuery("delete from PasswordLink l where l.tokenHash = :hash")
                .setParameter("hash", Secret.hashOf(token))
                .executeUpdate();
        if (used != 1) throw new LinkUsed();
        PortalUser user = entities.find(PortalUser.class, link.user());
        if (!user.isActive()) throw new LinkUsed();
        forgetLinks(user.id());
        user.choosePassword(newHash);
        users.endSessions(user.id());
        devices.forget(user.id(), "");
        Actor self = Actor.user(user.id().toString(), user.name());
        audit.record(self, user.tenantValue(), "password-chosen", user.login(), "");
        mails.tell(user.caller(), user, AccountChanged.What.PASSWORD);
        return devices.remember(user.id(), device.token());
    }

    public int sweep() {
        return entities.createQuery("delete from PasswordLink l where l.expiresAt <= :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private Optional<Mailed> mailed(PortalUser user, PasswordLink.Purpose purpose) {
        String mail = user.mail();
        if (mail == null) return Optional.empty();
        return Optional.of(new Mailed(user.tenantValue(), mail, user.login(), user.name(), issue(user, purpose)));
    }

    private Secret issue(PortalUser user, PasswordLink.Purpose purpose) {
        entities.createQuery("delete from PasswordLink l where l.user = :user and l.purpose = :purpose")
                .setParameter("user", user.id())
                .setParameter("purpose", purpose)
                .executeUpdate();
        Secret token = Secret.fresh();
        entities.persist(new PasswordLink(token.hash(), user.id(), purpose, clock.instant()));
        return token;
    }

    private void forgetLinks(UUID user) {
        entities.createQuery("delete from PasswordLink l where l.user = :user")
                .setParameter("user", user)
                .executeUpdate();
    }

    private PasswordLink find(String token) {
        return entities.createQuery(
                        "select l from PasswordLink l where l.tokenHash = :hash and l.expiresAt > :now",
                        PasswordLink.class)
                .setParameter("hash", Secret.hashOf(token))
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst()
                .orElseThrow(LinkUsed::new);
    }

    /** The link was used, ran out, was replaced by a newer one, or never was. */
    public static final class LinkUsed extends NotFound {
        LinkUsed() {
            super("password-link-used", "this link was used or has run out");
        }
    }
}
