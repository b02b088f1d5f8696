package de.hypersoft.esolutions.identity.password;

import de.hypersoft.esolutions.identity.session.Device;
import de.hypersoft.esolutions.identity.session.SignInLimits;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;

/** Asks for a link to choose a password, and chooses it. The answer never tells whether there is such an account. */
@ApplicationScoped
public class ChoosePassword {

    private final PasswordLinks links;
    private final Passwords passwords;
    private final SignInLimits limits;
    private final Forgotten forgotten;

    @Inject
    public ChoosePassword(PasswordLinks links, Passwords passwords, SignInLimits limits, Forgotten forgotten) {
        this.links = links;
        this.passwords = passwords;
        this.limits = limits;
        this.forgotten = forgotten;
    }

    /**
     * @param typed login or mail address
     * @throws SignInLimits.TooManyAttempts when one address asks too often; of too many to one account nobody is told
     */
    public void forgot(String typed, Device device) {
        String normal = typed.strip().toLowerCase(Locale.ROOT);
        if (normal.isEmpty()) throw new Invalid("required", "login or mail address is missing", "login");
        if (normal.length() > 120) throw new Invalid("too-long", "at most 120 characters", "login");
        limits.admitMail(device);
        try {
            limits.admitMailTo(normal);
        } catch (SignInLimits.TooManyAttempts enough) {
            return; // whoever asks learns nothing, and nobody gets more mails
        }
        forgotten.tell(normal);
    }

    /** @throws PasswordLinks.LinkUsed when it was used or has run out */
    public PasswordLinks.Opened open(String token) {
        return links.open(token);
    }

    /**
     * @return the secret for the device's cookie: from here its owner may sign in whatever strangers try
     * @throws Invalid what is wrong with the password, at {@code password}
     * @throws PasswordLinks.LinkUsed when it was used or has run out
     */
    public Secret choose(String token, String password, Device device) {
        PasswordLinks.Opened whose = links.open(token);
        passwords.check(password, whose.login(), whose.role(), "password");
        return links.use(token, passwords.hash(password), device);
    }

    /** The transaction in which it is told. */
    @ApplicationScoped
    @Transactional
    public static class Forgotten {

        private final Event<DomainEvent> events;
        private final Clock clock;

        @Inject
        public Forgotten(Event<DomainEvent> events, Clock clock) {
            this.events = events;
            this.clock = clock;
        }

        public void tell(String typed) {
            events.fire(new PasswordForgotten(Uuid7.at(clock.instant()), typed));
        }
    }
}
