package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user as the users page shows it. */
public record UserView(
        UUID id,
        String login,
        String name,
        Role role,
        @Nullable TenantId tenant,
        Set<LocationId> locations,
        boolean active,
        Instant createdAt,
        @Nullable Instant lastSignInAt) {}
