package de.hypersoft.esolutions.pos.board;

import de.hypersoft.esolutions.kernel.database.Projection;
import de.hypersoft.esolutions.kernel.metrics.FigureSource;
import de.hypersoft.esolutions.kernel.metrics.Metric;
import de.hypersoft.esolutions.kernel.metrics.Readings;
import de.hypersoft.esolutions.pos.tills.TillId;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which orders nobody can count on: taken by a till and not booked, or too old to be handed over unasked. */
@ApplicationScoped
@Transactional
public class OverdueOrders implements FigureSource {

    /** Of TransferRow t and Location l, with :now. An index over {@code unbookedSince} holds what is open only. */
    static final String UNBOOKED =
            "t.unbookedSince is not null and t.unbookedSince + (l.bookedWithinSeconds second) <= :now";

    private static final String FETCHABLE =
            "t.waitingSince is not null and (t.leaseUntil is null or t.leaseUntil <= :now)";

    private static final String FRESH = FETCHABLE + " and t.ageFrom + (l.askBeforeHandoverSeconds second) > :now";

    static final String TOO_OLD = FETCHABLE + " and t.ageFrom + (l.askBeforeHandoverSeconds second) <= :now";

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public OverdueOrders(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** What a till acknowledged and did not book, however short ago, oldest first: asked before it is replaced. */
    public List<HandoverViews.Row> unbookedBy(Scope scope, TillId till) {
        Instant now = clock.instant();
        return entities.createQuery(
                        ListedOrder.COLUMNS + " from Order o, TransferRow t where t.order = o.id and t.tenant = :tenant"
                                + " and t.till = :till and t.unbookedSince is not null order by t.placedAt, o.id",
                        ListedOrder.class)
                .setParameter("tenant", scope.tenant().value())
                .setParameter("till", till.value())
                .getResultStream()
                .map(order -> order.row(now))
                .filter(row -> scope.covers(scope.tenant(), row.location()))
                .toList();
    }

    /** How many orders each till of the tenant acknowledged and did not book, however short ago; tills with none left out. */
    public Map<TillId, Long> unbookedByTill(Scope scope) {
        return entities.createQuery(
                        Projection.of(Count.class, "t.till, count(t)") + " from TransferRow t where t.tenant = :tenant"
                                + " and t.unbookedSince is not null group by t.till",
                        Count.class)
                .setParameter("tenant", scope.tenant().value())
                .getResultStream()
                .collect(Collectors.toMap(count -> new TillId(count.of()), Count::orders));
    }

    /** Over all tenants, for metrics: how many orders of each location are acknowledged and not booked in time. */
    public Map<LocationId, Long> unbookedEverywhere() {
        return everywhere(UNBOOKED);
    }

    /** Over all tenants, for metrics: how many orders of each location wait for a person since they are too old. */
    public Map<LocationId, Long> tooOldEverywhere() {
        return everywhere(TOO_OLD);
    }

    /** What waits for a till, what for a person, and what a till has and did not book, however short ago. */
    @Override
    public void read(Instant now, Readings into) {
        Open waiting = open("t.waitingSince", ", Location l where l.id = t.location and " + FRESH, now);
        into.put(Metric.ORDERS_WAITING, waiting.orders());
        into.age(Metric.ORDERS_OLDEST_UNCLAIMED, waiting.oldest(), now);
        Open tooOld = open("t.waitingSince", ", Location l where l.id = t.location and " + TOO_OLD, now);
        into.put(Metric.ORDERS_TOO_OLD, tooOld.orders());
        Open unbooked = open("t.unbookedSince", " where t.unbookedSince is not null and t.unbookedSince <= :now", now);
        into.put(Metric.ORDERS_UNBOOKED, unbooked.orders());
        into.age(Metric.ORDERS_OLDEST_UNBOOKED, unbooked.oldest(), now);
    }

    private Open open(String since, String which, Instant now) {
        return entities.createQuery(
                        Projection.of(Open.class, "count(t), min(" + since + ")") + " from TransferRow t" + which,
                        Open.class)
                .setParameter("now", now)
                .getSingleResult();
    }

    /** @param oldest null when there is none */
    private record Open(long orders, @Nullable Instant oldest) {}

    private Map<LocationId, Long> everywhere(String which) {
        return entities.createQuery(
                        Projection.of(Count.class, "t.location, count(t)")
                                + " from TransferRow t, Location l where l.id = t.location and " + which
                                + " group by t.location",
                        Count.class)
                .setParameter("now", clock.instant())
                .getResultStream()
                .collect(Collectors.toMap(count -> new LocationId(count.of()), Count::orders));
    }

    /** @param of a till or a location */
    private record Count(UUID of, long orders) {}
}
