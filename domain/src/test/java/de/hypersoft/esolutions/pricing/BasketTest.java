package de.hypersoft.esolutions.pricing;

import static de.hypersoft.esolutions.pricing.TestMenu.eur;
import static de.hypersoft.esolutions.pricing.TestMenu.one;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class BasketTest {

    private final Basket basket =
            Basket.of(OrderType.DELIVERY, Instant.parse("2026-12-31T23:30:00Z"), ZoneId.of("Europe/Berlin"), "DE");

    @Test
    void L8_the_day_of_supply_is_that_of_the_location() {
        assertThat(basket.supply()).isEqualTo(LocalDate.of(2027, 1, 1));
    }

    @Test
    void goods_and_delivery_are_put_in_without_losing_each_other() {
        DeliveryZone.Terms terms = new DeliveryZone.Terms("10115", eur("10.00"), eur("2.90"), null);

        assertThat(basket.with(one("soup")).with(terms))
                .isEqualTo(basket.with(terms).with(List.of(one("soup"))));
        assertThat(basket.with(terms).with(one("soup")))
                .isEqualTo(new Basket(OrderType.DELIVERY, LocalDate.of(2027, 1, 1), "DE", List.of(one("soup")), terms));
    }
}
