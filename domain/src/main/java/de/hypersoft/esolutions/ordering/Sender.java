package de.hypersoft.esolutions.ordering;

import org.jspecify.annotations.Nullable;

/**
 * From where an order is sent.
 *
 * @param cart hash of the guest's cookie; null where there is none, as with the storefront API
 * @param confirmed its guest clicked in a mail
 */
record Sender(@Nullable String cart, boolean confirmed) {

    static final Sender API = new Sender(null, false);

    static Sender of(CartKey key) {
        return new Sender(key.tokenHash(), false);
    }
}
