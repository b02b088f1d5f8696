package de.hypersoft.esolutions.pricing;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Money;

/** What the guest pays: goods and deposits, adjustments, fees and tip. */
final class TotalStep implements PricingStep {

    @Override
    public Quote apply(Quote soFar, Menu menu, Basket basket) {
        Money total = soFar.goods().plus(soFar.deposits());
        for (Quote.Adjustment adjustment : soFar.adjustments()) total = total.plus(adjustment.amount());
        for (Quote.Fee fee : soFar.fees()) total = total.plus(fee.total());
        return soFar.withTotal(total.plus(soFar.tip().total()));
    }
}
