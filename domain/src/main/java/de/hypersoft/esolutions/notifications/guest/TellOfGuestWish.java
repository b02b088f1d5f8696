package de.hypersoft.esolutions.notifications.guest;

import de.hypersoft.esolutions.hostnames.shopfront.PortalAddress;
import de.hypersoft.esolutions.kernel.outbox.Listener;
import de.hypersoft.esolutions.notifications.LocationLetters;
import de.hypersoft.esolutions.notifications.mail.MailBody;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.retention.GuestAsked;
import de.hypersoft.esolutions.retention.GuestRequestKind;
import de.hypersoft.esolutions.tenancy.LocationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Writes to the location what a guest asks for; nothing of the guest stands in it but the order's number. */
@ApplicationScoped
public class TellOfGuestWish implements Listener<GuestAsked> {

    private final LocationLetters letters;
    private final PortalAddress portal;

    @Inject
    public TellOfGuestWish(LocationLetters letters, PortalAddress portal) {
        this.letters = letters;
        this.portal = portal;
    }

    @Override
    public String name() {
        return "tell-of-guest-wish";
    }

    @Override
    public Class<GuestAsked> event() {
        return GuestAsked.class;
    }

    @Override
    public void on(GuestAsked event) {
        boolean export = event.wish() == GuestRequestKind.EXPORT;
        String wish = export ? "wish.export" : "wish.erasure";
        letters.queue(
                export ? MailKind.GUEST_WANTS_DATA : MailKind.GUEST_WANTS_ERASURE,
                event.orderId(),
                event.times(),
                new LocationId(event.locationId()),
                (texts, location) -> new MailBody()
                        .say(texts.say(wish, event.orderNumber()))
                        .gap()
                        .say(texts.say("wish.todo"))
                        .link(texts.say("wish.portal"), portal.link("/guests"))
                        .mail(texts.language(), texts.say(wish + ".subject", event.orderNumber())));
    }
}
