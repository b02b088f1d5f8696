package de.hypersoft.esolutions.identity.session;

import de.hypersoft.esolutions.identity.password.Passwords;
import de.hypersoft.esolutions.identity.secondfactor.OneTimeCodes;
import de.hypersoft.esolutions.identity.secondfactor.SecondFactors;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.RefusedActs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets people in. The limits are counted in one transaction, the slow hash holds none and no connection, the session is
 * opened in another. Unknown login, wrong password and deactivated user get the same answer after the same work.
 */
@ApplicationScoped
public class SignIn {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private final SignInLimits limits;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final RefusedActs refused;

    @Inject
    public SignIn(
            SignInLimits limits,
            Credentials credentials,
            Passwords passwords,
            Sessions sessions,
            SecondFactors factors,
            RefusedActs refused) {
        this.limits = limits;
        this.credentials = credentials;
        this.passwords = passwords;
        this.sessions = sessions;
        this.factors = factors;
        this.refused = refused;
    }

    /**
     * Two secrets for two cookies, shown this once.
     *
     * @param device lets this browser try although strangers try the account
     * @param waiting the session opens nothing before {@link #enterCode}
     */
    public record Entered(Secret session, Secret device, boolean waiting) {}

    /**
     * @throws SignInRefused when login or password is wrong
     * @throws SignInLimits.TooManyAttempts when it comes too soon after failures
     * @throws Passwords.SignInBusy when too many sign in at this moment; it does not count as a try
     */
    public Entered signIn(String login, String password, Device device) {
        String normal = login.strip().toLowerCase(Locale.ROOT);
        if (normal.length() > 120 || password.length() > 200) throw new SignInRefused();
        Credentials.Stored stored = credentials.of(normal, device);
        SignInLimits.Counted counted = admit(normal, device, stored);
        if (!isRight(password, stored, counted) || stored == null) {
            note(RefusedActs.Kind.SIGN_IN_REFUSED, normal, device, stored);
            throw new SignInRefused();
        }
        limits.giveBack(counted);
        limits.forgive(normal, device);
        if (passwords.isOutdated(stored.passwordHash())) rehash(stored, password);
        return sessions.open(stored.user(), device);
    }

    /**
     * The second step.
     *
     * @param session the secret of the first step's session
     * @param code of the app, or one of the recovery codes
     * @throws SecondFactors.WrongCode when it is neither, or was used before
     * @throws SignInLimits.TooManyAttempts when it comes too soon after failures
     * @throws Sessions.UnknownSession when the first step is too long ago
     */
    public Entered enterCode(String session, String code, Device device) {
        UUID user = sessions.waitingFor(session);
        SignInLimits.Counted counted = limits.admitCode(user);
        if (code.length() > 100 || !factors.use(user, code)) {
            Credentials.Account whose = credentials.of(user);
            refused.record(RefusedActs.Kind.CODE_REFUSED, Actor.GUEST, whose.tenant(), whose.login(), device.address());
            throw new SecondFactors.WrongCode();
        }
        limits.giveBack(counted);
        return sessions.complete(session, device, !OneTimeCodes.isOfApp(code));
    }

    private SignInLimits.Counted admit(String login, Device device, Credentials.@Nullable Stored stored) {
        try {
            return limits.admit(login, device, stored != null && stored.known());
        } catch (SignInLimits.TooManyAttempts tooEarly) {
            note(RefusedActs.Kind.SIGN_IN_DELAYED, login, device, stored);
            throw tooEarly;
        }
    }

    private boolean isRight(String password, Credentials.@Nullable Stored stored, SignInLimits.Counted counted) {
        try {
            return stored == null
                    ? passwords.verify(password, passwords.nobodys(), false)
                    : passwords.verify(password, stored.passwordHash(), stored.known());
        } catch (Passwords.SignInBusy busy) {
            limits.giveBack(counted);
            throw busy;
        }
    }

    private void rehash(Credentials.Stored stored, String password) {
        try {
            credentials.renew(stored, passwords.hash(password));
        } catch (Passwords.SignInBusy busy) {
            LOG.debug("too busy to hash the password of {} anew; the next sign-in will", stored.user());
        }
    }

    /** What was typed for somebody who does not exist may be a password, so it is not written down. */
    private void note(RefusedActs.Kind kind, String login, Device device, Credentials.@Nullable Stored stored) {
        if (stored == null) refused.record(kind, Actor.GUEST, null, "", device.address());
        else refused.record(kind, Actor.GUEST, stored.tenant(), login, device.address());
    }

    /** Not let in, and not told why. */
    public static final class SignInRefused extends Invalid {
        SignInRefused() {
            super("sign-in-refused", "login or password is wrong", "password");
        }
    }
}
