package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.kernel.Actor;
import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, with what they may touch. What lies outside answers as if it did not exist (T49).
 *
 * @param tenant null for hosting staff, who work for all tenants
 * @param locations the locations a manager is limited to; empty for all of the tenant
 */
public record Caller(
        UUID userId,
        String login,
        String name,
        Role role,
        @Nullable TenantId tenant,
        Set<LocationId> locations) {

    public Caller {
        if (role == Role.MANAGER && tenant == null) throw new IllegalArgumentException("a manager belongs to a tenant");
        locations = Set.copyOf(locations);
    }

    public Actor actor() {
        return Actor.user(userId.toString(), name);
    }

    public boolean isStaff() {
        return role == Role.STAFF;
    }

    public boolean sees(TenantId other) {
        return isStaff() || other.equals(tenant);
    }

    public boolean sees(TenantId itsTenant, LocationId location) {
        return sees(itsTenant) && (isStaff() || locations.isEmpty() || locations.contains(location));
    }

    public boolean sees(Location location) {
        return sees(location.tenant(), location.id());
    }

    /** @throws NotFound when the tenant is not the caller's */
    public Scope scope(TenantId of) {
        if (!sees(of)) throw new NotFound("unknown-tenant", "there is no tenant " + of);
        return new Scope(of, locations.isEmpty() ? null : locations);
    }

    public boolean seesWholeTenant() {
        return isStaff() || locations.isEmpty();
    }

    /** @throws NotFound when the location is not the caller's */
    public Location enter(Location location) {
        if (!sees(location)) throw new NotFound("unknown-location", "there is no location " + location.id());
        return location;
    }

    public void requireStaff() {
        if (!isStaff()) throw new Forbidden("staff-only", "only hosting staff may do this");
    }

    /** For what concerns the whole brand: users, tenant settings. */
    public void requireWholeTenant(TenantId itsTenant) {
        if (!sees(itsTenant)) throw new NotFound("unknown-tenant", "there is no tenant " + itsTenant);
        if (!seesWholeTenant())
            throw new Forbidden("all-locations-only", "only a manager of all locations may do this");
    }
}
