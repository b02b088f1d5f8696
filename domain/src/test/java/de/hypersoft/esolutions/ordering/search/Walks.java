package de.hypersoft.esolutions.ordering.search;

import de.hypersoft.esolutions.testing.Store;

/** Walks through the orders of a store. */
public final class Walks {

    private Walks() {}

    public static OrderWalk of(Store store) {
        return new OrderWalk(store.entities());
    }
}
