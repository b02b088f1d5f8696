package de.hypersoft.esolutions.pricing;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Money;
import java.util.List;

/** The fee of the guest's zone. Its tax follows the goods, in proportion of their gross (L11); no deposit draws on it. */
final class DeliveryFeeStep implements PricingStep {

    @Override
    public Quote apply(Quote soFar, Menu menu, Basket basket) {
        if (basket.delivery() == null) return soFar;
        Money fee = basket.delivery().feeFor(soFar.goods());
        if (fee.isZero()) return soFar;
        return soFar.withFees(List.of(
                new Quote.Fee(Quote.FeeKind.DELIVERY, soFar.goodsByRate().spread(fee))));
    }
}
