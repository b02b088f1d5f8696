package de.hypersoft.esolutions.identity.secondfactor;

import de.hypersoft.esolutions.identity.AccountChanged;
import de.hypersoft.esolutions.identity.AccountMails;
import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.identity.PortalUser;
import de.hypersoft.esolutions.identity.Users;
import de.hypersoft.esolutions.identity.session.SessionSecrets;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.SecretStore;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** One-time codes beside the password: for whoever wants them, and for all hosting staff outside of a demo. */
@ApplicationScoped
@Transactional
public class SecondFactors {

    private final EntityManager entities;
    private final Users users;
    private final SecretStore secrets;
    private final SessionSecrets sessions;
    private final Audit audit;
    private final AccountMails mails;
    private final Clock clock;
    private final boolean demo;

    /** @param demo then hosting staff may do without */
    @Inject
    public SecondFactors(
            EntityManager entities,
            Users users,
            SecretStore secrets,
            SessionSecrets sessions,
            Audit audit,
            AccountMails mails,
            Clock clock,
            @ConfigProperty(name = "esolutions.demo", defaultValue = "false") boolean demo) {
        this.entities = entities;
        this.users = users;
        this.secrets = secrets;
        this.sessions = sessions;
        this.audit = audit;
        this.mails = mails;
        this.clock = clock;
        this.demo = demo;
    }

    /**
     * A secret to be taken over by an app, shown until the first code was right.
     *
     * @param text in Base32, to be typed
     * @param address to be read from a picture
     */
    public record Begun(String text, String address) {
        @Override
        public String toString() {
            return "Begun[…]";
        }
    }

    /**
     * From now on codes are asked for.
     *
     * @param recoveryCodes shown this once
     * @param session the new secret of this session, for its cookie
     */
    public record Confirmed(List<String> recoveryCodes, Secret session) {
        @Override
        public String toString() {
            return "Confirmed[…]";
        }
    }

    public boolean isActive(UUID user) {
        SecondFactor factor = entities.find(SecondFactor.class, user);
        return factor != null && factor.isActive();
    }

    /** Whether this person may do nothing else before there is one. */
    public boolean isMissing(Caller caller) {
        return !demo && caller.isStaff() && !isActive(caller.userId());
    }

    public long recoveryCodesLeft(Caller by) {
        return entities.createQuery("select count(c) from RecoveryCode c where c.user = :user", Long.class)
                .setParameter("user", by.userId())
                .getSingleResult();
    }

    /** A new secret, which replaces one that was not confirmed. @throws Conflict when one is active */
    public Begun begin(Caller by) {
        SecondFactor factor = entities.find(SecondFactor.class, by.userId());
        if (factor != null && factor.isActive()) throw new AlreadyActive();
        if (factor == null) entities.persist(new SecondFactor(by.userId(), clock.instant()));
        else factor.begin(clock.instant());
        byte[] secret = OneTimeCodes.secret();
        secrets.keep(name(by.userId()), secret);
        return begun(by, secret);
    }

    /** The one that waits for its first code. @throws Conflict when there is none */
    public Begun pending(Caller by) {
        if (isActive(by.userId())) throw new AlreadyActive();
        return begun(by, secret(by.userId()));
    }

    /**
     * The app shows the right codes: from now on they are asked for. Sessions that were opened without one end, but for
     * this one, which gets a new secret.
     *
     * @param session the secret of this session
     * @throws Invalid {@code wrong-code}
     * @throws AccountMails.TooManyMails when its owner cannot be told for a while; so with the other changes
     */
    @RetryOnConflict
    public Confirmed confirm(Caller by, String code, String session) {
        if (isActive(by.userId())) throw new AlreadyActive();
        if (!useCode(by.userId(), OneTimeCodes.normal(code), false)) throw new WrongCode();
        int begun = entities.createQuery(
                        "update SecondFactor f set f.active = true where f.user = :user and f.active = false")
                .setParameter("user", by.userId())
                .executeUpdate();
        if (begun != 1) throw new AlreadyActive();
        mails.tell(by, users.own(by), AccountChanged.What.SECOND_FACTOR_ON);
        audit.record(by.actor(), users.own(by).tenantValue(), "second-factor-on", by.login(), "");
        return new Confirmed(newRecoveryCodes(by.userId()), sessions.alone(by.userId(), session));
    }

