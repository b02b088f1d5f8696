package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.hostnames.PortalAddress;
import de.hypersoft.esolutions.kernel.Listener;
import de.hypersoft.esolutions.retention.GuestAsked;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Writes to the location what a guest asks for; nothing of the guest stands in it but the order's number. */
@ApplicationScoped
class TellOfGuestWish implements Listener<GuestAsked> {

    private final Locations locations;
    private final Tenants tenants;
    private final PortalAddress portal;
    private final Mails mails;

    @SuppressWarnings("NullAway")
    protected TellOfGuestWish() { // CDI
        this(null, null, null, null);
    }

    @Inject
    TellOfGuestWish(Locations locations, Tenants tenants, PortalAddress portal, Mails mails) {
        this.locations = locations;
        this.tenants = tenants;
        this.portal = portal;
        this.mails = mails;
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
        Location location = locations.get(new LocationId(event.locationId()));
        Texts texts = new Texts(tenants.get(location.tenant()).defaultLanguage(), location.zone());
        boolean export = event.wish().equals("EXPORT");
        String wish = export ? "wish.export" : "wish.erasure";
        mails.queue(new Draft(
                export ? MailKind.GUEST_WANTS_DATA : MailKind.GUEST_WANTS_ERASURE,
                event.orderId(),
                event.times(),
                event.tenantId(),
                event.locationId(),
                location.details().mailTo(),
                new Sheet()
                        .say(texts.say(wish, event.orderNumber()))
                        .gap()
                        .say(texts.say("wish.todo"))
                        .link(texts.say("wish.portal"), portal.link("/guests"))
                        .mail(texts.language(), texts.say(wish + ".subject", event.orderNumber()))));
    }
}
