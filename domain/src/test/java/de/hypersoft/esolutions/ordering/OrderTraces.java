package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.ClientNetwork;
import de.hypersoft.esolutions.kernel.audit.GuestTraces;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.ordering.cart.CartTraces;
import de.hypersoft.esolutions.ordering.click.Unconfirmed;
import de.hypersoft.esolutions.ordering.click.UnconfirmedOrders;
import de.hypersoft.esolutions.ordering.click.UnconfirmedTraces;
import de.hypersoft.esolutions.ordering.guests.BlockTraces;
import de.hypersoft.esolutions.ordering.guests.BlockedGuest;
import de.hypersoft.esolutions.ordering.limits.LimitSettings;
import de.hypersoft.esolutions.ordering.limits.OrderLimits;
import de.hypersoft.esolutions.ordering.limits.OrderPace;
import de.hypersoft.esolutions.ordering.limits.Sender;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.List;

/** What ordering keeps of guests beside their orders. */
public final class OrderTraces {

    private OrderTraces() {}

    public static GuestTraces carts(Store store) {
        return new CartTraces(store.entities());
    }

    public static List<GuestTraces> all(Store store, HandClock clock) {
        LimitSettings settings = new LimitSettings(
                new LimitSettings.Most(0, 0, 0, 0, 0),
                new LimitSettings.Free(0, 0, 0, 0),
                new LimitSettings.Asking(Duration.ofMinutes(15), Duration.ofMinutes(10)));
        OrderLimits limits = new OrderLimits(new OrderPace(store.entities()), settings, clock);
        UnconfirmedOrders unconfirmed = new UnconfirmedOrders(store.entities(), limits, new Told<DomainEvent>());
        return List.of(
                carts(store), new BlockTraces(store.entities()), new UnconfirmedTraces(store.entities(), unconfirmed));
    }

    /** A block with a reason in which the guest is named, and one more order that waits for a click. */
    public static void about(Order order, String text, Location location, Store store, HandClock clock) {
        OrderDocument first = order.document();
        OrderRequest asked = new OrderRequest(
                "once more " + order.id(),
                Channel.API,
                location.slug(),
                first.orderType(),
                first.guest(),
                first.deliveryAddress(),
                null,
                first.note(),
                List.of(),
                PaymentMethod.AT_DOOR,
                null,
                false);
        store.run(() -> {
            store.entities().persist(new BlockedGuest(order, true, text, "Maria", clock.instant()));
            store.entities()
                    .persist(new Unconfirmed(
                            location,
                            asked,
                            Sender.api(ClientNetwork.of("127.0.0.1")),
                            clock.instant(),
                            clock.instant().plus(Duration.ofDays(3_650))));
        });
    }
}
