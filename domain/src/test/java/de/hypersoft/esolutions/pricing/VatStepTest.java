package de.hypersoft.esolutions.pricing;

import static de.hypersoft.esolutions.pricing.StepTrial.NINETEEN;
import static de.hypersoft.esolutions.pricing.StepTrial.SEVEN;
import static de.hypersoft.esolutions.pricing.StepTrial.at;
import static de.hypersoft.esolutions.pricing.StepTrial.coupon;
import static de.hypersoft.esolutions.pricing.StepTrial.delivery;
import static de.hypersoft.esolutions.pricing.TestMenu.eur;
import static de.hypersoft.esolutions.pricing.TestMenu.one;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VatStepTest {

    private final TestMenu menu =
            new TestMenu().article("food", "20.00", "FOOD").article("cola", "2.70", 0, "DRINK", "CAN");

    @Test
    void T7_the_tax_of_a_rate_is_taken_once_from_all_that_falls_under_it() {
        Quote quote = StepTrial.linesAndDeposits(menu, one("food"), one("cola"), one("cola"))
                .withFees(delivery(at(SEVEN, "2.01").plus(NINETEEN, eur("0.33"))));

        assertThat(taxed(quote))
                .containsExactly(
                        new Quote.VatLine(SEVEN, eur("20.57"), eur("1.44"), eur("22.01")),
                        new Quote.VatLine(NINETEEN, eur("5.24"), eur("0.99"), eur("6.23")));
    }

    @Test
    void T9_a_coupon_lowers_what_is_taxed() {
        Quote quote = StepTrial.lines(menu, one("food")).withAdjustments(List.of(coupon(at(SEVEN, "-5.00"))));

        assertThat(taxed(quote)).extracting(Quote.VatLine::gross).containsExactly(eur("15.00"));
    }

    @Test
    void T14_a_tip_is_taxed_at_the_rate_it_was_given_with() {
        Quote quote = StepTrial.lines(menu, one("food")).withTip(at(NINETEEN, "2.38"));

        assertThat(taxed(quote))
                .containsExactly(
                        new Quote.VatLine(SEVEN, eur("18.69"), eur("1.31"), eur("20.00")),
                        new Quote.VatLine(NINETEEN, eur("2.00"), eur("0.38"), eur("2.38")));
    }

    private List<Quote.VatLine> taxed(Quote quote) {
        return new VatStep().apply(quote, menu.menu(), StepTrial.pickup()).vat();
    }
}
