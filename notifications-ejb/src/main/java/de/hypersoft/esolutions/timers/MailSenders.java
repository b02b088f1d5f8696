package de.hypersoft.esolutions.timers;

import de.hypersoft.esolutions.kernel.LoggableCause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends all mails that are due, over up to four connections at once: whoever gets a full batch calls for another one. */
@ApplicationScoped
public class MailSenders {

    private static final Logger LOG = LoggerFactory.getLogger(MailSenders.class);

    /** No mail server minds so many of one client, and each holds a connection to the database for moments only. */
    private static final int CONNECTIONS = 4;

    private final MailSender sender;
    private final Semaphore free = new Semaphore(CONNECTIONS);

    @Inject
    public MailSenders(MailSender sender) {
        this.sender = sender;
    }

    /** Returns when nothing is due any more or no mail went out; at once when four are at it already. */
    void sendAll(Executor helpers) {
        if (!free.tryAcquire()) return;
        try {
            while (sender.send(() -> callAnother(helpers)) > 0) continue;
        } finally {
            free.release();
        }
    }

    private void callAnother(Executor helpers) {
        if (free.availablePermits() == 0) return;
        try {
            helpers.execute(() -> help(helpers));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("no further sender is started");
        }
    }

    private void help(Executor helpers) {
        try {
            sendAll(helpers);
        } catch (Exception e) { // a transaction that fails at its commit throws a checked RollbackException
            LOG.warn("a further sender of mails failed: {}", LoggableCause.of(e));
        }
    }
}
