package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.Actor;
import de.hypersoft.esolutions.kernel.Audit;
import de.hypersoft.esolutions.kernel.DomainEvent;
import de.hypersoft.esolutions.kernel.RefusedActs;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.SecretStore;
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
final class IdentityStage {

    static final String PASSWORD = "pizza and a glass of wine";

    final Store store;
    final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    final Audit audit;
    final Passwords passwords = new Passwords(1_000);
    final KnownDevices devices;
    final Users users;
    final SecondFactors factors;
    private final Users inside;
    final Sessions sessions;
    private final SessionSecrets secrets;
    final SignInLimits limits;
    private final AccountMails mails;
    final RefusedActs refused;
    final Credentials credentials;
    final SignIn signIn;
    final Told<DomainEvent> events = new Told<>();
    final PasswordLinks links;
    final ChoosePassword choosing;
    final ConfirmPassword confirmation;
    final ChangeOwnPassword ownPassword;
    final OwnCode ownCode;
    final ChangeOwnMail ownMail;
    final FirstAdministrator first;

    IdentityStage(Store store) {
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
        credentials = Transactions.around(store, new Credentials(inside, devices));
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
    SecondFactors factors(boolean demo) {
        return Transactions.around(
                store, new SecondFactors(store.entities(), inside, new InMemory(), secrets, audit, mails, clock, demo));
    }

    DemoAccounts formerDemo() {
        return new DemoAccounts(
                passwords,
                Transactions.around(store, new DemoAccounts.Shutting(store.entities(), inside, devices, audit)));
    }

    SignIn signInBehind(Passwords hashing) {
        return new SignIn(limits, credentials, hashing, sessions, factors, refused);
    }

    void nobody() {
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

    static Device at(String address) {
        return new Device(address, "", "Firefox");
    }

    static Device at(String address, SignIn.Entered before) {
        return new Device(address, before.device().value(), "Firefox");
    }

    UserView manager(String login, TenantId tenant) {
        return users.create(Actor.SYSTEM, login, UserRights.manager(login, Scope.all(tenant)), PASSWORD);
    }

    Caller staff() {
        return users.list(new Caller(UUID.randomUUID(), "x", "x", new Reach.Installation())).stream()
                .filter(u -> u.role() == Role.STAFF)
                .findFirst()
                .map(IdentityStage::callerOf)
                .orElseGet(() -> callerOf(users.create(Actor.SYSTEM, "boss", UserRights.staff("Boss"), PASSWORD)));
    }

    /** From now on they sign in with codes. */
    SecondFactors.Confirmed withFactor(Caller by, Secret session) {
        byte[] secret = Base32.decode(factors.begin(by).text());
        return factors.confirm(by, OneTimeCodes.code(secret, clock.instant()), session.value());
    }

    /** Whom this secret of a session lets in. */
    Optional<Caller> caller(String session) {
        return sessions.opened(session).map(Sessions.Opened::caller);
    }

    static Caller callerOf(UserView user) {
        return new Caller(user.id(), user.login(), user.name(), user.reach());
    }

    long count(String table) {
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
