package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;

/** Opens one guest's cart at one location. Another tenant's location with the same secret is another cart (T49). */
public record CartKey(String secret, TenantId tenant, LocationId location) {

    String tokenHash() {
        return Secret.hashOf(secret);
    }

    @Override
    public String toString() {
        return "CartKey[" + location + "]";
    }
}
