package de.hypersoft.esolutions.reporting;

import de.hypersoft.esolutions.kernel.database.ClusterLock;
import de.hypersoft.esolutions.kernel.database.Sql;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.search.OrderWalk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Counts the orders that were placed before anything was counted, oldest first, some at a time. How far it came is stored with
 * what it counted, so it goes on where it, or another node, was stopped; what was counted meanwhile is passed over.
 */
@ApplicationScoped
@Transactional
public class CountOlderOrders {

    private final EntityManager entities;
    private final ClusterLock lock;
    private final OrderWalk walk;
    private final CountOrders counting;
    private volatile boolean done;

    @Inject
    CountOlderOrders(EntityManager entities, ClusterLock lock, OrderWalk walk, CountOrders counting) {
        this.entities = entities;
        this.lock = lock;
        this.walk = walk;
        this.counting = counting;
    }

    /** @return whether some may be left; also while another node counts */
    public boolean count(int most) {
        if (done) return false;
        if (!lock.take(CountOrders.DUTY)) return true;
        Sql sql = new Sql(entities);
        List<UUID> from = sql.rows(
                "select last_order from reporting.filling where name = 'sales' and done = false",
                List.of(),
                row -> row.getObject("last_order", UUID.class));
        if (from.isEmpty()) {
            done = true;
            return false;
        }
        List<UUID> next = walk.after(from.get(0), most);
        List<Order> counted = counting.counted(next);
        UUID last = next.isEmpty() ? from.get(0) : next.get(next.size() - 1);
        Instant reached = counted.stream()
                .map(Order::placedAt)
                .max(Instant::compareTo)
                .orElse(null);
        sql.change(
                "update reporting.filling set last_order = ?, reached_at = coalesce(cast(? as timestamp(6) with time zone),"
                        + " reached_at), done = ? where name = 'sales'",
                values(last, reached, next.size() < most));
        return next.size() == most;
    }

    private static List<@Nullable Object> values(UUID last, @Nullable Instant reached, boolean end) {
        return Arrays.asList(last, reached, end);
    }
}
