package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import java.util.UUID;

/**
 * Somebody shall choose a password of their own by a link in a mail. The link itself is made when the mail is written.
 *
 * @param invitationId tells one invitation of the same person from another
 */
public record UserInvited(UUID userId, UUID invitationId) implements DomainEvent {

    @Override
    public String type() {
        return "user-invited/1";
    }

    @Override
    public String aggregate() {
        return userId.toString();
    }
}
