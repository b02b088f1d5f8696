package de.hypersoft.esolutions.notifications.domain;

import de.hypersoft.esolutions.acme.AutomaticTookOver;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.kernel.outbox.Listener;
import de.hypersoft.esolutions.notifications.mail.MailBody;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailText;
import de.hypersoft.esolutions.notifications.mail.MailTexts;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Tells the customer and hosting staff that an automatic certificate is served in place of theirs, and what they may do. */
@ApplicationScoped
class TellOfTakeOver implements Listener<AutomaticTookOver> {

    private final DomainLetters letters;

    @Inject
    TellOfTakeOver(DomainLetters letters) {
        this.letters = letters;
    }

    @Override
    public String name() {
        return "tell-of-take-over";
    }

    @Override
    public Class<AutomaticTookOver> event() {
        return AutomaticTookOver.class;
    }

    @Override
    public void on(AutomaticTookOver event) {
        letters.queue(
                MailKind.CERTIFICATE_TAKEN_OVER,
                event.certificateId(),
                1,
                List.of(event.host()),
                new TenantId(event.tenantId()),
                reader -> text(event, reader));
    }

    private static MailText text(AutomaticTookOver event, DomainLetters.Reader reader) {
        String host = new HostName(event.host()).unicode();
        String whom = reader.customer() ? "customer" : "staff";
        MailTexts texts = new MailTexts(
                reader.customer() ? reader.tenant().defaultLanguage() : "de",
                reader.location().zone());
        return new MailBody()
                .say(texts.say("takeover.what", host, texts.time(event.uploadedUntil()), texts.time(event.until())))
                .gap()
                .say(texts.say("takeover.effect"))
                .say(texts.say("takeover.todo-" + whom, host, reader.tenant().name()))
                .gap()
                .link(texts.say("expiry.portal"), reader.page())
                .mail(texts.language(), texts.say("takeover.subject", host));
    }
}
