package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.catalog.availability.Availabilities;
import de.hypersoft.esolutions.kernel.ClientNetwork;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import de.hypersoft.esolutions.kernel.metrics.LogContext;
import de.hypersoft.esolutions.ordering.click.UnconfirmedOrders;
import de.hypersoft.esolutions.ordering.guests.GuestBlocks;
import de.hypersoft.esolutions.ordering.limits.OrderCounting;
import de.hypersoft.esolutions.ordering.limits.OrderLimits;
import de.hypersoft.esolutions.ordering.limits.OrderSubjects;
import de.hypersoft.esolutions.ordering.limits.OrderTally;
import de.hypersoft.esolutions.ordering.limits.Sender;
import de.hypersoft.esolutions.ordering.lookup.OrderLookup;
import de.hypersoft.esolutions.ordering.quote.Offer;
import de.hypersoft.esolutions.ordering.quote.Offers;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.snapshot.LocationSnapshot;
import de.hypersoft.esolutions.tenancy.snapshot.LocationSnapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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

    private final LocationSnapshots shops;
    private final OrderLookup lookup;
    private final Offers offers;
    private final Availabilities availabilities;
    private final OrderLimits limits;
    private final UnconfirmedOrders unconfirmed;
    private final StoreOrder storeOrder;
    private final Orders orders;
    private final Clock clock;

    @Inject
    public PlaceOrder(
            LocationSnapshots shops,
            OrderLookup lookup,
            Offers offers,
            Availabilities availabilities,
            OrderLimits limits,
            UnconfirmedOrders unconfirmed,
            StoreOrder storeOrder,
            Orders orders,
            Clock clock) {
        this.shops = shops;
        this.lookup = lookup;
        this.offers = offers;
        this.availabilities = availabilities;
        this.limits = limits;
        this.unconfirmed = unconfirmed;
        this.storeOrder = storeOrder;
        this.orders = orders;
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
        LocationSnapshot shop = shops.of(tenantId, request.location());
        Location location = shop.location();
        Instant now = clock.instant();
        OrderSubjects subjects = limits.subjects(location, request, sender);
        OrderLookup.Found found = lookup.find(location, request, subjects, now);
        if (found.earlier().isPresent()) return again(orders.get(found.earlier().get()), request);
        if (found.asked() && !sender.confirmed()) {
            Optional<AwaitsClick> asked = unconfirmed.repeated(tenantId, request, sender, now);
            if (asked.isPresent()) return asked.get();
        }
        if (found.blocked()) throw GuestBlocks.refusal(location);
        Offer offer = offers.of(shop, request.wish(), now);
        offer.checkAge(request.ageConfirmed());
        offer.check(request.expectedTotal());
        OrderTally tally = limits.tally(found.busyUntil(), now);
        OrderCounting counting = limits.counting(subjects, tally);
        if (!sender.confirmed() && !counting.isFree()) {
            counting.accept();
            tally.store();
            return unconfirmed.keep(location, request, sender, now);
        }
        counting.count();
        counting.accept();
        availabilities.take(location.id(), offer.portions());
        StoreOrder.Accepted accepted = new StoreOrder.Accepted(request, offer, now, LogContext.trace());
        return OrderReceipt.of(storeOrder.store(List.of(accepted), tally).get(0), true);
    }

    private static OrderReceipt again(Order earlier, OrderRequest request) {
        if (!earlier.cameFrom(request))
            throw new Conflict("idempotency-key-reused", "this idempotency key belongs to another order");
        return OrderReceipt.of(earlier, false);
    }
}
