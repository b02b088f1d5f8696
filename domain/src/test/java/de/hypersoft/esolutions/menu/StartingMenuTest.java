package de.hypersoft.esolutions.menu;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.MenuBuilder;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartingMenuTest {

    @ParameterizedTest
    @CsvSource({
        "DE, EUR, food, 7.00, 7.00",
        "DE, EUR, drinks, 19.00, 19.00",
        "AT, EUR, food, 10.00, 10.00",
        "AT, EUR, drinks, 20.00, 20.00",
        "CH, CHF, food, 8.10, 2.60",
        "CH, CHF, alcohol, 8.10, 8.10",
        "GB, GBP, food, 20.00, 20.00",
        "GB, GBP, cold-food, 20.00, 0.00",
    })
    void L8_whoever_begins_has_the_rates_of_the_country(
            String country, String currency, String id, String onSite, String takeAway) {
        CatalogDocument empty = StartingMenu.of(country, currency);

        CatalogDocument.Rates now = empty.vatClasses().stream()
                .filter(vatClass -> vatClass.id().equals(id))
                .flatMap(vatClass -> vatClass.rates().stream())
                .filter(rates -> !LocalDate.parse(rates.from()).isAfter(LocalDate.of(2026, 12, 1)))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        assertThat(now.onSite()).isEqualTo(onSite);
        assertThat(now.takeAway()).isEqualTo(takeAway);
        assertThat(MenuBuilder.menu(empty).currency().getCurrencyCode()).isEqualTo(currency);
        assertThat(empty.articles()).isEmpty();
    }
}
