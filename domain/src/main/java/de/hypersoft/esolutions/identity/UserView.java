package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.tenancy.Reach;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user as the users page shows it. */
public record UserView(
        UUID id,
        String login,
        String name,
        Reach reach,
        boolean active,
        Instant createdAt,
        @Nullable Instant lastSignInAt) {

    public Role role() {
        return Role.of(reach);
    }
}
