package de.hypersoft.esolutions.notifications.guest;

import de.hypersoft.esolutions.hostnames.dns.PublicAddress;
import de.hypersoft.esolutions.kernel.outbox.Listener;
import de.hypersoft.esolutions.notifications.mail.Draft;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailText;
import de.hypersoft.esolutions.notifications.mail.Mails;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderDocument;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.OrderPlaced;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.snapshot.LocationSnapshot;
import de.hypersoft.esolutions.tenancy.snapshot.LocationSnapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes to the guest as soon as the order is placed (L16). */
@ApplicationScoped
public class ConfirmOrder implements Listener<OrderPlaced> {

    private final Orders orders;
    private final LocationSnapshots kept;
    private final Locations locations;
    private final PublicAddress addresses;
    private final Mails mails;

    @Inject
    public ConfirmOrder(
            Orders orders, LocationSnapshots kept, Locations locations, PublicAddress addresses, Mails mails) {
        this.orders = orders;
        this.kept = kept;
        this.locations = locations;
        this.addresses = addresses;
        this.mails = mails;
    }

    @Override
    public String name() {
        return "confirm-order";
    }

    @Override
    public Class<OrderPlaced> event() {
        return OrderPlaced.class;
    }

    @Override
    public void on(OrderPlaced event) {
        onAll(List.of(event));
    }

    /** All orders, all shops' addresses and all mails in one statement each; where an order was placed is at hand. */
    @Override
    public void onAll(List<OrderPlaced> events) {
        Map<OrderId, Order> placed = orders
                .all(events.stream().map(OrderPlaced::orderId).toList())
                .stream()
                .collect(Collectors.toMap(Order::id, Function.identity()));
        Map<TenantId, String> shops =
                addresses.shops(placed.values().stream().map(Order::tenant).collect(Collectors.toSet()));
        mails.queue(events.stream()
                .map(event -> {
                    OrderId id = new OrderId(event.orderId());
                    Order order = placed.get(id);
                    if (order == null) throw new Orders.UnknownOrder(id.toString());
                    return draft(event, order, Optional.ofNullable(shops.get(order.tenant())));
                })
                .flatMap(Optional::stream)
                .toList());
    }

    private Optional<Draft> draft(OrderPlaced event, Order order, Optional<String> shop) {
        OrderDocument document = order.document();
        if (document.guest().forgotten()) return Optional.empty();
        MailText text = ConfirmationText.of(
                document, seller(order, document), shop.map(address -> address + "/orders/" + order.trackingToken()));
        return Optional.of(new Draft(
                MailKind.ORDER_CONFIRMATION,
                event.orderId(),
                1,
                event.tenantId(),
                event.locationId(),
                document.guest().email(),
                text));
    }

    private LocationDetails seller(Order order, OrderDocument document) {
        return kept.lately(order.tenant(), document.location())
                .map(LocationSnapshot::location)
                .filter(location -> location.id().equals(order.location()))
                .orElseGet(() -> locations.get(order.location()))
                .details();
    }
}
