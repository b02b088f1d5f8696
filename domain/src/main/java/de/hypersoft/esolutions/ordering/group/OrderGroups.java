package de.hypersoft.esolutions.ordering.group;

import de.hypersoft.esolutions.catalog.availability.Availabilities;
import de.hypersoft.esolutions.kernel.ClientNetwork;
import de.hypersoft.esolutions.kernel.LoggableCause;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.metrics.LogContext;
import de.hypersoft.esolutions.ordering.OrderReceipt;
import de.hypersoft.esolutions.ordering.OrderRequest;
import de.hypersoft.esolutions.ordering.PlaceOrder;
import de.hypersoft.esolutions.ordering.Placing;
import de.hypersoft.esolutions.ordering.guests.GuestBlocks;
import de.hypersoft.esolutions.ordering.limits.OrderLimits;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where orders come in one by one and leave by groups: while one is stored, those that come meanwhile gather, and are then
 * stored by one transaction. Nobody waits for others to come: who finds nobody at work is a group of one. Whatever memory or
 * database have to say against an order is said by {@link PlaceOrder}, to which it goes by itself then; so does each of a
 * group that failed.
 */
@ApplicationScoped
public class OrderGroups {

    private static final Logger LOG = LoggerFactory.getLogger(OrderGroups.class);
    private static final int LEADERS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final int TOGETHER = 32;
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final LocationSnapshots shops;
    private final Offers offers;
    private final OrderLimits limits;
    private final PlaceGroup placeGroup;
    private final PlaceOrder placeOrder;
    private final Clock clock;
    private final Gathering<ReadyOrder, Placing> gathering = new Gathering<>(LEADERS, TOGETHER, PATIENCE);

    @Inject
    OrderGroups(
            LocationSnapshots shops,
            Offers offers,
            OrderLimits limits,
            PlaceGroup placeGroup,
            PlaceOrder placeOrder,
            Clock clock) {
        this.shops = shops;
        this.offers = offers;
        this.limits = limits;
        this.placeGroup = placeGroup;
        this.placeOrder = placeOrder;
        this.clock = clock;
    }

    /** As {@link PlaceOrder#place(TenantId, OrderRequest, ClientNetwork)}; not to be asked within a transaction. */
    public Placing place(TenantId tenant, OrderRequest request, ClientNetwork from) {
        Optional<ReadyOrder> ready = ready(tenant, request, from);
        if (ready.isEmpty()) return placeOrder.place(tenant, request, from);
        Placing placing = gathering.join(ready.get(), this::together, () -> placeOrder.place(tenant, request, from));
        if (placing instanceof OrderReceipt receipt) {
            LogContext.location(ready.get().location());
            LogContext.order(receipt.orderId().value());
        }
        return placing;
    }

    private List<Optional<Placing>> together(List<ReadyOrder> group) {
        try {
            return placeGroup.place(group).stream()
                    .map(receipt -> receipt.map(Placing.class::cast))
                    .toList();
        } catch (Exception e) {
            LOG.info("a group of {} is placed one by one: {}", group.size(), LoggableCause.of(e));
            throw e;
        }
    }

    /** Empty when something speaks against it. */
    Optional<ReadyOrder> ready(TenantId tenant, OrderRequest request, ClientNetwork from) {
        Instant now = clock.instant();
        try {
            LocationSnapshot shop = shops.of(tenant, request.location());
            Location location = shop.location();
            Offer offer = offers.of(shop, request.wish(), now);
            offer.checkAge(request.ageConfirmed());
            offer.check(request.expectedTotal());
            OrderLookup.Asked asked = new OrderLookup.Asked(
                    location.tenant(),
                    request.idempotencyKey(),
                    GuestBlocks.Marks.of(location.tenant(), request.guest()),
                    limits.subjects(location, request, Sender.api(from)));
            return Optional.of(
                    ReadyOrder.of(request, asked, offer, Availabilities.needed(offer.menu(), offer.portions()), now));
        } catch (Refusal e) {
            // Only who looks at its key first may say so: a repeated order is answered, not refused.
            return Optional.empty();
        }
    }
}
