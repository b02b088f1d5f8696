package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.catalog.Words;
import de.hypersoft.esolutions.hostnames.PortalAddress;
import de.hypersoft.esolutions.kernel.Listener;
import de.hypersoft.esolutions.sync.LoadHeld;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Writes to the location that its new menu waits for a person: once, until somebody has looked. */
@ApplicationScoped
class TellOfHeldLoad implements Listener<LoadHeld> {

    private final Locations locations;
    private final Tenants tenants;
    private final PortalAddress portal;
    private final Mails mails;

    @SuppressWarnings("NullAway")
    protected TellOfHeldLoad() { // CDI
        this(null, null, null, null);
    }

    @Inject
    TellOfHeldLoad(Locations locations, Tenants tenants, PortalAddress portal, Mails mails) {
        this.locations = locations;
        this.tenants = tenants;
        this.portal = portal;
        this.mails = mails;
    }

    @Override
    public String name() {
        return "tell-of-held-load";
    }

    @Override
    public Class<LoadHeld> event() {
        return LoadHeld.class;
    }

    @Override
    public void on(LoadHeld event) {
        Location location = locations.get(new LocationId(event.locationId()));
        Texts texts = new Texts(
                tenants.get(location.tenant()).defaultLanguage(),
                location.details().zone());
        mails.queue(new Draft(
                MailKind.LOAD_HELD,
                event.noticeId(),
                1,
                event.tenantId(),
                event.locationId(),
                location.details().mailTo(),
                text(event, location.name(), texts)));
    }

    private MailText text(LoadHeld event, String place, Texts texts) {
        Sheet sheet = new Sheet()
                .say(texts.say(
                        event.first() ? "held.what-first" : "held.what", place, event.missing(), event.onSale()));
        List<String> names = event.names().stream()
                .map((Map<String, String> name) -> new Words(name).in(texts.language()))
                .filter(name -> !name.isBlank())
                .toList();
        if (!names.isEmpty()) sheet.gap().say(texts.say("held.dishes")).say(String.join("\n", names));
        if (!event.first()) sheet.gap().say(texts.say("held.effect"));
        return sheet.gap()
                .say(texts.say("held.todo"))
                .link(texts.say("held.portal"), portal.link("/sync/" + event.locationId() + "/held"))
                .mail(texts.language(), texts.say("held.subject", place));
    }
}
