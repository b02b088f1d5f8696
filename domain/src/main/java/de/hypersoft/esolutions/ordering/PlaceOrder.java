package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.Menus;
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
import de.hypersoft.esolutions.ordering.slot.Slots;
import de.hypersoft.esolutions.ordering.slot.Soonest;
import de.hypersoft.esolutions.pricing.Basket;
import de.hypersoft.esolutions.pricing.Picked;
import de.hypersoft.esolutions.pricing.Pricing;
import de.hypersoft.esolutions.pricing.Quote;
import de.hypersoft.esolutions.pricing.SelectionRules;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.delivery.Postcode;
import de.hypersoft.esolutions.tenancy.hours.Pause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
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

    private final Tenants tenants;
    private final Locations locations;
    private final Menus menus;
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
            Tenants tenants,
            Locations locations,
            Menus menus,
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
        this.tenants = tenants;
        this.locations = locations;
        this.menus = menus;
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
        Tenant tenant = tenants.get(tenantId);
        Location location = locations.get(tenantId, request.location());
        checkType(location, request);
        blocks.check(location, request.guest(), now);
        DeliveryZone.Terms delivery = deliveryTerms(location, tenant, request);
        Instant promised = promised(location, request, delivery, now);
        Menu menu = menus.current(location.id());
        Quote quote = Pricing.quote(menu, basket(location, request, delivery, promised));
        checkAge(quote, request);
        checkServed(quote, menu, location, promised);
        checkTotal(quote, request, delivery);
        if (!sender.confirmed() && !limits.isFree(location, request, sender, now))
            return unconfirmed.keep(location, request, sender, now);
        limits.count(location, request, sender, now);
        Documents documents = Documents.of(tenant, request, quote, menu.version());
        availabilities.take(location.id(), documents.quantities());
        OrderDocument document = documents.numbered(Uuid7.at(now), numbers.next(location, now), now, promised);
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

    private static void checkType(Location location, OrderRequest request) {
        SelectionRules.note(request.note(), "note");
        if (!location.orderTypes().contains(request.orderType()))
            throw new Invalid("order-type-not-offered", request.orderType() + " is not offered here", "orderType");
    }

    /** When it can be had: the slot wished for, or what "as soon as possible" means now. */
    private Instant promised(
            Location location, OrderRequest request, DeliveryZone.@Nullable Terms delivery, Instant now) {
        Slots slots = Slots.of(locations.hours(location), location.details(), request.orderType(), delivery);
        Instant wished = request.fulfilAt();
        if (wished == null) {
            Soonest soonest = slots.soonest(now);
            return soonest.promise().orElseThrow(() -> closed(location, soonest));
        }
        if (!slots.offers(wished, now)) {
            if (slots.hours().pauseAt(now).isPresent()) throw paused(location);
            throw new Invalid("slot-not-offered", "nothing can be had at " + wished, "fulfilAt");
        }
        return wished;
    }

    private static Conflict paused(Location location) {
        Map<String, Object> facts =
                new HashMap<>(Map.of("phone", location.details().phone()));
        Pause pause = location.pause();
        if (pause != null) pause.end().ifPresent(end -> facts.put("until", end.toString()));
        return new Conflict("ordering-paused", location.slug() + " takes no orders for a while", facts);
    }

    private static Conflict closed(Location location, Soonest soonest) {
        if (soonest.why() == Soonest.Why.PAUSED) return paused(location);
        return new Conflict(
                "location-closed",
                location.slug() + " cannot have it ready before it closes",
                Map.of("reason", soonest.why().name()));
    }

    private static Basket basket(
            Location location, OrderRequest request, DeliveryZone.@Nullable Terms delivery, Instant supply) {
        return Basket.of(request.orderType(), supply, location.zone(), location.country())
                .with(request.lines())
                .with(delivery);
    }

    private DeliveryZone.@Nullable Terms deliveryTerms(Location location, Tenant tenant, OrderRequest request) {
        if (request.orderType() != OrderType.DELIVERY || request.deliveryAddress() == null) return null;
        String country = request.deliveryAddress().country();
        if (!country.isEmpty() && !country.equalsIgnoreCase(location.country()))
            throw new Invalid(
                    "outside-delivery-area",
                    "no delivery to " + country,
                    "deliveryAddress.country",
                    Map.of("postcode", country));
        String postcode = request.deliveryAddress().postcode();
        return Postcode.of(postcode, location.country())
                .among(locations.zones(location.id(), tenant.currency()))
                .orElseThrow(() -> new Invalid(
                        "outside-delivery-area",
                        "no delivery to " + postcode,
                        "deliveryAddress.postcode",
                        Map.of("postcode", postcode)));
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

    /** Time rules look at when the order is fulfilled, not when it is placed (T20). */
    private static void checkServed(Quote quote, Menu menu, Location location, Instant fulfilled) {
        for (Quote.Line line : quote.lines())
            Picked.of(menu, line.article(), line.selection())
                    .notServed(menu, fulfilled, location.zone())
                    .ifPresent(away -> {
                        throw new Conflict(
                                "not-served-then",
                                "article " + away.id() + " is not served at " + fulfilled,
                                Map.of("article", away.id()));
                    });
    }

    private static void checkTotal(Quote quote, OrderRequest request, DeliveryZone.@Nullable Terms terms) {
        if (quote.belowZero())
            throw new Conflict("negative-total", "the total or a line is below zero", Map.of("total", quote.total()));
        if (terms != null && quote.goods().compareTo(terms.minimum()) < 0)
            throw new Conflict(
                    "minimum-order",
                    "the minimum order value is not reached",
                    Map.of(
                            "minimum",
                            terms.minimum(),
                            "missing",
                            terms.minimum().minus(quote.goods())));
        if (request.expectedTotal() != null && !request.expectedTotal().equals(quote.total()))
            throw new Conflict("price-changed", "the total is another one now", Map.of("total", quote.total()));
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
