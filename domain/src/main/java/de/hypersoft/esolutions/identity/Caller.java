package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Reach;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import java.util.Objects;
import java.util.UUID;

/** Who is asking, with what they may touch. What lies outside answers as if it did not exist (T49). */
public record Caller(UUID userId, String login, String name, Reach reach) {

    public Caller {
        Objects.requireNonNull(reach);
    }

    public Actor actor() {
        return Actor.user(userId.toString(), name);
    }

    public Role role() {
        return Role.of(reach);
    }

    public boolean isStaff() {
        return role() == Role.STAFF;
    }

    public boolean sees(TenantId tenant) {
        return reach.touches(tenant);
    }

    public boolean sees(TenantId itsTenant, LocationId location) {
        return reach.covers(itsTenant, location);
    }

    /**
     * What of that tenant the caller may touch; of the own one perhaps nothing.
     *
     * @throws NotFound when the tenant is not the caller's
     */
    public Scope scope(TenantId of) {
        if (reach instanceof Reach.Installation) return Scope.all(of);
        if (reach instanceof Scope own && own.tenant().equals(of)) return own;
        throw unknown(of);
    }

    /** Whether there is a tenant that the caller has all of. */
    public boolean seesWholeTenant() {
        return !(reach instanceof Scope.Places);
    }

    public void requireStaff() {
        if (!isStaff()) throw new Forbidden("staff-only", "only hosting staff may do this");
    }

    /**
     * For what concerns the whole brand: users, tenant settings.
     *
     * @throws NotFound when the tenant is not the caller's
     */
    public void requireWholeTenant(TenantId itsTenant) {
        if (reach instanceof Scope own && !own.tenant().equals(itsTenant)) throw unknown(itsTenant);
        if (!reach.coversAll(itsTenant))
            throw new Forbidden("all-locations-only", "only a manager of all locations may do this");
    }

    private static NotFound unknown(TenantId tenant) {
        return new NotFound("unknown-tenant", "there is no tenant " + tenant);
    }
}
