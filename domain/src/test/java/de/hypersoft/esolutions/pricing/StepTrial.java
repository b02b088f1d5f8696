package de.hypersoft.esolutions.pricing;

import static de.hypersoft.esolutions.pricing.TestMenu.EUR;
import static de.hypersoft.esolutions.pricing.TestMenu.eur;

import de.hypersoft.esolutions.kernel.VatRate;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.util.List;

/** What the tests of single steps begin with: amounts by rate, and a quote that holds lines and nothing else. */
final class StepTrial {

    static final VatRate SEVEN = VatRate.parse("7");
    static final VatRate NINETEEN = VatRate.parse("19");

    private StepTrial() {}

    static GrossByRate nothing() {
        return GrossByRate.none(EUR);
    }

    static GrossByRate at(VatRate rate, String amount) {
        return nothing().plus(rate, eur(amount));
    }

    static Quote lines(TestMenu menu, Selection... selections) {
        return new LineStep().apply(Quote.none(EUR), menu.menu(), pickup().with(selections));
    }

    static Quote linesAndDeposits(TestMenu menu, Selection... selections) {
        return new DepositStep().apply(lines(menu, selections), menu.menu(), pickup());
    }

    static Basket pickup() {
        return TestMenu.basket(OrderType.PICKUP, "DE");
    }

    static Quote.Adjustment coupon(GrossByRate off) {
        return new Quote.Adjustment(Quote.AdjustmentKind.COUPON, "HERBST5", off);
    }

    static List<Quote.Fee> delivery(GrossByRate fee) {
        return List.of(new Quote.Fee(Quote.FeeKind.DELIVERY, fee));
    }
}
