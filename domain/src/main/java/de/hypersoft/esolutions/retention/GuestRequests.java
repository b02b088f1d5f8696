package de.hypersoft.esolutions.retention;

import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What guests ask for from the pages of their orders, until somebody has answered. */
@ApplicationScoped
@RetryOnConflict
@Transactional
public class GuestRequests {

    private final EntityManager entities;
    private final Orders orders;
    private final Audit audit;
    private final Event<DomainEvent> events;
    private final Clock clock;

    @Inject
    public GuestRequests(EntityManager entities, Orders orders, Audit audit, Event<DomainEvent> events, Clock clock) {
        this.entities = entities;
        this.orders = orders;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** One that waits for an answer. */
    public record Request(UUID id, UUID location, UUID order, String number, GuestRequestKind wish, Instant askedAt) {}

    /** Asks once; the same wish for the same order again changes nothing while nobody has answered. */
    public void ask(OrderId id, GuestRequestKind wish) {
        if (open(id).containsKey(wish)) return;
        Order order = orders.get(id);
        entities.persist(new RequestRow(order, wish, clock.instant()));
        entities.flush();
        audit.record(
                Actor.GUEST,
                order.tenant().value(),
                wish == GuestRequestKind.EXPORT ? "guest-asked-export" : "guest-asked-erasure",
                order.number(),
                "");
        events.fire(new GuestAsked(
                id.value(), order.tenant().value(), order.location().value(), order.number(), wish, times(id, wish)));
    }

    private int times(OrderId id, GuestRequestKind wish) {
        return entities.createQuery(
                        "select count(r) from RequestRow r where r.order = :order and r.wish = :wish", Long.class)
                .setParameter("order", id.value())
                .setParameter("wish", wish)
                .getSingleResult()
                .intValue();
    }

    /** What was asked for by the page of this order and when, as far as it is not answered. */
    public Map<GuestRequestKind, Instant> open(OrderId id) {
        Map<GuestRequestKind, Instant> asked = new EnumMap<>(GuestRequestKind.class);
        entities.createQuery("select r from RequestRow r where r.openOrder = :order", RequestRow.class)
                .setParameter("order", id.value())
                .getResultStream()
                .map(RequestRow::view)
                .forEach(request -> asked.put(request.wish(), request.askedAt()));
        return asked;
    }

    /** All that wait, the oldest first. */
    public List<Request> open(Scope scope) {
        TypedQuery<RequestRow> query = entities.createQuery(
                        "select r from RequestRow r where r.tenant = :tenant and r.openOrder is not null"
                                + (scope instanceof Scope.Places ? " and r.location in :locations" : "")
                                + " order by r.askedAt",
                        RequestRow.class)
                .setParameter("tenant", scope.tenant().value());
        if (scope instanceof Scope.Places places)
            query.setParameter(
                    "locations",
                    places.locations().stream().map(LocationId::value).toList());
        return query.setMaxResults(200).getResultStream().map(RequestRow::view).toList();
    }

    /**
     * Somebody has answered the guest; repeating it changes nothing.
     *
     * @throws NotFound {@code unknown-request}, also for one outside of the scope
     */
    public void answered(Scope scope, Actor by, UUID id) {
        RequestRow row = entities.find(RequestRow.class, id);
        if (row == null || !scope.covers(new TenantId(row.tenant()), new LocationId(row.location())))
            throw new NotFound("unknown-request", "there is no request " + id);
        if (row.answer(by.name(), clock.instant())) audit.record(by, row.tenant(), "guest-answered", row.number(), "");
    }

    /** What was asked for is done by these orders. */
    void done(Actor by, List<UUID> ids, GuestRequestKind wish) {
        Instant now = clock.instant();
        entities.createQuery(
                        "select r from RequestRow r where r.openOrder in :orders and r.wish = :wish", RequestRow.class)
                .setParameter("orders", ids)
                .setParameter("wish", wish)
                .getResultStream()
                .forEach(row -> row.answer(by.name(), now));
    }
}
