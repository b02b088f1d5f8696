package de.hypersoft.esolutions.reporting;

import de.hypersoft.esolutions.kernel.ExceptionChain;
import de.hypersoft.esolutions.kernel.LoggableCause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the orders that were placed before anything was counted, oldest first, some at a time. It goes on where it, or
 * another node, was stopped; what was counted meanwhile is passed over, and so is, with a line in the log, what cannot be read.
 */
@ApplicationScoped
public class CountOlderOrders {

    private static final Logger LOG = LoggerFactory.getLogger(CountOlderOrders.class);

    private final OlderOrders orders;
    private volatile boolean done;

    @Inject
    CountOlderOrders(OlderOrders orders) {
        this.orders = orders;
    }

    /** @return whether some may be left for this node to count now */
    public boolean count(int most) {
        if (done) return false;
        if (orders.all()) {
            done = true;
            return false;
        }
        try {
            return orders.count(most) == OlderOrders.Left.SOME;
        } catch (Exception e) { // a race lost at the commit itself comes as a checked RollbackException
            if (ofDatabase(e)) throw e;
            boolean some = true;
            for (int i = 0; i < most && some; i++) some = countNext();
            return some;
        }
    }

    private boolean countNext() {
        try {
            return orders.count(1) == OlderOrders.Left.SOME;
        } catch (Exception e) { // as above
            if (ofDatabase(e)) throw e;
            LOG.error("an older order cannot be counted and is in no report: {}", LoggableCause.of(e));
            return orders.passOver() == OlderOrders.Left.SOME;
        }
    }

    /** Which is no reason to pass an order over. */
    private static boolean ofDatabase(Exception e) {
        return ExceptionChain.of(e).stream().anyMatch(SQLException.class::isInstance);
    }
}
