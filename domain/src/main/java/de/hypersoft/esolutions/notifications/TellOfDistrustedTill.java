package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.hostnames.PortalAddress;
import de.hypersoft.esolutions.kernel.Listener;
import de.hypersoft.esolutions.pos.TillDistrusted;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Writes to the location that one of its tills is refused: once per occasion, until a person has decided. */
@ApplicationScoped
class TellOfDistrustedTill implements Listener<TillDistrusted> {

    private final Locations locations;
    private final Tenants tenants;
    private final PortalAddress portal;
    private final Mails mails;

    @SuppressWarnings("NullAway")
    protected TellOfDistrustedTill() { // CDI
        this(null, null, null, null);
    }

    @Inject
    TellOfDistrustedTill(Locations locations, Tenants tenants, PortalAddress portal, Mails mails) {
        this.locations = locations;
        this.tenants = tenants;
        this.portal = portal;
        this.mails = mails;
    }

    @Override
    public String name() {
        return "tell-of-distrusted-till";
    }

    @Override
    public Class<TillDistrusted> event() {
        return TillDistrusted.class;
    }

    @Override
    public void on(TillDistrusted event) {
        Location location = locations.get(new LocationId(event.locationId()));
        Texts texts = new Texts(
                tenants.get(location.tenant()).defaultLanguage(),
                location.details().zone());
        mails.queue(new Draft(
                MailKind.TILL_REFUSED,
                event.tillId(),
                event.occasion(),
                event.tenantId(),
                event.locationId(),
                location.details().mailTo(),
                text(event, location.name(), texts)));
    }

    private MailText text(TillDistrusted event, String place, Texts texts) {
        return new Sheet()
                .say(texts.say("distrust." + event.kind(), event.tillName(), place, texts.time(event.since())))
                .gap()
                .say(texts.say("distrust.effect"))
                .gap()
                .say(texts.say("distrust.todo"))
                .link(texts.say("distrust.portal"), portal.link("/tills"))
                .mail(texts.language(), texts.say("distrust.subject", event.tillName(), place));
    }
}
