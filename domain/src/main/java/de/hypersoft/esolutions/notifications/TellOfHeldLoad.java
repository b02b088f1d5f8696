package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.catalog.LocalizedText;
import de.hypersoft.esolutions.hostnames.shopfront.PortalAddress;
import de.hypersoft.esolutions.kernel.outbox.Listener;
import de.hypersoft.esolutions.notifications.mail.MailBody;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailText;
import de.hypersoft.esolutions.notifications.mail.MailTexts;
import de.hypersoft.esolutions.sync.held.LoadHeld;
import de.hypersoft.esolutions.tenancy.LocationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Writes to the location that its new menu waits for a person: once, until somebody has looked. */
@ApplicationScoped
class TellOfHeldLoad implements Listener<LoadHeld> {

    private final LocationLetters letters;
    private final PortalAddress portal;

    @Inject
    TellOfHeldLoad(LocationLetters letters, PortalAddress portal) {
        this.letters = letters;
        this.portal = portal;
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
        letters.queue(
                MailKind.LOAD_HELD,
                event.noticeId(),
                1,
                new LocationId(event.locationId()),
                (texts, location) -> text(event, location.name(), texts));
    }

    private MailText text(LoadHeld event, String place, MailTexts texts) {
        MailBody sheet = new MailBody()
                .say(texts.say(
                        event.first() ? "held.what-first" : "held.what", place, event.missing(), event.onSale()));
        List<String> names = event.names().stream()
                .map((Map<String, String> name) -> new LocalizedText(name).in(texts.language()))
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
