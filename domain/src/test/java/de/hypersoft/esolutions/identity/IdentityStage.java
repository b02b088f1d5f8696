package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.identity.password.ChangeOwnPassword;
import de.hypersoft.esolutions.identity.password.ChoosePassword;
import de.hypersoft.esolutions.identity.password.ConfirmPassword;
import de.hypersoft.esolutions.identity.password.OwnPassword;
import de.hypersoft.esolutions.identity.password.PasswordLinks;
import de.hypersoft.esolutions.identity.password.Passwords;
import de.hypersoft.esolutions.identity.secondfactor.OneTimeCodes;
import de.hypersoft.esolutions.identity.secondfactor.OwnCode;
import de.hypersoft.esolutions.identity.secondfactor.SecondFactors;
import de.hypersoft.esolutions.identity.session.Credentials;
import de.hypersoft.esolutions.identity.session.Device;
import de.hypersoft.esolutions.identity.session.KnownDevices;
import de.hypersoft.esolutions.identity.session.SessionSecrets;
import de.hypersoft.esolutions.identity.session.Sessions;
import de.hypersoft.esolutions.identity.session.SignIn;
import de.hypersoft.esolutions.identity.session.SignInLimits;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.SecretStore;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.audit.RefusedActs;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Reach;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.util.encoders.Base32;

/** The portal's people and its sign-in on one database, with a clock to move. */
public final class IdentityStage {

    public static final String PASSWORD = "pizza and a glass of wine";

    public final Store store;
    public final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    public final Audit audit;
    public final Passwords passwords = new Passwords(64);
    public final KnownDevices devices;
    public final Users users;
    public final SecondFactors factors;
    private final Users inside;
    public final Sessions sessions;
    private final SessionSecrets secrets;
    public final SignInLimits limits;
    private final AccountMails mails;
    public final RefusedActs refused;
    public final Credentials credentials;
    public final SignIn signIn;
    public final Told<DomainEvent> events = new Told<>();
    public final PasswordLinks links;
    public final ChoosePassword choosing;
    public final ConfirmPassword confirmation;
    public final ChangeOwnPassword ownPassword;
    public final OwnCode ownCode;
    public final ChangeOwnMail ownMail;
    public final FirstAdministrator first;

    public IdentityStage(Store store) {
        this.store = store;
        audit = new Audit(store.entities(), clock);
        devices = Transactions.around(store, new KnownDevices(store.entities(), clock));
        limits = Transactions.around(store, new SignInLimits(store.entities(), clock));
        mails = Transactions.around(store, new AccountMails(limits, events, clock));
        inside = new Users(store.entities(), passwords, new Locations(store.entities()), audit, mails, clock);
        users = Transactions.around(store, inside);
        secrets = Transactions.around(store, new SessionSecrets(store.entities(), clock));
        factors = factors(true);
        sessions = Transactions.around(store, new Sessions(store.entities(), devices, factors, secrets, audit, clock));
        refused = Transactions.around(store, new RefusedActs(store.entities(), audit, clock));
        credentials = Transactions.around(store, new Credentials(store.entities(), inside, devices));
        signIn = signInBehind(passwords);
        confirmation = new ConfirmPassword(credentials, limits, passwords, sessions, refused, clock, 15);
        OwnPassword own = Transactions.around(store, new OwnPassword(store.entities(), secrets, devices, audit, mails));
        ownPassword = new ChangeOwnPassword(confirmation, passwords, own);
        ownCode = new OwnCode(credentials, limits, refused);
        ownMail = new ChangeOwnMail(users, factors, ownCode);
        links = Transactions.around(store, new PasswordLinks(store.entities(), inside, devices, audit, mails, clock));
        choosing = new ChoosePassword(
                links, passwords, limits, Transactions.around(store, new ChoosePassword.Forgotten(events, clock)));
        first = Transactions.around(store, new FirstAdministrator(store.entities(), inside, clock));
    }

    /** Where hosting staff may do without one, or not. */
    public SecondFactors factors(boolean demo) {
        return Transactions.around(
                store, new SecondFactors(store.entities(), inside, new InMemory(), secrets, audit, mails, clock, demo));
    }

    public DemoAccounts formerDemo() {
        return new DemoAccounts(
                passwords,
                Transactions.around(store, new DemoAccounts.Shutting(store.entities(), inside, devices, audit)));
    }

    public SignIn signInBehind(Passwords hashing) {
        return new SignIn(limits, credentials, hashing, sessions, factors, refused);
    }

    public void nobody() {
        store.run(() -> List.of(
                        "identity.portal_session",
                        "identity.known_device",
                        "identity.recovery_code",
                        "identity.second_factor",
                        "identity.password_link",
                        "identity.sign_in_throttle",
                        "identity.setup_link",
                        "identity.portal_user_location",
                        "identity.portal_user")
                .forEach(table -> store.entities()
                        .createNativeQuery("delete from " + table)
                        .executeUpdate()));
    }

    public static Device at(String address) {
        return new Device(address, "", "Firefox");
    }

    public static Device at(String address, SignIn.Entered before) {
        return new Device(address, before.device().value(), "Firefox");
    }

    public UserView manager(String login, TenantId tenant) {
        return users.create(Actor.SYSTEM, login, UserRights.manager(login, Scope.all(tenant)), PASSWORD);
    }

    public Caller staff() {
        return users.list(new Caller(UUID.randomUUID(), "x", "x", new Reach.Installation())).stream()
                .filter(u -> u.role() == Role.STAFF)
                .findFirst()
                .map(IdentityStage::callerOf)
                .orElseGet(() -> callerOf(users.create(Actor.SYSTEM, "boss", UserRights.staff("Boss"), PASSWORD)));
    }

    /** From now on they sign in with codes. */
    public SecondFactors.Confirmed withFactor(Caller by, Secret session) {
        byte[] secret = Base32.decode(factors.begin(by).text());
        return factors.confirm(by, OneTimeCodes.code(secret, clock.instant()), session.value());
    }

    /** Whom this secret of a session lets in. */
    public Optional<Caller> caller(String session) {
        return sessions.opened(session).map(Sessions.Opened::caller);
    }

    public static Caller callerOf(UserView user) {
        return new Caller(user.id(), user.login(), user.name(), user.reach());
    }

    public long count(String table) {
        return store.in(() -> ((Number) store.entities()
                        .createNativeQuery("select count(*) from " + table)
                        .getSingleResult())
                .longValue());
    }

    /** Keeps secrets as they are; sealing is tested where it is done. */
    private static final class InMemory implements SecretStore {

        private static final Map<String, byte[]> KEPT = new ConcurrentHashMap<>();

        @Override
        public void keep(String name, byte[] secret) {
            KEPT.put(name, secret);
        }

        @Override
        public Optional<byte[]> open(String name) {
            return Optional.ofNullable(KEPT.get(name));
        }

        @Override
        public void forget(String name) {
            KEPT.remove(name);
        }
    }
}
