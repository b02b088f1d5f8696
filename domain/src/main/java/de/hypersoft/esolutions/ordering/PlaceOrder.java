package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.catalog.availability.Availabilities;
import de.hypersoft.esolutions.kernel.ClientNetwork;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.ordering.click.UnconfirmedOrders;
import de.hypersoft.esolutions.ordering.guests.GuestBlocks;
import de.hypersoft.esolutions.ordering.limits.OrderLimits;
import de.hypersoft.esolutions.ordering.limits.Sender;
import de.hypersoft.esolutions.ordering.number.OrderNumbers;
import de.hypersoft.esolutions.ordering.quote.Offer;
import de.hypersoft.esolutions.ordering.quote.Offers;
import de.hypersoft.esolutions.pricing.Quote;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Places an order: checks it against hours, zone, menu and stock, prices it once, and in one transaction stores it,
 * makes it transferable and tells of it; or keeps it for its guest's click where too many came. The same idempotency key
 * gives the first answer again.
 */
@ApplicationScoped
@RetryOnConflict
@Transactional
public class PlaceOrder {

    private final Locations locations;
    private final Offers offers;
    private final Availabilities availabilities;
    private final Orders orders;
    private final GuestBlocks blocks;
    private final OrderLimits limits;
    private final UnconfirmedOrders unconfirmed;
    private final OrderNumbers numbers;
    private final Transferability transferability;
    private final Event<DomainEvent> events;
    private final Event<Changed> changes;
    private final Clock clock;

    @Inject
    public PlaceOrder(
            Locations locations,
            Offers offers,
            Availabilities availabilities,
            Orders orders,
            GuestBlocks blocks,
            OrderLimits limits,
            UnconfirmedOrders unconfirmed,
            OrderNumbers numbers,
            Transferability transferability,
            Event<DomainEvent> events,
            Event<Changed> changes,
            Clock clock) {
        this.locations = locations;
        this.offers = offers;
        this.availabilities = availabilities;
        this.orders = orders;
        this.blocks = blocks;
        this.limits = limits;
        this.unconfirmed = unconfirmed;
        this.numbers = numbers;
        this.transferability = transferability;
        this.events = events;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * @throws Invalid when the request cannot be right; the field says where
     * @throws Conflict {@code location-closed}, {@code ordering-paused}, {@code order-by-phone}, {@code sold-out},
     *     {@code price-changed}, {@code minimum-order}, {@code negative-total}, {@code idempotency-key-reused}
     * @throws de.hypersoft.esolutions.kernel.TooMany {@code too-many-orders}, {@code confirmation-pending}; the same key
     *     again is never one too many
     */
    public Placing place(TenantId tenantId, OrderRequest request, ClientNetwork from) {
        return place(tenantId, request, Sender.api(from));
    }

    /** As {@link #place(TenantId, OrderRequest, ClientNetwork)}, for a guest who clicked in the mail, so it is never asked again. */
    public OrderReceipt confirmed(TenantId tenantId, OrderRequest request, @Nullable String cart) {
        return (OrderReceipt) place(tenantId, request, Sender.clicked(cart));
    }

    Placing place(TenantId tenantId, OrderRequest request, Sender sender) {
        Optional<Order> earlier = orders.byIdempotencyKey(tenantId, request.idempotencyKey());
        if (earlier.isPresent()) return again(earlier.get(), request);
        Instant now = clock.instant();
        if (!sender.confirmed()) {
            Optional<AwaitsClick> asked = unconfirmed.repeated(tenantId, request, sender, now);
            if (asked.isPresent()) return asked.get();
        }
        Location location = locations.get(tenantId, request.location());
        blocks.check(location, request.guest(), now);
        Offer offer = offers.of(location, request.wish(), now);
        checkAge(offer.quote(), request);
        offer.check(request.expectedTotal());
        if (!sender.confirmed() && !limits.isFree(location, request, sender, now))
            return unconfirmed.keep(location, request, sender, now);
        limits.count(location, request, sender, now);
        Documents documents = Documents.of(
                offer.tenant(), request, offer.quote(), offer.menu().version());
        availabilities.take(location.id(), documents.quantities());
        OrderDocument document = documents.numbered(Uuid7.at(now), numbers.next(location, now), now, offer.promised());
        Order order = new Order(tenantId, location.id(), document, request);
        orders.add(order);
        transferability.open(order, now);
        announce(order);
        return OrderReceipt.of(order, true);
    }

    private static OrderReceipt again(Order earlier, OrderRequest request) {
        if (!earlier.cameFrom(request))
            throw new Conflict("idempotency-key-reused", "this idempotency key belongs to another order");
        return OrderReceipt.of(earlier, false);
    }

    private static void checkAge(Quote quote, OrderRequest request) {
        int age = quote.minimumAge();
        if (age > 0 && !request.ageConfirmed())
            throw new Invalid(
                    "age-not-confirmed",
                    "something in it is for persons of " + age + " and over; ageConfirmed says that the guest is one",
                    "ageConfirmed",
                    Map.of("age", age));
    }

    private void announce(Order order) {
        events.fire(new OrderPlaced(
                order.id().value(),
                order.tenant().value(),
                order.location().value(),
                order.number(),
                order.placedAt()));
        for (Changed.What what : List.of(Changed.What.ORDER_WAITING, Changed.What.ORDER))
            changes.fire(new Changed(
                    what,
                    order.tenant().value(),
                    order.location().value(),
                    order.id().value()));
    }
}
