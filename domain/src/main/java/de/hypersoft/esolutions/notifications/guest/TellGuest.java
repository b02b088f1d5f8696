package de.hypersoft.esolutions.notifications.guest;

import de.hypersoft.esolutions.hostnames.dns.PublicAddress;
import de.hypersoft.esolutions.kernel.outbox.Listener;
import de.hypersoft.esolutions.notifications.mail.Draft;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailText;
import de.hypersoft.esolutions.notifications.mail.Mails;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderAdvanced;
import de.hypersoft.esolutions.ordering.OrderDocument;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.tenancy.GuestMails;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes to the guest what became of the order: cancelled, rejected and why, accepted and for when, ready. One mail of each
 * kind per order, however often a till reports it (T38); none about good news that a bad end has overtaken.
 */
@ApplicationScoped
public class TellGuest implements Listener<OrderAdvanced> {

    /** A guest hears the same news of an order once, whatever becomes of its handover. */
    private static final int ONCE = 1;

    private final Orders orders;
    private final Locations locations;
    private final Tenants tenants;
    private final PublicAddress addresses;
    private final Mails mails;

    @Inject
    public TellGuest(Orders orders, Locations locations, Tenants tenants, PublicAddress addresses, Mails mails) {
        this.orders = orders;
        this.locations = locations;
        this.tenants = tenants;
        this.addresses = addresses;
        this.mails = mails;
    }

    @Override
    public String name() {
        return "tell-guest";
    }

    @Override
    public Class<OrderAdvanced> event() {
        return OrderAdvanced.class;
    }

    @Override
    public void on(OrderAdvanced event) {
        onAll(List.of(event));
    }

    /** All orders in one query, all mails in one statement; a shop and a location are read once. */
    @Override
    public void onAll(List<OrderAdvanced> events) {
        List<OrderAdvanced> told = events.stream()
                .filter(event -> kind(event.status()).isPresent())
                .toList();
        if (told.isEmpty()) return;
        Map<OrderId, Order> advanced = orders
                .all(told.stream().map(OrderAdvanced::orderId).toList())
                .stream()
                .collect(Collectors.toMap(Order::id, Function.identity()));
        mails.queue(told.stream()
                .map(event -> {
                    OrderId id = new OrderId(event.orderId());
                    Order order = advanced.get(id);
                    if (order == null) throw new Orders.UnknownOrder(id.toString());
                    return draft(event, order);
                })
                .flatMap(Optional::stream)
                .toList());
    }

    private Optional<Draft> draft(OrderAdvanced event, Order order) {
        Optional<MailKind> news = kind(event.status())
                .filter(kind -> wanted(kind, tenants.get(order.tenant()).guestMails()))
                .filter(kind -> badNews(kind) || !ended(order.status()));
        if (news.isEmpty()) return Optional.empty();
        OrderDocument document = order.document();
        if (document.guest().forgotten()) return Optional.empty();
        MailText text = GuestNewsText.of(
                news.get(),
                document,
                event.reason(),
                locations.get(order.location()).details(),
                addresses.link(order.tenant(), "/orders/" + order.trackingToken()));
        return Optional.of(new Draft(
                news.get(),
                event.orderId(),
                ONCE,
                event.tenantId(),
                event.locationId(),
                document.guest().email(),
                text));
    }

    private static Optional<MailKind> kind(OrderStatus status) {
        return switch (status) {
            case ACCEPTED, PREPARING -> Optional.of(MailKind.ORDER_ACCEPTED);
            case READY -> Optional.of(MailKind.ORDER_READY);
            case REJECTED -> Optional.of(MailKind.ORDER_REJECTED);
            case CANCELLED -> Optional.of(MailKind.ORDER_CANCELLED);
            case PLACED, COMPLETED -> Optional.empty();
        };
    }

    private static boolean wanted(MailKind kind, GuestMails chosen) {
        return switch (kind) {
            case ORDER_ACCEPTED -> chosen.accepted();
            case ORDER_READY -> chosen.ready();
            default -> true;
        };
    }

    private static boolean badNews(MailKind kind) {
        return kind == MailKind.ORDER_CANCELLED || kind == MailKind.ORDER_REJECTED;
    }

    private static boolean ended(OrderStatus status) {
        return status == OrderStatus.REJECTED || status == OrderStatus.CANCELLED;
    }
}
