package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.kernel.ClientNetwork;
import org.jspecify.annotations.Nullable;

/**
 * From where an order is sent.
 *
 * @param cart hash of the guest's cookie; null where there is none, as with the storefront API
 * @param from null for its guest who clicked in a mail, and so reads what is written there
 */
record Sender(@Nullable String cart, @Nullable ClientNetwork from) {

    static Sender api(ClientNetwork from) {
        return new Sender(null, from);
    }

    static Sender of(CartKey key, ClientNetwork from) {
        return new Sender(key.tokenHash(), from);
    }

    static Sender clicked(@Nullable String cart) {
        return new Sender(cart, null);
    }

    boolean confirmed() {
        return from == null;
    }
}
