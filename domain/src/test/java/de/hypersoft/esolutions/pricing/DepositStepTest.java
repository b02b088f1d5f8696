package de.hypersoft.esolutions.pricing;

import static de.hypersoft.esolutions.pricing.StepTrial.NINETEEN;
import static de.hypersoft.esolutions.pricing.TestMenu.eur;
import static de.hypersoft.esolutions.pricing.TestMenu.many;
import static de.hypersoft.esolutions.pricing.TestMenu.one;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.DepositKind;
import de.hypersoft.esolutions.kernel.VatRate;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DepositStepTest {

    private final TestMenu menu = new TestMenu()
            .article("soup", "4.00", "FOOD")
            .article("cola", "2.70", 0, "DRINK", "CAN")
            .group("drink", 0, "can", "1.05", "cola")
            .article("steak", "24.95", 1_000, "FOOD", null, "drink");

    @Test
    void only_lines_with_a_container_get_a_deposit() {
        Quote quote = StepTrial.linesAndDeposits(menu, one("soup"), many(2, "cola"));

        assertThat(quote.lines()).extracting(line -> line.deposit() == null).containsExactly(true, false);
        assertThat(quote.deposits()).isEqualTo(eur("0.50"));
    }

    @Test
    void T6_a_can_below_an_option_counts_for_each_piece_and_the_price_stays() {
        Quote quote = StepTrial.linesAndDeposits(menu, many(3, "steak", "drink", "can"));

        assertThat(quote.lines().get(0).deposit())
                .isEqualTo(new Quote.LineDeposit(
                        List.of(new Quote.DepositPart(
                                "CAN", DepositKind.SINGLE_USE, 3, eur("0.25"), NINETEEN, eur("0.75"))),
                        eur("0.75")));
        assertThat(quote.goods()).isEqualTo(eur("70.23"));
    }

    @Test
    void L12_the_country_decides_whether_the_deposit_is_taxed() {
        assertThat(rate("DE")).isEqualTo(NINETEEN);
        assertThat(rate("AT")).isEqualTo(VatRate.ZERO);
        assertThat(rate("CH")).isEqualTo(VatRate.ZERO);
    }

    private VatRate rate(String country) {
        Quote quote = new DepositStep()
                .apply(StepTrial.lines(menu, one("cola")), menu.menu(), TestMenu.basket(OrderType.PICKUP, country));
        return Objects.requireNonNull(quote.lines().get(0).deposit())
                .parts()
                .get(0)
                .vat();
    }
}
