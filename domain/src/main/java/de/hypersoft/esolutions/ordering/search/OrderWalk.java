package de.hypersoft.esolutions.ordering.search;

import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderDocument;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Goes through stored orders, some at a time, however many there are. */
@ApplicationScoped
@Transactional
public class OrderWalk {

    private final EntityManager entities;

    @Inject
    OrderWalk(EntityManager entities) {
        this.entities = entities;
    }

    /** An order as it was placed, and what became of it. */
    public record Stored(
            OrderId id, LocationId location, Instant placedAt, OrderStatus status, OrderDocument document) {

        static Stored of(Order order) {
            return new Stored(order.id(), order.location(), order.placedAt(), order.status(), order.document());
        }
    }

    /** Where a walk stands: behind the order of that moment and id. */
    public record Place(Instant placedAt, UUID order) {

        /** Before all that were placed since. */
        public static Place before(Instant placedAt) {
            return new Place(placedAt, new UUID(0, 0));
        }

        public static Place behind(Stored order) {
            return new Place(order.placedAt(), order.id().value());
        }
    }

    /** Of all tenants, in the order of their ids, those behind that one. */
    public List<UUID> after(UUID last, int most) {
        return ids(entities.createNativeQuery(
                        "select o.id from ordering.customer_order o where o.id > :last order by o.id", UUID.class)
                .setParameter("last", last)
                .setMaxResults(most));
    }

    /**
     * By the moment they were placed.
     *
     * @param until exclusive
     */
    public List<Stored> placed(Scope scope, Place behind, Instant until, int most) {
        if (scope instanceof Scope.Places some && some.locations().isEmpty()) return List.of();
        String places = scope instanceof Scope.Places ? " and o.location_id in (:locations)" : "";
        Query query = entities.createNativeQuery(
                        "select o.* from ordering.customer_order o where o.tenant_id = :tenant and o.placed_at >= :at"
                                + " and (o.placed_at > :at or o.id > :order) and o.placed_at < :until" + places
                                + " order by o.placed_at, o.id",
                        Order.class)
                .setParameter("tenant", scope.tenant().value())
                .setParameter("at", behind.placedAt())
                .setParameter("order", behind.order())
                .setParameter("until", until)
                .setMaxResults(most);
        if (scope instanceof Scope.Places some)
            query.setParameter(
                    "locations",
                    some.locations().stream().map(LocationId::value).toList());
        List<?> found = query.getResultList();
        return found.stream().map(Order.class::cast).map(Stored::of).toList();
    }

    /** Those of these whose guest's mailbox ordered at the same brand before, as far as guests are not forgotten. */
    public Set<UUID> returning(Collection<UUID> orders) {
        if (orders.isEmpty()) return Set.of();
        return ids(entities.createNativeQuery(
                                "select o.id from ordering.customer_order o where o.id in (:orders) and o.search_mail <> ''"
                                        + " and exists (select 1 from ordering.customer_order e where e.tenant_id = o.tenant_id"
                                        + " and e.search_mail = o.search_mail and (e.placed_at < o.placed_at"
                                        + " or (e.placed_at = o.placed_at and e.id < o.id)))",
                                UUID.class)
                        .setParameter("orders", orders))
                .stream()
                .collect(Collectors.toSet());
    }

    private static List<UUID> ids(Query query) {
        List<?> found = query.getResultList();
        return found.stream().map(UUID.class::cast).toList();
    }
}
