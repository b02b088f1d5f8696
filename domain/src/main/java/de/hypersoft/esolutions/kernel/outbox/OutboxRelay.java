package de.hypersoft.esolutions.kernel.outbox;

import de.hypersoft.esolutions.kernel.LoggableCause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Delivers until nothing is due or the limit is reached; returns how many were delivered. */
    public int relay(int limit) {
        int delivered = 0;
        while (delivered < limit) {
            int before = delivered;
            for (Map.Entry<String, List<Long>> due :
                    byListener(delivery.due(limit - delivered)).entrySet())
                for (int from = 0; from < due.getValue().size(); from += TOGETHER)
                    delivered += deliver(due.getKey(), part(due.getValue(), from));
            if (delivered == before) break;
        }
        return delivered;
    }

    private static Map<String, List<Long>> byListener(List<OutboxDelivery.Due> rows) {
        Map<String, List<Long>> seqs = new LinkedHashMap<>();
        rows.forEach(row -> seqs.computeIfAbsent(row.listener(), listener -> new ArrayList<>())
                .add(row.seq()));
        return seqs;
    }

    private static List<Long> part(List<Long> seqs, int from) {
        return seqs.subList(from, Math.min(seqs.size(), from + TOGETHER));
    }

    private int deliver(String listener, List<Long> seqs) {
        try {
            return delivery.deliver(listener, seqs);
        } catch (Exception e) { // a race lost at the commit itself comes as a checked RollbackException
            if (seqs.size() > 1)
                return seqs.stream()
                        .mapToInt(seq -> deliver(listener, List.of(seq)))
                        .sum();
            failed(seqs.get(0), LoggableCause.of(e));
            return 0;
        }
    }

    private void failed(long seq, String cause) {
        LOG.warn("outbox row {} failed and is offered again: {}", seq, cause);
        delivery.failed(seq, cause);
    }
}
