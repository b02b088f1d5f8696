package de.hypersoft.esolutions.shop.menu;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitPriceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "270|330|ml|818|l|0,33 l",
                "290|500|ml|580|l|0,5 l",
                "1690|750|ml|2253|l|0,75 l",
                "690|250|g|2760|kg|250 g",
                "450|40|ml|11250|l|40 ml",
                "900|1000|g|900|kg|1 kg"
            })
    void L19_the_unit_price_is_per_litre_or_kilogram(
            long price, int amount, String unit, long perUnit, String of, String words) {
        Menu.Content content = new Menu.Content(amount, unit);
        UnitPrice unitPrice = UnitPrice.of(Money.of(price, "EUR"), content);

        assertThat(unitPrice).isEqualTo(new UnitPrice(Money.of(perUnit, "EUR"), of));
        assertThat(UnitPrice.quantity(content, true)).isEqualTo(words.replace(' ', '\u00a0'));
    }
}
