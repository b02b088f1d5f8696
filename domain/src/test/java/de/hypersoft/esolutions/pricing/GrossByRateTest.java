package de.hypersoft.esolutions.pricing;

import static de.hypersoft.esolutions.pricing.StepTrial.NINETEEN;
import static de.hypersoft.esolutions.pricing.StepTrial.SEVEN;
import static de.hypersoft.esolutions.pricing.StepTrial.at;
import static de.hypersoft.esolutions.pricing.StepTrial.nothing;
import static de.hypersoft.esolutions.pricing.TestMenu.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class GrossByRateTest {

    @Test
    void amounts_of_one_rate_add_up_and_the_lowest_rate_stands_first() {
        GrossByRate amount = at(NINETEEN, "1.00").plus(at(SEVEN, "2.00").plus(NINETEEN, eur("0.50")));

        assertThat(amount.parts()).containsExactly(Map.entry(SEVEN, eur("2.00")), Map.entry(NINETEEN, eur("1.50")));
        assertThat(amount.total()).isEqualTo(eur("3.50"));
    }

    @Test
    void nothing_is_an_amount_too() {
        assertThat(nothing().total()).isEqualTo(eur("0.00"));
    }

    @Test
    void T8_what_is_spread_is_neither_more_nor_less_than_before() {
        GrossByRate goods = at(SEVEN, "9.00").plus(NINETEEN, eur("9.00"));

        assertThat(goods.spread(eur("3.01"))).isEqualTo(at(SEVEN, "1.51").plus(NINETEEN, eur("1.50")));
    }

    @Test
    void a_rate_at_or_below_zero_gets_no_share() {
        GrossByRate goods = at(SEVEN, "-2.00").plus(NINETEEN, eur("9.00"));

        assertThat(goods.spread(eur("3.01"))).isEqualTo(at(NINETEEN, "3.01"));
    }

    @Test
    void the_highest_rate_takes_all_when_nothing_is_above_zero() {
        GrossByRate goods = at(SEVEN, "0.00").plus(NINETEEN, eur("-1.00"));

        assertThat(goods.spread(eur("3.01"))).isEqualTo(at(NINETEEN, "3.01"));
    }

    @Test
    void nothing_is_spread_over_nothing() {
        assertThatThrownBy(() -> nothing().spread(eur("1.00"))).isInstanceOf(NoSuchElementException.class);
    }
}
