package de.hypersoft.esolutions.reporting;

import de.hypersoft.esolutions.kernel.database.ClusterLock;
import de.hypersoft.esolutions.kernel.database.Sql;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.search.OrderWalk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The short transactions of {@link CountOlderOrders}. How far it came is stored with what it counted. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class OlderOrders {

    private final EntityManager entities;
    private final ClusterLock lock;
    private final OrderWalk walk;
    private final CountOrders counting;

    @Inject
    OlderOrders(EntityManager entities, ClusterLock lock, OrderWalk walk, CountOrders counting) {
        this.entities = entities;
        this.lock = lock;
        this.walk = walk;
        this.counting = counting;
    }

    enum Left {
        SOME,
        NONE,
        /** Another node counts; nothing was done. */
        ELSEWHERE
    }

    boolean all() {
        return from(new Sql(entities)).isEmpty();
    }

    Left count(int most) {
        return go(most, true);
    }

    /** Goes on behind the next one without counting it. */
    Left passOver() {
        return go(1, false);
    }

    private Left go(int most, boolean count) {
        if (!lock.take(CountOrders.DUTY)) return Left.ELSEWHERE;
        Sql sql = new Sql(entities);
        List<UUID> from = from(sql);
        if (from.isEmpty()) return Left.NONE;
        List<UUID> next = walk.after(from.get(0), most);
        List<Order> counted = count ? counting.counted(next) : List.of();
        Instant reached =
                counted.stream().map(Order::placedAt).max(Instant::compareTo).orElse(null);
        sql.change(
                "update reporting.filling set last_order = ?, reached_at = coalesce(cast(? as timestamp(6) with time zone),"
                        + " reached_at), done = ? where name = 'sales'",
                values(next.isEmpty() ? from.get(0) : next.get(next.size() - 1), reached, next.size() < most));
        return next.size() < most ? Left.NONE : Left.SOME;
    }

    /** Behind which order to go on; empty once all are counted. */
    private static List<UUID> from(Sql sql) {
        return sql.rows(
                "select last_order from reporting.filling where name = 'sales' and done = false",
                List.of(),
                row -> row.getObject("last_order", UUID.class));
    }

    private static List<@Nullable Object> values(UUID last, @Nullable Instant reached, boolean end) {
        return Arrays.asList(last, reached, end);
    }
}
