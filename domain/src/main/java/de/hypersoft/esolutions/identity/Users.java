package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.identity.password.Passwords;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import de.hypersoft.esolutions.kernel.text.MailAddress;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The people of the portal, and who may make, change and end them. */
@ApplicationScoped
@Transactional
public class Users {

    private final EntityManager entities;
    private final Passwords passwords;
    private final Locations locations;
    private final Audit audit;
    private final AccountMails mails;
    private final Clock clock;

    @Inject
    public Users(
            EntityManager entities,
            Passwords passwords,
            Locations locations,
            Audit audit,
            AccountMails mails,
            Clock clock) {
        this.entities = entities;
        this.passwords = passwords;
        this.locations = locations;
        this.audit = audit;
        this.mails = mails;
        this.clock = clock;
    }

    public boolean none() {
        return entities.createQuery("select count(u) from PortalUser u", Long.class)
                        .getSingleResult()
                == 0;
    }

    /** Whether nobody may manage the installation. */
    boolean noStaff() {
        return entities.createQuery(
                                "select count(u) from PortalUser u where u.role = :staff and u.active = true",
                                Long.class)
                        .setParameter("staff", Role.STAFF)
                        .getSingleResult()
                == 0;
    }

    /** By the system itself: a demo's people, the first administrator. */
    public UserView create(Actor by, String login, UserRights rights, String password) {
        passwords.check(password, PortalUser.normal(login), rights.role(), "password");
        return add(by, login, rights, passwords.hash(password)).view();
    }

    /**
     * Somebody who chooses the own password by a link.
     *
     * @param mail empty when the link is handed over by hand
     */
    public UserView create(Caller by, String login, UserRights rights, String mail) {
        mayGrant(by, rights);
        return createByFile(by.actor(), login, rights, mail);
    }

    /** The same by the file of a new brand, which nobody brings who may not. */
    public UserView createByFile(Actor by, String login, UserRights rights, String mail) {
        Optional<String> address = address(mail);
        PortalUser user = add(by, login, rights, passwords.none());
        user.writeTo(address.orElse(null));
        return user.view();
    }

    /**
     * @param mail empty for none; where it was written to before is told of a change. Of oneself, as it is: for that there
     *     is {@link ChangeOwnMail}, which may want a code
     * @throws TooMany {@code too-many-mails} when that cannot be told for a while
     */
    @RetryOnConflict
    public UserView change(Caller by, UUID id, UserRights rights, String mail) {
        PortalUser user = managed(by, id);
        mayGrant(by, rights);
        places(rights);
        if (user.id().equals(by.userId()) && rights.role() != by.role())
            throw new Conflict("own-role", "nobody changes the own role");
        if (user.id().equals(by.userId()) && !address(mail).equals(Optional.ofNullable(user.mail())))
            throw new Invalid("own-mail", "one's own address is changed in the account", "mail");
        String written =
                writeTo(by, user, mail) ? ", mail changed" : ""; // whoever has the mailbox can have the account
        user.change(rights);
        audit.record(by.actor(), user.tenantValue(), "user-changed", user.login(), describe(rights) + written);
        return user.view();
    }

    /**
     * Where the own account is written to.
     *
     * @throws Invalid when it is no mail address
     * @throws TooMany {@code too-many-mails} when the address before cannot be told for a while
     */
    @RetryOnConflict
    public void changeOwnMail(Caller by, String mail) {
        PortalUser user = entities.find(PortalUser.class, by.userId());
        if (writeTo(by, user, mail)) audit.record(by.actor(), user.tenantValue(), "own-mail-changed", user.login(), "");
    }

    /** Empty when none is known. */
    public String ownMail(Caller by) {
        return entities.find(PortalUser.class, by.userId()).view().mail();
    }

    public void deactivate(Caller by, UUID id) {
        PortalUser user = managed(by, id);
        if (user.id().equals(by.userId())) throw new Conflict("own-account", "nobody deactivates the own account");
        user.deactivate(clock.instant());
        endSessions(user.id());
        audit.record(by.actor(), user.tenantValue(), "user-deactivated", user.login(), "");
    }

    /** Takes the mail address of those out who were deactivated before; login and name stay, as the log of acts names them. */
    public int forgetLeft(Instant before) {
        return entities.createQuery("update PortalUser u set u.mail = null, u.version = u.version + 1"
                        + " where u.active = false and u.deactivatedAt < :before and u.mail is not null")
                .setParameter("before", before)
                .executeUpdate();
    }

