package de.hypersoft.esolutions.ordering.limits;

import de.hypersoft.esolutions.kernel.ClientNetwork;
import de.hypersoft.esolutions.ordering.cart.CartKey;
import org.jspecify.annotations.Nullable;

/**
 * From where an order is sent.
 *
 * @param cart hash of the guest's cookie; null where there is none, as with the storefront API
 * @param from null for its guest who clicked in a mail, and so reads what is written there
 */
public record Sender(@Nullable String cart, @Nullable ClientNetwork from) {

    public static Sender api(ClientNetwork from) {
        return new Sender(null, from);
    }

    public static Sender of(CartKey key, ClientNetwork from) {
        return new Sender(key.tokenHash(), from);
    }

    public static Sender clicked(@Nullable String cart) {
        return new Sender(cart, null);
    }

    public boolean confirmed() {
        return from == null;
    }
}
