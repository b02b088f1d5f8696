package de.hypersoft.esolutions.timers;

import de.hypersoft.esolutions.kernel.LoggableCause;
import de.hypersoft.esolutions.kernel.outbox.Outbox;
import de.hypersoft.esolutions.kernel.outbox.OutboxRelay;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers an event a tenth of a second after the commit that made it true, together with all that is told meanwhile, and sends
 * the mails that became of them. Whatever goes wrong here costs a second: the ticks of {@link Clockwork} deliver and send
 * what is due in any case.
 */
@ApplicationScoped
public class AfterCommit {

    private static final Logger LOG = LoggerFactory.getLogger(AfterCommit.class);

    /** Most of what a delivery costs is shared by the events of this time; in a mail nobody notices it. */
    private static final Duration GATHERED = Duration.ofMillis(100);

    private final OutboxRelay relay;
    private final MailSenders senders;
    private final Coalesced delivery = new Coalesced(() -> LockSupport.parkNanos(GATHERED.toNanos()), this::deliver);
    private final Coalesced mails = new Coalesced(this::send);

    @Resource
    private ManagedExecutorService executor;

    @Inject
    public AfterCommit(OutboxRelay relay, MailSenders senders) {
        this.relay = relay;
        this.senders = senders;
    }

    void appended(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Appended something) {
        try {
            delivery.ask(executor);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("an event waits for the next start or another node");
        }
    }

    private void deliver() {
        try {
            if (relay.relay(1_000) > 0) mails.ask(executor);
        } catch (Exception e) { // a transaction that fails at its commit throws a checked RollbackException
            LOG.warn("events were not delivered at once, the next tick does it: {}", LoggableCause.of(e));
        }
    }

    private void send() {
        try {
            senders.sendAll(executor);
        } catch (Exception e) { // as above
            LOG.warn("mails were not sent at once, the next tick does it: {}", LoggableCause.of(e));
        }
    }
}
