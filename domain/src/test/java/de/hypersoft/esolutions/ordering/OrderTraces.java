package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.kernel.GuestTraces;
import de.hypersoft.esolutions.testing.Store;

/** What ordering keeps of guests beside their orders. */
public final class OrderTraces {

    private OrderTraces() {}

    public static GuestTraces carts(Store store) {
        return new CartTraces(store.entities());
    }
}
