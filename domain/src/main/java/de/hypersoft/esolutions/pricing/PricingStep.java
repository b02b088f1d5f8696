package de.hypersoft.esolutions.pricing;

import de.hypersoft.esolutions.catalog.Menu;

/** One step on the way to a price. A pure function: what is quoted so far, with this step's part added. */
@FunctionalInterface
interface PricingStep {

    /** @throws de.hypersoft.esolutions.kernel.Invalid when something in the basket cannot be ordered from this menu */
    Quote apply(Quote soFar, Menu menu, Basket basket);
}
