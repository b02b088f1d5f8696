package de.hypersoft.esolutions.kernel.outbox;

import de.hypersoft.esolutions.kernel.LoggableCause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what waits in the outbox: each listener in its own transaction, one event per aggregate and listener at a
 * time, in order. Any number of relays may run at once.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    private final OutboxDelivery delivery;

    @Inject
    OutboxRelay(OutboxDelivery delivery) {
        this.delivery = delivery;
    }

    /** Delivers until nothing is due or the limit is reached; returns how many were delivered. */
    public int relay(int limit) {
        int delivered = 0;
        while (delivered < limit) {
            int before = delivered;
            for (long seq : delivery.due(limit - delivered)) if (deliver(seq)) delivered++;
            if (delivered == before) break;
        }
        return delivered;
    }

    private boolean deliver(long seq) {
        try {
            return delivery.deliver(seq);
        } catch (Exception e) { // a race lost at the commit itself comes as a checked RollbackException
            LOG.warn("outbox row {} failed and is offered again: {}", seq, LoggableCause.of(e));
            delivery.failed(seq, LoggableCause.of(e));
            return false;
        }
    }
}