    /** Of one's own; hosting staff then begin anew at once. @return false, and nothing done, when the code is not right */
    @RetryOnConflict
    public boolean remove(Caller by, String code) {
        if (!use(by.userId(), code)) return false;
        PortalUser user = users.own(by);
        if (drop(by, user)) audit.record(by.actor(), user.tenantValue(), "second-factor-off", user.login(), "");
        return true;
    }

    /**
     * Of somebody who has lost phone and recovery codes; their sessions end.
     *
     * @throws Users.UnknownUser when it is not the asker's to manage
     * @throws Conflict when it is the asker's own
     */
    @RetryOnConflict
    public void reset(Caller by, UUID id) {
        PortalUser user = users.managed(by, id);
        if (user.id().equals(by.userId())) throw new Conflict("own-account", "another person has to do that");
        if (!drop(by, user)) return;
        users.endSessions(user.id());
        audit.record(by.actor(), user.tenantValue(), "second-factor-reset", user.login(), "");
    }

    /** Uses a one-time code or a recovery code up; of two at once exactly one wins. @return whether it was right */
    public boolean use(UUID user, String typed) {
        String code = OneTimeCodes.normal(typed);
        return OneTimeCodes.isOfApp(code) ? useCode(user, code, true) : useRecoveryCode(user, code);
    }

    private boolean useCode(UUID user, String code, boolean active) {
        OptionalLong step = OneTimeCodes.step(secret(user), code, clock.instant());
        if (step.isEmpty()) return false;
        return entities.createQuery("update SecondFactor f set f.lastStep = :step"
                                + " where f.user = :user and f.lastStep < :step and f.active = :active")
                        .setParameter("step", step.getAsLong())
                        .setParameter("user", user)
                        .setParameter("active", active)
                        .executeUpdate()
                == 1;
    }

    private boolean useRecoveryCode(UUID user, String code) {
        return entities.createQuery("delete from RecoveryCode c where c.user = :user and c.codeHash = :hash")
                        .setParameter("user", user)
                        .setParameter("hash", Secret.hashOf(code))
                        .executeUpdate()
                == 1;
    }

    private List<String> newRecoveryCodes(UUID user) {
        List<String> codes = OneTimeCodes.recoveryCodes();
        for (String code : codes) entities.persist(new RecoveryCode(Secret.hashOf(OneTimeCodes.normal(code)), user));
        return codes;
    }

    private boolean drop(Caller by, PortalUser user) {
        entities.createQuery("delete from RecoveryCode c where c.user = :user")
                .setParameter("user", user.id())
                .executeUpdate();
        int dropped = entities.createQuery("delete from SecondFactor f where f.user = :user")
                .setParameter("user", user.id())
                .executeUpdate();
        secrets.forget(name(user.id()));
        if (dropped == 1) mails.tell(by, user, AccountChanged.What.SECOND_FACTOR_OFF);
        return dropped == 1;
    }

    private byte[] secret(UUID user) {
        return secrets.open(name(user)).orElseThrow(NotBegun::new);
    }

    private static Begun begun(Caller by, byte[] secret) {
        return new Begun(OneTimeCodes.text(secret), OneTimeCodes.address(secret, by.login()));
    }

    private static String name(UUID user) {
        return "one-time-codes|" + user;
    }

    /** Neither a code of now nor an unused recovery code. */
    public static final class WrongCode extends Invalid {
        public WrongCode() {
            super("wrong-code", "the code is wrong, was used, or has run out", "code");
        }
    }

    static final class AlreadyActive extends Conflict {
        AlreadyActive() {
            super("second-factor-active", "one-time codes are asked for already");
        }
    }

    static final class NotBegun extends Conflict {
        NotBegun() {
            super("second-factor-not-begun", "no secret was made yet");
        }
    }
}
