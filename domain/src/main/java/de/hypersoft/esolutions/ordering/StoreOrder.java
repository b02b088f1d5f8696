package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.catalog.Menus;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.database.Inserts;
import de.hypersoft.esolutions.kernel.metrics.LogContext;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.kernel.outbox.Outbox;
import de.hypersoft.esolutions.ordering.limits.OrderCounting;
import de.hypersoft.esolutions.ordering.number.OrderNumbers;
import de.hypersoft.esolutions.ordering.quote.Offer;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.snapshot.LocationSnapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/**
 * Stores an order that nothing speaks against, with its number, its transfer, what it counts and what is told of it, by one
 * statement; provided that the location and its menu are as they were when it was offered.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class StoreOrder {

    private final Orders orders;
    private final OrderNumbers numbers;
    private final Transferability transferability;
    private final Outbox outbox;
    private final LocationSnapshots shops;
    private final Menus menus;
    private final Event<Changed> changes;

    @Inject
    public StoreOrder(
            Orders orders,
            OrderNumbers numbers,
            Transferability transferability,
            Outbox outbox,
            LocationSnapshots shops,
            Menus menus,
            Event<Changed> changes) {
        this.orders = orders;
        this.numbers = numbers;
        this.transferability = transferability;
        this.outbox = outbox;
        this.shops = shops;
        this.menus = menus;
        this.changes = changes;
    }

    /** @throws OptimisticLockException when something was changed since: it is to be offered anew */
    Order store(OrderRequest request, Offer offer, OrderCounting counting, Instant now) {
        Location location = offer.shop().location();
        OrderDocument document = Documents.of(request, offer, Uuid7.at(now), numbers.next(location, now), now);
        Order order = new Order(location.tenant(), location.id(), document, request);
        LogContext.location(location.id().value());
        LogContext.order(order.id().value());
        Inserts inserts =
                orders.inserting(order, offer.shop().unchanged().and(menus.unchanged(location.id(), offer.menu())));
        transferability.open(order, now, inserts);
        outbox.append(placed(order), inserts);
        counting.store(inserts);
        if (!inserts.run()) {
            shops.forget(offer.shop());
            menus.forget(location.id());
            throw new OptimisticLockException("the location or its menu has changed meanwhile");
        }
        changes.fire(changed(Changed.What.ORDER_WAITING, order));
        changes.fire(changed(Changed.What.ORDER, order));
        return order;
    }

    private static OrderPlaced placed(Order order) {
        return new OrderPlaced(
                order.id().value(), order.tenant().value(), order.location().value(), order.number(), order.placedAt());
    }

    private static Changed changed(Changed.What what, Order order) {
        return new Changed(
                what,
                order.tenant().value(),
                order.location().value(),
                order.id().value());
    }
}
