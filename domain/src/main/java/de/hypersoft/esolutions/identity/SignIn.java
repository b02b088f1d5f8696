package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
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

    @SuppressWarnings("NullAway")
    protected SignIn() { // CDI
        this(null, null, null, null);
    }

    @Inject
    public SignIn(SignInLimits limits, Credentials credentials, Passwords passwords, Sessions sessions) {
        this.limits = limits;
        this.credentials = credentials;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /**
     * @param address the peer's network address, for the limit per address
     * @return the secret for the cookie, shown this once
     */
    public Secret signIn(String login, String password, String address) {
        String normal = login.strip().toLowerCase(Locale.ROOT);
        if (normal.length() > 120 || password.length() > 200) throw new SignInRefused();
        if (!limits.admit(normal, address)) {
            LOG.warn("sign-in limit reached address={}", address);
            throw new SignInLimits.TooManyAttempts();
        }
        Credentials.Stored stored = credentials.of(normal);
        boolean right = passwords.verify(password, stored == null ? passwords.nobodys() : stored.passwordHash());
        if (stored == null || !right) throw new SignInRefused();
        limits.forgive(normal);
        return sessions.open(stored.user());
    }

    /** Not let in, and not told why. */
    public static final class SignInRefused extends Invalid {
        SignInRefused() {
            super("sign-in-refused", "login or password is wrong", "password");
        }
    }
}
