package de.hypersoft.esolutions.kernel.outbox;

import de.hypersoft.esolutions.kernel.LoggableCause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what waits in the outbox: to each listener up to fifty events of different aggregates in one transaction, in
 * order. When one of them fails, each gets a transaction of its own. Any number of relays may run at once.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    /** In one transaction: most of its cost is shared by then, and a failure repeats little. */
    static final int TOGETHER = 50;

    private final OutboxDelivery delivery;

    @Inject
    OutboxRelay(OutboxDelivery delivery) {
        this.delivery = delivery;
    }

    /**
     * Delivers until nothing is due or so many were tried; returns how many were delivered. It does not look again after a claim
     * behind which nothing waited: what is told meanwhile is told to the next relay.
     */
    public int relay(int limit) {
        int delivered = 0;
        int tried = 0;
        boolean more = true;
        while (more && tried < limit) {
            Round round = round(Math.min(TOGETHER, limit - tried));
            tried += round.tried();
            delivered += round.delivered();
            more = round.more();
        }
        return delivered;
    }

    private record Round(int tried, int delivered, boolean more) {}

    private Round round(int limit) {
        List<Long> claimed = new ArrayList<>();
        try {
            OutboxDelivery.Delivered done = delivery.deliver(limit, claimed::add);
            return new Round(done.rows(), done.rows(), done.more());
        } catch (Exception e) { // a race lost at the commit itself comes as a checked RollbackException
            if (claimed.isEmpty()) throw e;
            int delivered = 0;
            for (long seq : claimed) if (deliverAlone(seq)) delivered++;
            return new Round(claimed.size(), delivered, true);
        }
    }

    private boolean deliverAlone(long seq) {
        try {
            return delivery.deliverAlone(seq);
        } catch (Exception e) { // as above
            failed(seq, LoggableCause.of(e));
            return false;
        }
    }

    private void failed(long seq, String cause) {
        LOG.warn("outbox row {} failed and is offered again: {}", seq, cause);
        delivery.failed(seq, cause);
    }
}
