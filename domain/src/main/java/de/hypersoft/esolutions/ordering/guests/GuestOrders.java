package de.hypersoft.esolutions.ordering.guests;

import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.ordering.cart.CartKey;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The way from a guest's cookie to what was ordered with it, and to nobody else's. */
@ApplicationScoped
@Transactional
public class GuestOrders {

    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final List<OrderStatus> ENDS =
            List.of(OrderStatus.COMPLETED, OrderStatus.REJECTED, OrderStatus.CANCELLED);

    private final EntityManager entities;
    private final Orders orders;
    private final Clock clock;

    @Inject
    public GuestOrders(EntityManager entities, Orders orders, Clock clock) {
        this.entities = entities;
        this.orders = orders;
        this.clock = clock;
    }

    /** @param trackingToken the secret of the status page */
    public record Placed(String number, String trackingToken) {}

    /** The order a checkout of this cart led to; empty while there is none. */
    public Optional<Placed> of(CartKey key, String formKey) {
        return orders.byIdempotencyKey(key.tenant(), key.orderKey(formKey)).map(GuestOrders::placed);
    }

    /** The guest's newest order that is not done; one is done when it came to an end, or a day after it was due. */
    public Optional<Placed> open(TenantId tenant, String secret) {
        Instant since = clock.instant().minus(REMEMBERED);
        return entities.createQuery(
                        "select o from Cart c, Order o where c.tokenHash = :hash and c.tenant = :tenant"
                                + " and o.tenant = c.tenant and o.idempotencyKey = c.orderKey"
                                + " and o.status not in :ends and (o.placedAt > :since or o.fulfilAt > :since)"
                                + " order by o.placedAt desc",
                        Order.class)
                .setParameter("hash", Secret.hashOf(secret))
                .setParameter("tenant", tenant.value())
                .setParameter("ends", ENDS)
                .setParameter("since", since)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(GuestOrders::placed);
    }

    private static Placed placed(Order order) {
        return new Placed(order.number(), order.trackingToken());
    }
}
