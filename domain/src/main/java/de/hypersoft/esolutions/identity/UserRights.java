package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a user beside login and password; refuses what cannot be right.
 *
 * @param tenant null for staff only
 * @param locations empty for all locations of the tenant; always empty for staff
 */
public record UserRights(String name, Role role, @Nullable TenantId tenant, Set<LocationId> locations) {

    public UserRights {
        name = name.strip();
        if (name.isEmpty()) throw new Invalid("required", "the name is missing", "name");
        if (name.length() > 120) throw new Invalid("too-long", "a name has at most 120 characters", "name");
        if (role == Role.MANAGER && tenant == null)
            throw new Invalid("required", "a manager belongs to a tenant", "tenant");
        if (role == Role.STAFF && (tenant != null || !locations.isEmpty()))
            throw new Invalid("staff-has-no-tenant", "hosting staff belong to no tenant", "role");
        locations = Set.copyOf(locations);
    }

    public static UserRights staff(String name) {
        return new UserRights(name, Role.STAFF, null, Set.of());
    }

    public static UserRights manager(String name, TenantId tenant, Set<LocationId> locations) {
        return new UserRights(name, Role.MANAGER, tenant, locations);
    }
}
