package de.hypersoft.esolutions.pricing;

import static de.hypersoft.esolutions.pricing.StepTrial.NINETEEN;
import static de.hypersoft.esolutions.pricing.StepTrial.SEVEN;
import static de.hypersoft.esolutions.pricing.StepTrial.at;
import static de.hypersoft.esolutions.pricing.StepTrial.coupon;
import static de.hypersoft.esolutions.pricing.StepTrial.delivery;
import static de.hypersoft.esolutions.pricing.TestMenu.eur;
import static de.hypersoft.esolutions.pricing.TestMenu.one;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class TotalStepTest {

    private final TestMenu menu =
            new TestMenu().article("food", "20.00", "FOOD").article("cola", "2.70", 0, "DRINK", "CAN");
    private final Quote goods = StepTrial.linesAndDeposits(menu, one("food"), one("cola"));

    @Test
    void the_guest_pays_goods_and_deposits() {
        assertThat(total(goods)).isEqualTo(eur("22.95"));
    }

    @Test
    void fees_and_tip_come_on_top() {
        assertThat(total(goods.withFees(delivery(at(SEVEN, "2.90"))))).isEqualTo(eur("25.85"));
        assertThat(total(goods.withTip(at(NINETEEN, "3.00")))).isEqualTo(eur("25.95"));
    }

    @Test
    void a_coupon_is_taken_off_over_all_its_rates() {
        GrossByRate off = at(SEVEN, "-4.41").plus(NINETEEN, eur("-0.59"));

        assertThat(total(goods.withAdjustments(List.of(coupon(off))))).isEqualTo(eur("17.95"));
    }

    private Money total(Quote quote) {
        return new TotalStep().apply(quote, menu.menu(), StepTrial.pickup()).total();
    }
}
