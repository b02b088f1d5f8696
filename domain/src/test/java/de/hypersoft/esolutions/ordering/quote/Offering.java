package de.hypersoft.esolutions.ordering.quote;

import de.hypersoft.esolutions.catalog.Menus;
import de.hypersoft.esolutions.catalog.StockedLocation;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.testing.Store;

/** What wishes come to, for those who order. */
public final class Offering {

    private Offering() {}

    public static Offers at(StockedLocation stocked, Store store) {
        return of(store, new Locations(store.entities()), stocked.menus());
    }

    public static Offers of(Store store, Locations locations, Menus menus) {
        return new Offers(new Tenants(store.entities()), locations, menus);
    }
}
