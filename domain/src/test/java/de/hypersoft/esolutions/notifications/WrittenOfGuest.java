package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.kernel.audit.GuestTraces;
import de.hypersoft.esolutions.notifications.guest.ConfirmOrder;
import de.hypersoft.esolutions.notifications.guest.TellGuest;
import de.hypersoft.esolutions.notifications.guest.TellOfGuestWish;
import de.hypersoft.esolutions.notifications.mail.Digests;
import de.hypersoft.esolutions.notifications.mail.Draft;
import de.hypersoft.esolutions.notifications.mail.Mail;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailText;
import de.hypersoft.esolutions.notifications.mail.MailTexts;
import de.hypersoft.esolutions.notifications.mail.MailTraces;
import de.hypersoft.esolutions.notifications.mail.Mails;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderAdvanced;
import de.hypersoft.esolutions.ordering.OrderPlaced;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.retention.GuestAsked;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.tenancy.snapshot.Snapshots;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.Store;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** All mails that can be written about one guest's order: to the guest, to the location, alone and among others. */
public final class WrittenOfGuest {

    private static final List<OrderStatus> TOLD =
            List.of(OrderStatus.ACCEPTED, OrderStatus.READY, OrderStatus.REJECTED, OrderStatus.CANCELLED);

    private final Store store;
    private final HandClock clock;
    private final Location location;
    private int digests;

    public WrittenOfGuest(Store store, HandClock clock, Location location) {
        this.store = store;
        this.clock = clock;
        this.location = location;
    }

    public GuestTraces traces() {
        return new MailTraces(store.entities(), clock);
    }

    /** The mails about what a guest asked for, by kind and how it begins. */
    public List<String> told(GuestAsked asked) {
        store.run(() -> new TellOfGuestWish(StoredLetters.in(store, clock), OneAddress.PORTAL).on(asked));
        return store.in(() -> store.entities()
                .createQuery(
                        "select m from Mail m where m.about = :order and m.kind in :kinds order by m.id", Mail.class)
                .setParameter("order", asked.orderId())
                .setParameter("kinds", List.of(MailKind.GUEST_WANTS_DATA, MailKind.GUEST_WANTS_ERASURE))
                .getResultStream()
                .map(mail -> mail.kind() + " " + mail.entry().recipient() + " "
                        + mail.text().text())
                .toList());
    }

    public void about(Order order) {
        Mails mails = new Mails(store.entities(), clock);
        Orders orders = new Orders(store.entities());
        Locations locations = new Locations(store.entities());
        OneAddress addresses = new OneAddress();
        UUID id = order.id().value();
        store.run(() -> new ConfirmOrder(orders, Snapshots.of(store, clock), locations, addresses, mails)
                .on(new OrderPlaced(
                        id, order.tenant().value(), order.location().value(), order.number(), order.placedAt())));
        String reason = "Zu viel für " + order.document().guest().name();
        for (OrderStatus status : TOLD)
            store.run(() -> new TellGuest(orders, locations, new Tenants(store.entities()), addresses, mails)
                    .on(new OrderAdvanced(
                            id, order.tenant().value(), order.location().value(), status, reason, clock.instant())));
        UnclaimedText.Place place = new UnclaimedText.Place(location.details(), false, "de", clock.instant());
        UnclaimedText.Waiting waiting =
                new UnclaimedText.Waiting(order.document(), clock.instant(), "https://portal.example/orders/" + id);
        MailText text = UnclaimedText.of(MailKind.UNCLAIMED_ORDER, List.of(waiting), place);
        digests++;
        store.run(() -> {
            for (MailKind kind : List.of(MailKind.UNCLAIMED_ORDER, MailKind.UNBOOKED_ORDER))
                new Digests(store.entities()).tell(kind, id, 1, location.id().value(), digests, clock.instant());
            queue(mails, MailKind.UNCLAIMED_ORDER, id, 1, text);
            queue(mails, MailKind.UNCLAIMED_DIGEST, location.id().value(), digests, text);
            queue(mails, MailKind.UNBOOKED_ORDER, id, 1, unbooked(order, 1));
            queue(mails, MailKind.UNBOOKED_DIGEST, location.id().value(), digests, unbooked(order, 2));
        });
        refusedByServer(id, order.document().guest().email());
    }

    private MailText unbooked(Order order, int times) {
        UnbookedText.Unbooked one = new UnbookedText.Unbooked(
                order.document(), clock.instant(), "Kasse 1", "https://portal.example/orders/" + order.number());
        MailTexts texts = new MailTexts("de", location.zone());
        return UnbookedText.of(
                Collections.nCopies(times, one), texts, location.details().name(), clock.instant());
    }

    private void queue(Mails mails, MailKind kind, UUID about, int episode, MailText text) {
        mails.queue(new Draft(
                kind, about, episode, location.tenant().value(), location.id().value(), "kueche@linde.example", text));
    }

    /** Mail servers name the address they refuse. */
    private void refusedByServer(UUID order, String address) {
        store.run(() -> store.entities()
                .createNativeQuery("update notifications.mail set state = 'UNDELIVERABLE', last_error = :said"
                        + " where about_id = :order and kind = 'ORDER_CONFIRMATION'")
                .setParameter("said", "550 5.1.1 <" + address + ">: Recipient address rejected")
                .setParameter("order", order)
                .executeUpdate());
    }
}
