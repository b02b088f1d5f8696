package de.hypersoft.esolutions.identity.password;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.identity.session.Credentials;
import de.hypersoft.esolutions.identity.session.Device;
import de.hypersoft.esolutions.identity.session.Sessions;
import de.hypersoft.esolutions.identity.session.SignInLimits;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.RefusedActs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks whoever is signed in for the password again: before dangerous acts when it was not typed lately, and for a new
 * one. An unattended browser, or a stolen session, does not get there; guesses wait as they do at the sign-in.
 */
@ApplicationScoped
public class ConfirmPassword {

    private final Credentials credentials;
    private final SignInLimits limits;
    private final Passwords passwords;
    private final Sessions sessions;
    private final RefusedActs refused;
    private final Clock clock;
    private final Duration lately;

    /** @param minutes for which a typed password is enough, 1 to 720 */
    @Inject
    public ConfirmPassword(
            Credentials credentials,
            SignInLimits limits,
            Passwords passwords,
            Sessions sessions,
            RefusedActs refused,
            Clock clock,
            @ConfigProperty(name = "esolutions.portal.confirm-minutes", defaultValue = "15") int minutes) {
        if (minutes < 1 || minutes > 720)
            throw new IllegalArgumentException("esolutions.portal.confirm-minutes is from 1 to 720, not " + minutes);
        this.credentials = credentials;
        this.limits = limits;
        this.passwords = passwords;
        this.sessions = sessions;
        this.refused = refused;
        this.clock = clock;
        this.lately = Duration.ofMinutes(minutes);
    }

    /** @return whether a dangerous act needs the password again; of a session that has ended too */
    public boolean needed(String session) {
        try {
            return !sessions.confirmedAt(session).plus(lately).isAfter(clock.instant());
        } catch (NotFound ended) {
            return true;
        }
    }

    /**
     * From now on it was typed lately.
     *
     * @param field where it was typed
     * @return the session's new secret, for its cookie; empty when it has got one from elsewhere at this moment
     * @throws Invalid {@code wrong-password}
     * @throws SignInLimits.TooManyAttempts when it comes too soon after failures
     */
    public Optional<Secret> confirm(Caller by, String session, String password, Device device, String field) {
        verify(by, password, device, field);
        return sessions.confirmed(session);
    }

    /** Only looks whether it is right; throws as {@link #confirm}. */
    void verify(Caller by, String password, Device device, String field) {
        Credentials.Stored stored = credentials.of(by.login(), device);
        SignInLimits.Counted counted = limits.admitConfirmation(by.userId());
        if (stored == null || !isRight(password, stored, counted)) {
            refused.record(
                    RefusedActs.Kind.CONFIRMATION_REFUSED,
                    Actor.user(by.userId().toString(), by.name()),
                    stored == null ? null : stored.tenant(),
                    by.login(),
                    device.address());
            throw new Invalid("wrong-password", "that is not the present password", field);
        }
        limits.giveBack(counted);
    }

    private boolean isRight(String password, Credentials.Stored stored, SignInLimits.Counted counted) {
        try {
            return password.length() <= 200 && passwords.verify(password, stored.passwordHash(), true);
        } catch (Passwords.SignInBusy busy) {
            limits.giveBack(counted);
            throw busy;
        }
    }
}
