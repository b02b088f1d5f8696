package de.hypersoft.esolutions.timers;

import de.hypersoft.esolutions.kernel.LoggableCause;
import de.hypersoft.esolutions.notifications.mail.MailServer;
import de.hypersoft.esolutions.notifications.mail.MailToSend;
import de.hypersoft.esolutions.notifications.mail.OutgoingMail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.Iterator;
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

    @Inject
    public MailSender(OutgoingMail outgoing, MailServer server, Clock clock) {
        this.outgoing = outgoing;
        this.server = server;
        this.clock = clock;
    }

    /** Sends one batch over one connection; returns how many mails went out. */
    public int send() {
        if (!server.configured()) return 0;
        Iterator<MailToSend> left = outgoing.prepare(BATCH).iterator();
        int sent = 0;
        while (left.hasNext()) sent += deliver(left);
        return sent;
    }

    /** Delivers until all are gone or the server hangs up; then the rest is tried over a new connection. */
    private int deliver(Iterator<MailToSend> left) {
        int sent = 0;
        try (Smtp smtp = Smtp.connect(server.settings())) {
            do if (deliver(smtp, left.next())) sent++;
            while (left.hasNext() && smtp.alive());
        } catch (MessagingException e) {
            MailFailure failure = MailFailure.of(e);
            LOG.warn("mail server {} cannot be used: {}", server.settings(), failure.reason());
            left.forEachRemaining(letter -> outgoing.failed(letter, failure.reason(), false));
        }
        return sent;
    }

    private boolean deliver(Smtp smtp, MailToSend letter) {
        MailFailure failure = attempt(smtp, letter);
        if (failure == null) {
            outgoing.sent(letter.id());
            return true;
        }
        LOG.warn("mail {} did not go out at attempt {}", letter.id(), letter.attempt());
        outgoing.failed(letter, failure.reason(), failure.permanent());
        return false;
    }

    private @Nullable MailFailure attempt(Smtp smtp, MailToSend letter) {
        try {
            smtp.deliver(letter, clock.instant());
            return null;
        } catch (MessagingException e) {
            return MailFailure.of(e);
        } catch (RuntimeException e) { // what Jakarta Mail cannot write: the letters behind it go out all the same
            return new MailFailure(LoggableCause.of(e), false);
        }
    }
}
