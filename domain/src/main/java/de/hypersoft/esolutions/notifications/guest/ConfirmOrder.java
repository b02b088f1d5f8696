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
import de.hypersoft.esolutions.tenancy.Locations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Writes to the guest as soon as the order is placed (L16). */
@ApplicationScoped
public class ConfirmOrder implements Listener<OrderPlaced> {

    private final Orders orders;
    private final Locations locations;
    private final PublicAddress addresses;
    private final Mails mails;

    @Inject
    public ConfirmOrder(Orders orders, Locations locations, PublicAddress addresses, Mails mails) {
        this.orders = orders;
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
        Order order = orders.get(new OrderId(event.orderId()));
        OrderDocument document = order.document();
        if (document.guest().forgotten()) return;
        MailText text = ConfirmationText.of(
                document,
                locations.get(order.location()).details(),
                addresses.link(order.tenant(), "/orders/" + order.trackingToken()));
        mails.queue(new Draft(
                MailKind.ORDER_CONFIRMATION,
                event.orderId(),
                1,
                event.tenantId(),
                event.locationId(),
                document.guest().email(),
                text));
    }
}
