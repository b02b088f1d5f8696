package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.identity.session.SignInLimit;
import de.hypersoft.esolutions.identity.session.SignInLimits;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.kernel.text.MailAddress;
import de.hypersoft.esolutions.tenancy.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Mails that people cause about accounts. Whoever manages users enters any address for them, and anybody one for
 * oneself, so the mails to one mailbox are counted, and those that one person causes, or all people of a brand, to
 * whatever mailboxes: over it, what would have to be told is refused, but for a new password. A brand counts for itself,
 * so that nobody keeps the people of another from being told.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AccountMails {

    private final SignInLimits limits;
    private final Event<DomainEvent> events;
    private final Clock clock;

    @Inject
    AccountMails(SignInLimits limits, Event<DomainEvent> events, Clock clock) {
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Tells the owner what was changed, at the address known up to now. A new password throws an intruder out, so it is
     * never refused: after many mails it stands in the log of acts alone.
     *
     * @param by who caused it
     * @throws TooManyMails then it must not change
     */
    public void tell(Caller by, PortalUser user, AccountChanged.What what) {
        Optional<Duration> wait = wait(by, user);
        if (wait.isEmpty()) events.fire(AccountChanged.of(user, what, clock.instant()));
        else if (what != AccountChanged.What.PASSWORD) throw new TooManyMails(wait.get());
    }

    /** Sends a link to choose a password. @throws TooManyMails */
    public void invite(Caller by, PortalUser user) {
        Optional<Duration> wait = wait(by, user);
        if (wait.isPresent()) throw new TooManyMails(wait.get());
        events.fire(new UserInvited(user.id(), Uuid7.at(clock.instant())));
    }

    /** Counts a link for a forgotten password; false when the mailbox has got enough of them. */
    public boolean mayReset(String mail) {
        return limits.takeMail(SignInLimit.RESETS_TO_MAILBOX, mailbox(mail)).isEmpty();
    }

    /** Counts a mail; empty when it may be written. */
    private Optional<Duration> wait(Caller by, PortalUser user) {
        @Nullable String mail = user.mail();
        if (mail == null) return Optional.empty();
        String brand = Objects.toString(user.tenantValue(), "hosting");
        return limits.takeMail(SignInLimit.ACCOUNT_MAILS_TO_MAILBOX, brand + " " + mailbox(mail))
                .or(() -> waitOf(by));
    }

    private Optional<Duration> waitOf(Caller by) {
        String who = by.userId().toString();
        if (!(by.reach() instanceof Scope own)) return limits.takeMail(SignInLimit.ACCOUNT_MAILS_BY_STAFF, who);
        return limits.takeMail(SignInLimit.ACCOUNT_MAILS_BY_MANAGER, who)
                .or(() -> limits.takeMail(
                        SignInLimit.ACCOUNT_MAILS_BY_BRAND, own.tenant().toString()));
    }

    private static String mailbox(String mail) {
        return MailAddress.parse(mail, "mail").mailbox();
    }

    /** So many mails about accounts went to this mailbox, or from this person, that there are no more for a while. */
    static final class TooManyMails extends TooMany {
        TooManyMails(Duration wait) {
            super("too-many-mails", "too many mails about accounts went to this mailbox, or from here", wait, Map.of());
        }
    }
}
