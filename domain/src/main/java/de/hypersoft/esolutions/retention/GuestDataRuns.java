package de.hypersoft.esolutions.retention;

import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.database.ClusterLock;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.tenancy.LocationLimits;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Whose guests are due, and each batch in a transaction of its own. A day of orders falls due at once, at midnight UTC,
 * so that a brand has one run a day to look at. What still waits for a till keeps its guest for a week at least: until
 * then somebody may hand it over (LocationLimits.LONGEST_ASK).
 */
@ApplicationScoped
@Transactional
public class GuestDataRuns {

    private static final Duration WAITS_AT_LEAST = LocationLimits.LONGEST_ASK;

    private static final String MAY_GO = "(o.guest_since < :longAgo or not exists (select 1 from pos.transfer w"
            + " where w.order_id = o.id and w.waiting_since is not null))";

    private final EntityManager entities;
    private final ClusterLock clusterLock;
    private final Orders orders;
    private final Forgetting forgetting;
    private final Audit audit;
    private final Clock clock;

    @Inject
    GuestDataRuns(
            EntityManager entities,
            ClusterLock clusterLock,
            Orders orders,
            Forgetting forgetting,
            Audit audit,
            Clock clock) {
        this.entities = entities;
        this.clusterLock = clusterLock;
        this.orders = orders;
        this.forgetting = forgetting;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One day's run of one brand.
     *
     * @param traces mails, carts, acts and remarks that were cleared beside the orders
     * @param oldest, newest when these orders were placed
     */
    public record Run(LocalDate day, long orders, long traces, Instant oldest, Instant newest, Instant finishedAt) {}

    /** Newest first. */
    public List<Run> newest(TenantId tenant, int limit) {
        return entities.createQuery("select r from RunRow r where r.tenant = :tenant order by r.day desc", RunRow.class)
                .setParameter("tenant", tenant.value())
                .setMaxResults(limit)
                .getResultStream()
                .map(RunRow::view)
                .toList();
    }

    /** Orders of one brand whose guests are due, the oldest first; empty when there are none. */
    public List<UUID> due(int limit, Set<UUID> without) {
        Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        List<?> brand = query(
                        "select o.tenant_id from tenancy.tenant t join ordering.customer_order o on o.tenant_id = t.id"
                                + " and o.guest_since < cast(:today as timestamp with time zone)"
                                + " - t.guest_data_days * interval '1' day where " + MAY_GO,
                        1,
                        today,
                        without,
                        "")
                .setParameter("today", today)
                .getResultList();
        if (brand.isEmpty()) return List.of();
        UUID tenant = (UUID) brand.get(0);
        int days = entities.find(Tenant.class, tenant).guestDataTerms().dataDays();
        return query(
                        "select o.id from ordering.customer_order o where o.tenant_id = :tenant"
                                + " and o.guest_since < :before and " + MAY_GO,
                        limit,
                        today,
                        without,
                        " order by o.guest_since")
                .setParameter("tenant", tenant)
                .setParameter("before", today.minus(Duration.ofDays(days)))
                .getResultStream()
                .map(UUID.class::cast)
                .toList();
    }

    /** One table in the order of its index, so that the first batch of years of orders costs no more than the last. */
    private Query query(String select, int limit, Instant today, Set<UUID> without, String order) {
        Query query = entities.createNativeQuery(
                        select + (without.isEmpty() ? "" : " and o.id not in (:without)") + order + " fetch first "
                                + limit + " rows only",
                        UUID.class)
                .setParameter("longAgo", today.minus(WAITS_AT_LEAST));
        return without.isEmpty() ? query : query.setParameter("without", without);
    }

    /**
     * Forgets these guests unless that was done meanwhile.
     *
     * @return how many orders; 0 also when another node is at it
     */
    public int forget(List<UUID> ids) {
        if (!clusterLock.take("guest-data")) return 0;
        List<Order> known = orders.all(ids).stream().filter(Order::knowsGuest).toList();
        if (known.isEmpty()) return 0;
        Instant now = clock.instant();
        UUID tenant = known.get(0).tenant().value();
        Forgetting.Done done = forgetting.forget(known);
        run(tenant, now.atZone(ZoneOffset.UTC).toLocalDate()).add(done, known, now);
        audit.record(
                Actor.SYSTEM,
                tenant,
                "guests-forgotten",
                "",
                done.orders() + " orders, " + done.traces() + " traces beside them");
        return done.orders();
    }

    private RunRow run(UUID tenant, LocalDate day) {
        RunRow known = entities.find(RunRow.class, new RunRow.Key(tenant, day));
        if (known != null) return known;
        RunRow fresh = new RunRow(tenant, day);
        entities.persist(fresh);
        return fresh;
    }
}
