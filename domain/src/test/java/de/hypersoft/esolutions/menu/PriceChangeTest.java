package de.hypersoft.esolutions.menu;

import static de.hypersoft.esolutions.menu.PriceChange.Kind.AMOUNT;
import static de.hypersoft.esolutions.menu.PriceChange.Kind.PERCENT;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Article;
import de.hypersoft.esolutions.menu.PriceChange.Kind;
import de.hypersoft.esolutions.menu.PriceChange.Line;
import de.hypersoft.esolutions.menu.PriceChange.Rounding;
import de.hypersoft.esolutions.testing.Refusals;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceChangeTest {

    @ParameterizedTest
    @CsvSource({
        "9.90, PERCENT, 500, CENT, 10.40",
        "9.90, PERCENT, -1000, CENT, 8.91",
        "4.95, PERCENT, -1000, CENT, 4.46",
        "9.90, PERCENT, 500, FIVE, 10.40",
        "9.90, PERCENT, 300, TEN, 10.20",
        "9.90, PERCENT, 300, FIFTY, 10.00",
        "9.90, PERCENT, 400, NINETY, 9.90",
        "9.90, PERCENT, 500, NINETY, 10.90",
        "9.90, PERCENT, 1000, NINETY, 10.90",
        "9.90, AMOUNT, 50, CENT, 10.40",
        "9.90, AMOUNT, -55, TEN, 9.40",
    })
    void a_price_changes_by_percent_or_amount_and_is_rounded_as_wanted(
            String before, Kind kind, long by, Rounding rounding, String after) {
        assertThat(new PriceChange("", kind, by, rounding)
                        .applied(menu(MenuStage.dish("1", "pizza", before)))
                        .get(0)
                        .price())
                .isEqualTo(after);
    }

    @Test
    void only_the_category_that_is_meant_changes_with_its_prices_by_order_type_and_what_costs_nothing_stays() {
        Article away = new DishParts(MenuStage.dish("1", "pizza", "9.00"))
                .priced("9.00", Map.of("DELIVERY", "10.00"))
                .dish();
        CatalogDocument menu = menu(away, MenuStage.dish("2", "pasta", "8.00"), MenuStage.dish("3", "pizza", "0.00"));
        PriceChange change = new PriceChange("pizza", PERCENT, 1_000, Rounding.CENT);

        assertThat(change.lines(menu))
                .containsExactly(
                        new Line("1", away.name(), "", "9.00", "9.90"),
                        new Line("1", away.name(), "DELIVERY", "10.00", "11.00"));
        assertThat(change.applied(menu)).extracting(Article::price).containsExactly("9.90", "8.00", "0.00");
    }

    @Test
    void no_change_takes_everything_or_more() {
        assertThat(Refusals.code(() -> new PriceChange("", PERCENT, 0, Rounding.CENT)))
                .isEqualTo("out-of-range");
        assertThat(Refusals.code(() -> new PriceChange("", PERCENT, -10_000, Rounding.CENT)))
                .isEqualTo("out-of-range");
        assertThat(Refusals.code(() -> new PriceChange("", AMOUNT, -1_000, Rounding.CENT)
                        .lines(menu(MenuStage.dish("1", "pizza", "9.90")))))
                .isEqualTo("negative-price");
    }

    private static CatalogDocument menu(Article... dishes) {
        return Elements.with(StartingMenu.of("DE", "EUR"), List.of(), List.of(dishes));
    }
}
