package de.hypersoft.esolutions.tenancy;

import java.util.UUID;

/** Names one {@link Tenant}. */
public record TenantId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
