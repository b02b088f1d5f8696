package de.hypersoft.esolutions.tenancy;

import de.hypersoft.esolutions.kernel.Forbidden;
import java.util.Set;

/** What a caller may touch of one tenant: all of it, or these locations and nothing else, which may be none. */
public sealed interface Scope extends Reach permits Scope.Brand, Scope.Places {

    TenantId tenant();

    static Scope all(TenantId tenant) {
        return new Brand(tenant);
    }

    /** @param locations none for somebody who sees nothing */
    static Scope only(TenantId tenant, Set<LocationId> locations) {
        return new Places(tenant, locations);
    }

    /** What of this lies in that location: it alone, or nothing. */
    default Scope in(LocationId location) {
        return covers(tenant(), location) ? only(tenant(), Set.of(location)) : only(tenant(), Set.of());
    }

    /** @throws Forbidden {@code all-locations-only}: it concerns all locations */
    default void requireAll() {
        if (!coversAll(tenant()))
            throw new Forbidden("all-locations-only", "only somebody who is there for all locations may do this");
    }

    /** The whole tenant, with the locations it will get. */
    record Brand(TenantId tenant) implements Scope {
        @Override
        public boolean covers(TenantId ofTenant, LocationId location) {
            return tenant.equals(ofTenant);
        }

        @Override
        public boolean touches(TenantId other) {
            return tenant.equals(other);
        }

        @Override
        public boolean coversAll(TenantId other) {
            return tenant.equals(other);
        }
    }

    /** Some locations of a tenant, or none. */
    record Places(TenantId tenant, Set<LocationId> locations) implements Scope {
        public Places {
            locations = Set.copyOf(locations);
        }

        @Override
        public boolean covers(TenantId ofTenant, LocationId location) {
            return tenant.equals(ofTenant) && locations.contains(location);
        }

        @Override
        public boolean touches(TenantId other) {
            return tenant.equals(other) && !locations.isEmpty();
        }

        @Override
        public boolean coversAll(TenantId other) {
            return false;
        }
    }
}
