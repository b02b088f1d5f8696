package de.hypersoft.esolutions.shop.status;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.ordering.OrderDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusViewsTest {

    @Test
    void the_guest_reads_which_sauce_belongs_to_which_wings_and_how_many() {
        OrderDocument.Option wings =
                option("Chicken Wings", 2, option("BBQ", 1, option("extra scharf", 1)), option("Ranch", 3));

        assertThat(StatusViews.option(wings)).isEqualTo("2 × Chicken Wings (BBQ (extra scharf), 3 × Ranch)");
    }

    private static OrderDocument.Option option(String name, int quantity, OrderDocument.Option... below) {
        return new OrderDocument.Option(
                "g", "o", null, "in der Küche", name, Money.of(0, "EUR"), "7.00", quantity, List.of(below));
    }
}
