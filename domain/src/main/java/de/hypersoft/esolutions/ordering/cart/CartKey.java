package de.hypersoft.esolutions.ordering.cart;

import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;

/** Opens one guest's cart at one location. Another tenant's location with the same secret is another cart (T49). */
public record CartKey(String secret, TenantId tenant, LocationId location) {

    public String tokenHash() {
        return Secret.hashOf(secret);
    }

    /**
     * The idempotency key of an order from this cart. Made with the guest's secret, so that nobody can name, find or repeat
     * an order that was not placed from this cart.
     *
     * @param formKey the checkout's own, new each time it is opened
     */
    public String orderKey(String formKey) {
        return Secret.hashOf("order " + secret + ' ' + location + ' ' + formKey);
    }

    @Override
    public String toString() {
        return "CartKey[" + location + "]";
    }
}
