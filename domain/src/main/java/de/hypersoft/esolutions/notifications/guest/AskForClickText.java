package de.hypersoft.esolutions.notifications.guest;

import de.hypersoft.esolutions.notifications.mail.MailBody;
import de.hypersoft.esolutions.notifications.mail.MailText;
import de.hypersoft.esolutions.notifications.mail.MailTexts;
import de.hypersoft.esolutions.ordering.click.ConfirmByClick;
import de.hypersoft.esolutions.tenancy.LocationDetails;

/** What is asked, until when, and that nothing need be done by whoever did not order. In the guest's language. */
final class AskForClickText {

    private AskForClickText() {}

    static MailText of(ConfirmByClick.Asked asked, LocationDetails location, String link) {
        MailTexts texts = new MailTexts(asked.language(), location.zone());
        MailBody sheet =
                new MailBody().say(texts.say("click.greeting")).gap().say(texts.say("click.intro", location.name()));
        if (asked.total() != null) sheet.row(texts.say("total"), texts.money(asked.total()));
        return sheet.gap()
                .link(texts.say("click.todo", texts.time(asked.until())), link)
                .gap()
                .say(texts.say("click.otherwise"))
                .gap()
                .say(texts.say("confirmation.questions", location.name(), location.phone()))
                .mail(texts.language(), texts.say("click.subject", location.name()));
    }
}
