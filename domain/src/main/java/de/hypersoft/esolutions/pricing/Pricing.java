package de.hypersoft.esolutions.pricing;

import de.hypersoft.esolutions.catalog.Menu;
import java.util.List;

/**
 * The one price function: its steps, one after the other. What it answers is handed to the till as it is and never
 * re-priced (I5).
 */
public final class Pricing {

    /** What is taken off the goods stands before the fees, what is given on top after them, tax and total come last. */
    private static final List<PricingStep> STEPS =
            List.of(new LineStep(), new DepositStep(), new DeliveryFeeStep(), new VatStep(), new TotalStep());

    private Pricing() {}

    /**
     * @throws de.hypersoft.esolutions.kernel.Invalid when something in the basket cannot be ordered from this menu
     */
    public static Quote quote(Menu menu, Basket basket) {
        Quote quote = Quote.none(menu.currency());
        for (PricingStep step : STEPS) quote = step.apply(quote, menu, basket);
        return quote;
    }
}
