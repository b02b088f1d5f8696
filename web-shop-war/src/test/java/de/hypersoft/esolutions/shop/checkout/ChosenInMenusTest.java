package de.hypersoft.esolutions.shop.checkout;

import static de.hypersoft.esolutions.shop.view.OpenShop.page;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.LocalizedText;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.ordering.cart.CartCheck;
import de.hypersoft.esolutions.ordering.cart.CartContents;
import de.hypersoft.esolutions.ordering.cart.CartView;
import de.hypersoft.esolutions.pricing.Picked;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.pricing.Selection.Pick;
import de.hypersoft.esolutions.shop.cart.LineView;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was chosen in a menu, however deep, in the cart and at the checkout. */
class ChosenInMenusTest {

    private static final Money NOTHING = Money.of(0, "EUR");
    private final Menu menu = new Menu(
            "test",
            Currency.getInstance("EUR"),
            List.of(),
            Map.of("menu", article("menu", 0, "parts"), "rum", article("rum", 18)),
            Map.of(
                    "parts", group("parts", option("wings", null, "sauce"), option("cake", null, "shot")),
                    "sauce", group("sauce", option("ranch", null), option("bbq", null)),
                    "shot", group("shot", option("rum", "rum"))),
            Map.of(),
            Map.of());

    @Test
    void alcohol_as_an_option_asks_for_the_age_at_the_checkout() {
        assertThat(age(new Pick("parts", "cake", 1, List.of(new Pick("shot", "rum")))))
                .isEqualTo(18);
        assertThat(age(new Pick("parts", "cake"))).isZero();
    }

    @Test
    void the_cart_says_which_sauce_belongs_to_which_wings() {
        CartContents.Line line = line(
                new Pick("parts", "wings", 2, List.of(new Pick("sauce", "ranch"))),
                new Pick("parts", "wings", 1, List.of(new Pick("sauce", "bbq", 2, List.of()))));
        Picked picked = Picked.of(menu, article("menu", 0, "parts"), line.selection());

        assertThat(LineView.of(
                                new CartCheck.Line(line, picked, null, null),
                                menu,
                                page(Instant.parse("2026-11-22T18:00:00Z")))
                        .options())
                .containsExactly("2 × wings (ranch)", "wings (2 × bbq)");
    }

    private int age(Pick... picks) {
        CartContents contents = new CartContents(List.of(line(picks)), null, "", null);
        return CheckoutViews.age(menu, new CartView(OrderType.PICKUP, contents));
    }

    private static CartContents.Line line(Pick... picks) {
        return new CartContents.Line("1", new Selection("menu", 1, List.of(picks), ""), NOTHING);
    }

    private static Menu.OptionGroup group(String id, Menu.Option... options) {
        return new Menu.OptionGroup(id, LocalizedText.NONE, 0, 9, List.of(options));
    }

    private static Menu.Option option(String id, @Nullable String stands, String... asks) {
        return new Menu.Option(id, new LocalizedText(Map.of("de", id)), NOTHING, stands, List.of(), List.of(asks), 9);
    }

    private static Menu.Article article(String id, int age, String... groups) {
        return new Menu.Article(
                id,
                "all",
                LocalizedText.NONE,
                LocalizedText.NONE,
                NOTHING,
                Map.of(),
                0,
                "FOOD",
                List.of(groups),
                List.of(),
                List.of(),
                List.of(),
                null,
                age,
                null,
                1);
    }
}
