package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.tenancy.Reach;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as the users page shows it.
 *
 * @param mail empty when none is known
 */
public record UserView(
        UUID id,
        String login,
        String name,
        String mail,
        Reach reach,
        boolean active,
        Instant createdAt,
        @Nullable Instant lastSignInAt) {

    public Role role() {
        return Role.of(reach);
    }
}
