package de.hypersoft.esolutions.pricing;

import static de.hypersoft.esolutions.pricing.StepTrial.NINETEEN;
import static de.hypersoft.esolutions.pricing.StepTrial.SEVEN;
import static de.hypersoft.esolutions.pricing.StepTrial.at;
import static de.hypersoft.esolutions.pricing.TestMenu.EUR;
import static de.hypersoft.esolutions.pricing.TestMenu.eur;
import static de.hypersoft.esolutions.pricing.TestMenu.many;
import static de.hypersoft.esolutions.pricing.TestMenu.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.tenancy.OrderType;
import org.junit.jupiter.api.Test;

class LineStepTest {

    private final TestMenu menu = new TestMenu()
            .article("cola", "2.70", 0, "DRINK", "CAN")
            .group("drink", 0, "can", "1.05", "cola")
            .article("steak", "24.95", 1_000, "FOOD", null, "drink");

    @Test
    void a_line_says_what_one_piece_costs_what_all_cost_and_what_the_discount_took_off() {
        Quote.Line line =
                StepTrial.lines(menu, many(3, "steak", "drink", "can")).lines().get(0);

        assertThat(line.unitPrice()).isEqualTo(eur("23.41"));
        assertThat(line.total()).isEqualTo(eur("70.23"));
        assertThat(line.discount()).isEqualTo(new Quote.LineDiscount(1_000, eur("7.77")));
        assertThat(line.vat()).isEqualTo(SEVEN);
        assertThat(line.deposit()).isNull();
    }

    @Test
    void a_line_without_discount_names_none() {
        assertThat(StepTrial.lines(menu, one("cola")).lines().get(0).discount()).isNull();
    }

    @Test
    void the_way_it_is_had_decides_the_price() {
        Quote delivered = new LineStep()
                .apply(
                        Quote.none(EUR),
                        menu.menu(),
                        TestMenu.basket(OrderType.DELIVERY, "DE").with(one("cola")));

        assertThat(delivered.goods()).isEqualTo(eur("3.70"));
    }

    @Test
    void T11_an_option_that_stands_for_an_article_is_taxed_by_its_own_rate() {
        Quote quote = StepTrial.lines(menu, many(3, "steak", "drink", "can"));

        assertThat(quote.goodsByRate()).isEqualTo(at(SEVEN, "67.38").plus(NINETEEN, eur("2.85")));
    }

    @Test
    void what_is_not_on_the_menu_has_no_line() {
        assertThatThrownBy(() -> StepTrial.lines(menu, one("pizza"))).isInstanceOf(Invalid.class);
    }
}
