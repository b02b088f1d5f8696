package de.hypersoft.esolutions.portal.users;

import de.hypersoft.esolutions.hostnames.shopfront.PortalAddress;
import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.identity.UserView;
import de.hypersoft.esolutions.identity.password.PasswordLinks;
import de.hypersoft.esolutions.notifications.mail.MailLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** How a person gets the link to choose a password: by mail, or from whoever made the account. */
@ApplicationScoped
public class Invitations {

    private final PasswordLinks links;
    private final MailLog mails;
    private final PortalAddress portal;

    @Inject
    public Invitations(PasswordLinks links, MailLog mails, PortalAddress portal) {
        this.links = links;
        this.mails = mails;
        this.portal = portal;
    }

    /** @return the link, where no mail can be sent: no server for it, or no address */
    public Optional<String> send(Caller by, UserView user) {
        if (mails.serverConfigured() && !user.mail().isEmpty()) {
            links.mailInvitation(by, user.id());
            return Optional.empty();
        }
        return Optional.of(
                portal.link("/password/" + links.invite(by, user.id()).value()));
    }
}
