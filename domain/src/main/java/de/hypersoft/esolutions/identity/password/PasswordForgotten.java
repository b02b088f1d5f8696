package de.hypersoft.esolutions.identity.password;

import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import java.util.UUID;

/**
 * Somebody says to have forgotten a password. Whether there is such an account is looked up afterwards, so that the
 * answer takes the same time for all.
 *
 * @param typed login or mail address, in lower case
 */
public record PasswordForgotten(UUID requestId, String typed) implements DomainEvent {

    @Override
    public String type() {
        return "password-forgotten/1";
    }

    @Override
    public String aggregate() {
        return requestId.toString();
    }
}
