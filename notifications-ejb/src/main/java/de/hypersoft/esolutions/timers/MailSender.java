package de.hypersoft.esolutions.timers;

import de.hypersoft.esolutions.kernel.LoggableCause;
import de.hypersoft.esolutions.kernel.metrics.Meters;
import de.hypersoft.esolutions.kernel.metrics.Metric;
import de.hypersoft.esolutions.notifications.mail.MailResult;
import de.hypersoft.esolutions.notifications.mail.MailServer;
import de.hypersoft.esolutions.notifications.mail.MailToSend;
import de.hypersoft.esolutions.notifications.mail.OutgoingMail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due: leases a batch, speaks to the mail server outside any transaction, reports the results together.
 * Without a configured server it touches nothing.
 */
@ApplicationScoped
public class MailSender {

    private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);
    private static final int BATCH = 10;

    /** What a node that dies has sent and not reported goes out again, so a slow server's mails are not collected for long. */
    private static final Duration REPORTED_AFTER = Duration.ofSeconds(1);

    private final OutgoingMail outgoing;
    private final MailServer server;
    private final Meters meters;
    private final Clock clock;

    @Inject
    public MailSender(OutgoingMail outgoing, MailServer server, Meters meters, Clock clock) {
        this.outgoing = outgoing;
        this.server = server;
        this.meters = meters;
        this.clock = clock;
    }

    /** Sends one batch over one connection; returns how many mails went out. */
    public int send() {
        return send(() -> {});
    }

    /** @param more run when the batch is full, so that there may be work for another sender beside this one */
    int send(Runnable more) {
        if (!server.configured()) return 0;
        List<MailToSend> letters = outgoing.prepare(BATCH);
        if (letters.size() == BATCH) more.run();
        Iterator<MailToSend> left = letters.iterator();
        Report report = new Report();
        try {
            while (left.hasNext()) deliver(left, report);
        } finally {
            report.write();
        }
        return report.sent;
    }

    /** Delivers until all are gone or the server hangs up; then the rest is tried over a new connection. */
    private void deliver(Iterator<MailToSend> left, Report report) {
        try (Smtp smtp = Smtp.connect(server.settings())) {
            do report.add(attempt(smtp, left.next()));
            while (left.hasNext() && smtp.alive());
        } catch (MessagingException e) {
            MailFailure failure = MailFailure.of(e);
            LOG.warn("mail server {} cannot be used: {}", server.settings(), failure.reason());
            left.forEachRemaining(letter -> report.add(MailResult.failed(letter, failure.reason(), false)));
        }
    }

    private MailResult attempt(Smtp smtp, MailToSend letter) {
        try {
            smtp.deliver(letter, clock.instant());
            return MailResult.sent(letter);
        } catch (MessagingException e) {
            return failed(letter, MailFailure.of(e));
        } catch (RuntimeException e) { // what Jakarta Mail cannot write: the letters behind it go out all the same
            return failed(letter, new MailFailure(LoggableCause.of(e), false));
        }
    }

    private static MailResult failed(MailToSend letter, MailFailure failure) {
        LOG.warn("mail {} did not go out at attempt {}", letter.id(), letter.attempt());
        return MailResult.failed(letter, failure.reason(), failure.permanent());
    }

    /** Results that are not written yet. */
    private final class Report {
        private final List<MailResult> results = new ArrayList<>();
        private long since;
        private int sent;

        void add(MailResult result) {
            if (results.isEmpty()) since = System.nanoTime();
            results.add(result);
            if (result.reason() == null) sent++;
            meters.count(Metric.MAILS, result.reason() == null ? "sent" : result.permanent() ? "refused" : "failed");
            if (System.nanoTime() - since >= REPORTED_AFTER.toNanos()) write();
        }

        void write() {
            if (results.isEmpty()) return;
            outgoing.conclude(List.copyOf(results));
            results.clear();
        }
    }
}
