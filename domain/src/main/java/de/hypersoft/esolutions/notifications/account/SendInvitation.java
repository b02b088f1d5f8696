package de.hypersoft.esolutions.notifications.account;

import de.hypersoft.esolutions.hostnames.shopfront.PortalAddress;
import de.hypersoft.esolutions.identity.UserInvited;
import de.hypersoft.esolutions.identity.password.PasswordLinks;
import de.hypersoft.esolutions.kernel.outbox.Listener;
import de.hypersoft.esolutions.notifications.mail.MailBody;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Writes to a new user, or to one who shall choose a new password, with a link to do it. */
@ApplicationScoped
public class SendInvitation implements Listener<UserInvited> {

    private final PasswordLinks links;
    private final AccountLetters letters;
    private final PortalAddress portal;

    @Inject
    public SendInvitation(PasswordLinks links, AccountLetters letters, PortalAddress portal) {
        this.links = links;
        this.letters = letters;
        this.portal = portal;
    }

    @Override
    public String name() {
        return "send-invitation";
    }

    @Override
    public Class<UserInvited> event() {
        return UserInvited.class;
    }

    @Override
    public void on(UserInvited event) {
        links.invitation(event.userId())
                .ifPresent(link -> letters.queue(
                        MailKind.INVITATION,
                        event.invitationId(),
                        1,
                        link.tenant(),
                        link.mail(),
                        texts -> new MailBody()
                                .say(texts.say("account.hello", texts.typed(link.name())))
                                .gap()
                                .say(texts.say("invitation.what", texts.typed(link.login())))
                                .link(
                                        texts.say("password.choose"),
                                        portal.link("/password/" + link.token().value()))
                                .gap()
                                .say(texts.say("invitation.life"))
                                .mail(texts.language(), texts.say("invitation.subject"))));
    }
}
