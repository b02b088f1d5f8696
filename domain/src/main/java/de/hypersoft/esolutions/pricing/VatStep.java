package de.hypersoft.esolutions.pricing;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.VatRate;
import java.util.List;

/** One line per rate of all that is quoted; the tax is taken once from the gross sum of the rate (T7). */
final class VatStep implements PricingStep {

    @Override
    public Quote apply(Quote soFar, Menu menu, Basket basket) {
        List<Quote.VatLine> vat = soFar.grossByRate().parts().entrySet().stream()
                .map(part -> line(part.getKey(), part.getValue()))
                .toList();
        return soFar.withVat(vat);
    }

    private static Quote.VatLine line(VatRate rate, Money gross) {
        Money tax = gross.vatIncluded(rate);
        return new Quote.VatLine(rate, gross.minus(tax), tax, gross);
    }
}
