package de.hypersoft.esolutions.pricing;

import static de.hypersoft.esolutions.pricing.TestMenu.eur;
import static de.hypersoft.esolutions.pricing.TestMenu.one;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.pricing.Quote.LineDiscount;
import org.junit.jupiter.api.Test;

class QuoteTest {

    @Test
    void L24_an_order_asks_the_highest_age_of_what_is_in_it() {
        TestMenu menu = new TestMenu()
                .article("fries", "4.20", "FOOD")
                .article("beer", "3.90", "DRINK")
                .article("rum", "5.90", "DRINK");
        menu.age("beer", 16);
        menu.age("rum", 18);

        assertThat(menu.pickup(one("fries")).minimumAge()).isZero();
        assertThat(menu.pickup(one("fries"), one("rum"), one("beer")).minimumAge())
                .isEqualTo(18);
    }

    @Test
    void a_discount_is_written_with_two_decimals() {
        assertThat(new LineDiscount(1000, eur("1.00")).percent()).isEqualTo("10.00");
        assertThat(new LineDiscount(705, eur("1.00")).percent()).isEqualTo("7.05");
    }
}
