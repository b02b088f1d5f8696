package de.hypersoft.esolutions.timers;

import de.hypersoft.esolutions.notifications.Letter;
import de.hypersoft.esolutions.notifications.MailServer;
import de.hypersoft.esolutions.notifications.OutgoingMail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due: leases a batch, speaks to the mail server outside any transaction, reports each result. Without a
 * configured server it touches nothing.
 */
@ApplicationScoped
public class MailSender {

    private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);
    private static final int BATCH = 10;

    private final OutgoingMail outgoing;
    private final MailServer server;
    private final Clock clock;

    @SuppressWarnings("NullAway")
    protected MailSender() { // CDI
        this.outgoing = null;
        this.server = null;
        this.clock = null;
    }

    @Inject
    public MailSender(OutgoingMail outgoing, MailServer server, Clock clock) {
        this.outgoing = outgoing;
        this.server = server;
        this.clock = clock;
    }

    /** Sends one batch over one connection; returns how many mails were due. */
    public int send() {
        if (!server.configured()) return 0;
        List<Letter> letters = outgoing.prepare(BATCH);
        Iterator<Letter> left = letters.iterator();
        while (left.hasNext()) deliver(left);
        return letters.size();
    }

    /** Delivers until all are gone or the server hangs up; then the rest is tried over a new connection. */
    private void deliver(Iterator<Letter> left) {
        try (Smtp smtp = Smtp.connect(server.settings())) {
            while (left.hasNext() && deliver(smtp, left.next())) continue;
        } catch (MessagingException e) {
            MailFailure failure = MailFailure.of(e);
            LOG.warn("mail server {} cannot be used: {}", server.settings(), failure.reason());
            left.forEachRemaining(letter -> outgoing.failed(letter, failure.reason(), false));
        }
    }

    private boolean deliver(Smtp smtp, Letter letter) {
        MailFailure failure = attempt(smtp, letter);
        if (failure == null) outgoing.sent(letter.id());
        else {
            LOG.warn("mail {} did not go out at attempt {}", letter.id(), letter.attempt());
            outgoing.failed(letter, failure.reason(), failure.permanent());
        }
        return smtp.alive();
    }

    private @Nullable MailFailure attempt(Smtp smtp, Letter letter) {
        try {
            smtp.deliver(letter, clock.instant());
            return null;
        } catch (MessagingException e) {
            return MailFailure.of(e);
        }
    }
}
