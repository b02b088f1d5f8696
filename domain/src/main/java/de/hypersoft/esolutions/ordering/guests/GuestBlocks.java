package de.hypersoft.esolutions.ordering.guests;

import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.ordering.Guest;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where a manager blocks a guest who ordered for nobody, and takes it back. */
@ApplicationScoped
@Transactional
public class GuestBlocks {

    /** Of one list; whoever has more ends some. */
    public static final int MOST = 500;

    private static final int LONGEST_REASON = 200;

    private final EntityManager entities;
    private final Orders orders;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public GuestBlocks(EntityManager entities, Orders orders, Audit audit, Clock clock) {
        this.entities = entities;
        this.orders = orders;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A block as it is listed.
     *
     * @param wholeBrand for all locations of the brand, else for this one
     * @param order from which it was made; it tells the guest until that is forgotten
     */
    public record Block(
            UUID id,
            LocationId location,
            boolean wholeBrand,
            OrderId order,
            String orderNumber,
            String reason,
            String by,
            Instant at,
            Instant endsAt) {}

    /**
     * Takes no orders any more of this order's mailbox and phone; doing it again changes nothing.
     *
     * @param wholeBrand only whoever is there for all locations may say so
     * @throws Conflict {@code guest-forgotten}, {@code too-many-blocks}
     * @throws Forbidden {@code whole-tenant-needed}
     * @throws Orders.UnknownOrder for one outside of the scope
     */
    public void block(Scope scope, Actor by, OrderId id, String reason, boolean wholeBrand) {
        Order order = orders.get(scope.tenant(), id);
        if (!scope.covers(order.tenant(), order.location())) throw new Orders.UnknownOrder(id.toString());
        if (wholeBrand && !(scope instanceof Scope.Brand))
            throw new Forbidden("whole-tenant-needed", "only whoever is there for all locations blocks for all");
        String why = Guest.line(reason, 3, LONGEST_REASON, "reason");
        if (!order.knowsGuest()) throw new Conflict("guest-forgotten", "nobody knows any more who ordered this");
        if (isBlocked(order)) return;
        if (list(scope).size() >= MOST) throw new Conflict("too-many-blocks", "end some blocks first");
        entities.persist(new BlockedGuest(order, wholeBrand, why, by.name(), clock.instant()));
        audit.record(by, order.tenant().value(), "guest-blocked", order.number(), why);
    }

    /** Newest first, at most {@value #MOST}. */
    public List<Block> list(Scope scope) {
        TypedQuery<BlockedGuest> query = entities.createQuery(
                "select b from BlockedGuest b where b.tenant = :tenant and b.endsAt > :now"
                        + (scope instanceof Scope.Places ? " and b.location in :locations" : "")
                        + " order by b.id desc",
                BlockedGuest.class);
        query.setParameter("tenant", scope.tenant().value()).setParameter("now", clock.instant());
        if (scope instanceof Scope.Places places)
            query.setParameter(
                    "locations",
                    places.locations().stream().map(LocationId::value).toList());
        return query.setMaxResults(MOST)
                .getResultStream()
                .map(BlockedGuest::view)
                .toList();
    }

    /**
     * @throws NotFound {@code unknown-block} when it is over, or out of reach
     * @throws Forbidden {@code whole-tenant-needed} for one that holds for all locations
     */
    public void unblock(Scope scope, Actor by, UUID id) {
        BlockedGuest found = entities.find(BlockedGuest.class, id);
        if (found == null || !scope.covers(found.tenant(), found.location()))
            throw new NotFound("unknown-block", "there is no block " + id);
        if (found.isWholeBrand() && !(scope instanceof Scope.Brand))
            throw new Forbidden("whole-tenant-needed", "only whoever is there for all locations ends this one");
        entities.remove(found);
        audit.record(by, found.tenant().value(), "guest-unblocked", found.orderNumber(), "");
    }

    /** Whether the guest of this order is blocked by it. */
    public boolean isBlocked(Order order) {
        return entities.createQuery(
                                "select count(b) from BlockedGuest b where b.tenant = :tenant and b.order = :order",
                                Long.class)
                        .setParameter("tenant", order.tenant().value())
                        .setParameter("order", order.id().value())
                        .getSingleResult()
                > 0;
    }

    /** By what a block knows a guest; it does not tell who that is. */
    public record Marks(String mailHash, String phoneHash) {
        public static Marks of(TenantId tenant, Guest guest) {
            return new Marks(BlockedGuest.mailHash(tenant, guest), BlockedGuest.phoneHash(tenant, guest));
        }
    }

    /** {@code order-by-phone}, with the phone; politely, for it may be somebody else's number. */
    public static Conflict refusal(Location location) {
        return new Conflict(
                "order-by-phone",
                "this order is not taken over the web",
                Map.of("phone", location.details().phone()));
    }

    /** Removes those whose time is over; answers how many. */
    public int sweep() {
        return entities.createQuery("delete from BlockedGuest b where b.endsAt <= :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
