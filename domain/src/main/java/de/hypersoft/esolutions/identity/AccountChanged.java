package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something about how somebody signs in has changed; its owner is told, at the address that was known before.
 *
 * @param tenantId null for hosting staff
 * @param mail null when no address is known
 */
public record AccountChanged(
        UUID changeId,
        UUID userId,
        @Nullable UUID tenantId,
        @Nullable String mail,
        String name,
        What what,
        Instant at) implements DomainEvent {

    public enum What {
        PASSWORD,
        MAIL,
        SECOND_FACTOR_ON,
        SECOND_FACTOR_OFF
    }

    static AccountChanged of(PortalUser user, What what, Instant now) {
        return new AccountChanged(Uuid7.at(now), user.id(), user.tenantValue(), user.mail(), user.name(), what, now);
    }

    @Override
    public String type() {
        return "account-changed/1";
    }

    @Override
    public String aggregate() {
        return userId.toString();
    }
}
