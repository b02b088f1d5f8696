package de.hypersoft.esolutions.ordering.quote;

import de.hypersoft.esolutions.catalog.Menus;

/** What wishes come to, for those who order. */
public final class Offering {

    private Offering() {}

    public static Offers of(Menus menus) {
        return new Offers(menus);
    }
}
