package de.hypersoft.esolutions.tenancy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may touch: one tenant, all of its locations or some. Whatever lies outside looks as if it did not exist
 * (T49).
 *
 * @param locations null for all locations of the tenant
 */
public record Scope(TenantId tenant, @Nullable Set<LocationId> locations) {

    public Scope {
        locations = locations == null ? null : Set.copyOf(locations);
    }

    public static Scope all(TenantId tenant) {
        return new Scope(tenant, null);
    }

    public boolean covers(TenantId ofTenant, LocationId location) {
        return tenant.equals(ofTenant) && (locations == null || locations.contains(location));
    }
}
