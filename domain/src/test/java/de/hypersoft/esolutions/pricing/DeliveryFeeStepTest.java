package de.hypersoft.esolutions.pricing;

import static de.hypersoft.esolutions.pricing.StepTrial.NINETEEN;
import static de.hypersoft.esolutions.pricing.StepTrial.SEVEN;
import static de.hypersoft.esolutions.pricing.StepTrial.at;
import static de.hypersoft.esolutions.pricing.StepTrial.delivery;
import static de.hypersoft.esolutions.pricing.TestMenu.eur;
import static de.hypersoft.esolutions.pricing.TestMenu.many;
import static de.hypersoft.esolutions.pricing.TestMenu.one;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import org.junit.jupiter.api.Test;

class DeliveryFeeStepTest {

    private final TestMenu menu =
            new TestMenu().article("food", "9.00", "FOOD").article("cola", "9.00", 0, "DRINK", "CAN");
    private final Quote goods = StepTrial.linesAndDeposits(menu, many(2, "food"), one("cola"));

    @Test
    void L11_the_fee_is_taxed_in_proportion_of_the_goods_and_not_of_the_deposit() {
        assertThat(charged("3.01", "27.01").fees())
                .isEqualTo(delivery(at(SEVEN, "2.01").plus(NINETEEN, eur("1.00"))));
    }

    @Test
    void goods_of_the_limit_are_delivered_free_and_a_deposit_does_not_help_to_reach_it() {
        assertThat(charged("3.01", "27.00").fees()).isEmpty();
        assertThat(charged("3.01", "27.25").fees()).hasSize(1);
    }

    @Test
    void a_fee_of_nothing_is_none() {
        assertThat(charged("0.00", "50.00").fees()).isEmpty();
    }

    @Test
    void what_is_not_delivered_is_charged_no_fee() {
        assertThat(new DeliveryFeeStep().apply(goods, menu.menu(), StepTrial.pickup()))
                .isEqualTo(goods);
    }

    private Quote charged(String fee, String freeFrom) {
        DeliveryZone.Terms terms = new DeliveryZone.Terms("10115", eur("0.00"), eur(fee), eur(freeFrom));
        return new DeliveryFeeStep()
                .apply(goods, menu.menu(), StepTrial.pickup().with(terms));
    }
}
