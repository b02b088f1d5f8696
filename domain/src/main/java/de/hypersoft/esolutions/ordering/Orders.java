package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.database.Condition;
import de.hypersoft.esolutions.kernel.database.Inserts;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All orders. */
@ApplicationScoped
public class Orders {

    private final EntityManager entities;

    @Inject
    public Orders(EntityManager entities) {
        this.entities = entities;
    }

    /** What an order is stored with, beginning with it; nothing of it while the condition does not hold. */
    Inserts inserting(Order order, Condition condition) {
        return new Inserts(entities).addWhere(order, condition);
    }

    public Order get(OrderId id) {
        Order found = entities.find(Order.class, id.value());
        if (found == null) throw new UnknownOrder(id.toString());
        return found;
    }

    public Order get(TenantId tenant, OrderId id) {
        Order found = get(id);
        if (!found.tenant().equals(tenant)) throw new UnknownOrder(id.toString());
        return found;
    }

    /** Those of these that exist, in no order. */
    public List<Order> all(Collection<UUID> ids) {
        return entities.createQuery("select o from Order o where o.id in :ids", Order.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    public Optional<Order> byTrackingToken(TenantId tenant, String token) {
        return entities.createQuery(
                        "select o from Order o where o.trackingToken = :token and o.tenant = :tenant", Order.class)
                .setParameter("token", token)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .findFirst();
    }

    public Optional<Order> byIdempotencyKey(TenantId tenant, String key) {
        return entities.createQuery(
                        "select o from Order o where o.idempotencyKey = :key and o.tenant = :tenant", Order.class)
                .setParameter("key", key)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .findFirst();
    }

    /** No such order, or another tenant's (T49). */
    public static final class UnknownOrder extends NotFound {
        public UnknownOrder(String given) {
            super("unknown-order", "there is no order " + given);
        }
    }
}
