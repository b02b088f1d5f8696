package de.hypersoft.esolutions.retention;

import de.hypersoft.esolutions.kernel.LoggableCause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets, batch by batch, the guests whose term is over; a stop loses nothing but the batch under way. */
@ApplicationScoped
public class ForgetDueGuests {

    private static final Logger LOG = LoggerFactory.getLogger(ForgetDueGuests.class);
    private static final int BATCH = 100;

    private final GuestDataRuns runs;

    @Inject
    public ForgetDueGuests(GuestDataRuns runs) {
        this.runs = runs;
    }

    /**
     * An order that cannot be read keeps no other guest from being forgotten.
     *
     * @param most batches of this call, so that a stop need not wait for years of orders
     * @return how many orders
     */
    public int run(int most) {
        Set<UUID> left = new HashSet<>();
        int forgotten = 0;
        for (int batch = 0; batch < most; batch++) {
            List<UUID> due = runs.due(BATCH, left);
            if (due.isEmpty()) break;
            int now = forget(due, left);
            if (now == 0 && !left.containsAll(due)) break; // another node is at it
            forgotten += now;
        }
        return forgotten;
    }

    private int forget(List<UUID> due, Set<UUID> left) {
        try {
            return runs.forget(due);
        } catch (Exception e) { // a transaction that fails at its commit throws a checked RollbackException
            LOG.warn("a batch of {} guests is forgotten one by one: {}", due.size(), LoggableCause.of(e));
            int forgotten = 0;
            for (UUID order : due) forgotten += forgetOne(order, left);
            return forgotten;
        }
    }

    private int forgetOne(UUID order, Set<UUID> left) {
        try {
            return runs.forget(List.of(order));
        } catch (Exception e) {
            LOG.error("the guest of order {} could not be forgotten, tried again: {}", order, LoggableCause.of(e));
            left.add(order);
            return 0;
        }
    }
}
