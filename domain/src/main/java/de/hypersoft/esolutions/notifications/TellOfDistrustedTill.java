package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.hostnames.shopfront.PortalAddress;
import de.hypersoft.esolutions.kernel.outbox.Listener;
import de.hypersoft.esolutions.notifications.mail.MailBody;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailText;
import de.hypersoft.esolutions.notifications.mail.MailTexts;
import de.hypersoft.esolutions.pos.tills.TillDistrusted;
import de.hypersoft.esolutions.tenancy.LocationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Writes to the location that one of its tills is refused: once per occasion, until a person has decided. */
@ApplicationScoped
class TellOfDistrustedTill implements Listener<TillDistrusted> {

    private final LocationLetters letters;
    private final PortalAddress portal;

    @Inject
    TellOfDistrustedTill(LocationLetters letters, PortalAddress portal) {
        this.letters = letters;
        this.portal = portal;
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
        letters.queue(
                MailKind.TILL_REFUSED,
                event.tillId(),
                event.occasion(),
                new LocationId(event.locationId()),
                (texts, location) -> text(event, location.name(), texts));
    }

    private MailText text(TillDistrusted event, String place, MailTexts texts) {
        return new MailBody()
                .say(texts.say(
                        "distrust." + event.kind(), texts.typed(event.tillName()), place, texts.time(event.since())))
                .gap()
                .say(texts.say("distrust.effect"))
                .gap()
                .say(texts.say("distrust.todo"))
                .link(texts.say("distrust.portal"), portal.link("/tills"))
                .mail(texts.language(), texts.say("distrust.subject", texts.typed(event.tillName()), place));
    }
}