    public void activate(Caller by, UUID id) {
        PortalUser user = managed(by, id);
        user.activate();
        audit.record(by.actor(), user.tenantValue(), "user-activated", user.login(), "");
    }

    public void endSessionsOf(Caller by, UUID id) {
        PortalUser user = managed(by, id);
        endSessions(user.id());
        audit.record(by.actor(), user.tenantValue(), "sessions-ended", user.login(), "");
    }

    public UserView get(Caller by, UUID id) {
        return managed(by, id).view();
    }

    /** By name; hosting staff see everybody, a manager of all locations the tenant's people. */
    public List<UserView> list(Caller by) {
        if (by.reach() instanceof Scope own) by.requireWholeTenant(own.tenant());
        TypedQuery<PortalUser> query = by.reach() instanceof Scope own
                ? entities.createQuery(
                                "select u from PortalUser u where u.tenant = :tenant order by u.name, u.login",
                                PortalUser.class)
                        .setParameter("tenant", own.tenant().value())
                : entities.createQuery("select u from PortalUser u order by u.name, u.login", PortalUser.class);
        return query.getResultStream().map(PortalUser::view).toList();
    }

    /** Who belongs to the tenant. For what has no caller. */
    public Set<String> logins(TenantId tenant) {
        return entities.createQuery("select u.login from PortalUser u where u.tenant = :tenant", String.class)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .collect(Collectors.toUnmodifiableSet());
    }

    public Optional<PortalUser> byLogin(String normal) {
        return entities.createQuery("select u from PortalUser u where u.login = :login", PortalUser.class)
                .setParameter("login", normal)
                .getResultStream()
                .findFirst();
    }

    public PortalUser own(Caller by) {
        return get(by.userId());
    }

    public PortalUser get(UUID id) {
        return entities.find(PortalUser.class, id);
    }

    public PortalUser managed(Caller by, UUID id) {
        PortalUser user = entities.find(PortalUser.class, id);
        if (user == null) throw new UnknownUser(id);
        if (by.isStaff()) return user;
        if (!(user.reach() instanceof Scope theirs) || !by.sees(theirs.tenant())) throw new UnknownUser(id);
        by.requireWholeTenant(theirs.tenant());
        return user;
    }

    private static void mayGrant(Caller by, UserRights rights) {
        if (by.isStaff()) return;
        if (!(rights.reach() instanceof Scope given))
            throw new Forbidden("staff-only", "only hosting staff make hosting staff");
        by.requireWholeTenant(given.tenant());
    }

    private void places(UserRights rights) {
        if (rights.reach() instanceof Scope.Places places)
            for (LocationId location : places.locations()) locations.get(places.tenant(), location);
    }

    private PortalUser add(Actor by, String login, UserRights rights, String passwordHash) {
        String normal = PortalUser.normal(login);
        if (byLogin(normal).isPresent()) throw new Conflict("login-taken", "there is already a user " + normal);
        places(rights);
        PortalUser user = new PortalUser(normal, rights, passwordHash, clock.instant());
        entities.persist(user);
        audit.record(by, user.tenantValue(), "user-created", normal, describe(rights));
        return user;
    }

    /** @return whether it is another one; the one before is told */
    private boolean writeTo(Caller by, PortalUser user, String mail) {
        Optional<String> address = address(mail);
        if (address.equals(Optional.ofNullable(user.mail()))) return false;
        mails.tell(by, user, AccountChanged.What.MAIL);
        user.writeTo(address.orElse(null));
        return true;
    }

    private static Optional<String> address(String mail) {
        return mail.isBlank()
                ? Optional.empty()
                : Optional.of(MailAddress.parse(mail, "mail").written());
    }

    public void endSessions(UUID user) {
        entities.createQuery("delete from PortalSession s where s.user = :user")
                .setParameter("user", user)
                .executeUpdate();
    }

    private static String describe(UserRights rights) {
        return rights.role() + ", locations: "
                + (rights.reach() instanceof Scope.Places places
                        ? places.locations().size()
                        : "all");
    }

    /** There is no such user, or the asker may not know. */
    public static final class UnknownUser extends NotFound {
        UnknownUser(UUID id) {
            super("unknown-user", "there is no user " + id);
        }
    }
}
