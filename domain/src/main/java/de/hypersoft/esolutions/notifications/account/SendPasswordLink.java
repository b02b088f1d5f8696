package de.hypersoft.esolutions.notifications.account;

import de.hypersoft.esolutions.hostnames.shopfront.PortalAddress;
import de.hypersoft.esolutions.identity.password.PasswordForgotten;
import de.hypersoft.esolutions.identity.password.PasswordLinks;
import de.hypersoft.esolutions.kernel.outbox.Listener;
import de.hypersoft.esolutions.notifications.mail.MailBody;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Writes to whoever forgot the password, where there is such an account with an address; else nothing happens. */
@ApplicationScoped
public class SendPasswordLink implements Listener<PasswordForgotten> {

    private final PasswordLinks links;
    private final AccountLetters letters;
    private final PortalAddress portal;

    @Inject
    public SendPasswordLink(PasswordLinks links, AccountLetters letters, PortalAddress portal) {
        this.links = links;
        this.letters = letters;
        this.portal = portal;
    }

    @Override
    public String name() {
        return "send-password-link";
    }

    @Override
    public Class<PasswordForgotten> event() {
        return PasswordForgotten.class;
    }

    @Override
    public void on(PasswordForgotten event) {
        int number = 0;
        for (PasswordLinks.Mailed link : links.resets(event.typed())) {
            number++;
            letters.queue(
                    MailKind.PASSWORD_RESET,
                    event.requestId(),
                    number,
                    link.tenant(),
                    link.mail(),
                    texts -> new MailBody()
                            .say(texts.say("account.hello", texts.typed(link.name())))
                            .gap()
                            .say(texts.say("password.asked", texts.typed(link.login())))
                            .link(
                                    texts.say("password.choose"),
                                    portal.link("/password/" + link.token().value()))
                            .gap()
                            .say(texts.say("password.not-you"))
                            .mail(texts.language(), texts.say("password.subject")));
        }
    }
}
