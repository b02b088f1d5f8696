package de.hypersoft.esolutions.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Money;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whom a dish is not for, with what must be chosen with it. */
class DishAllergensTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private final Map<String, Menu.Article> articles = new LinkedHashMap<>();
    private final Map<String, Menu.OptionGroup> groups = new LinkedHashMap<>();

    @Test
    void a_menu_whose_every_drink_holds_milk_is_not_for_whoever_avoids_milk() {
        group("drink", 1, 1, with("latte", "MILK"), with("shake", "MILK", "EGGS"));

        DishAllergens.Contents menu = of(dish(List.of("SOYA"), "drink"));

        assertThat(menu.unavoidable()).contains("MILK", "SOYA").doesNotContain("EGGS");
        assertThat(menu.possible()).containsExactlyInAnyOrder("SOYA", "MILK", "EGGS");
    }

    @Test
    void one_drink_without_milk_is_enough_unless_two_must_be_chosen() {
        group("one", 1, 1, with("latte", "MILK"), with("tea"));
        group("two", 2, 2, once("latte", "MILK"), once("tea"));

        assertThat(of(dish(List.of(), "one")).unavoidable()).isEmpty();
        assertThat(of(dish(List.of(), "two")).unavoidable()).containsExactly("MILK");
    }

    @Test
    void when_the_last_one_without_it_is_sold_out_nothing_else_is_left() {
        articles.put("tea", dish(List.of()));
        group("drink", 1, 1, with("latte", "MILK"), standsFor("tea"));

        Choosable left = new Choosable(menu(), article -> article.equals("tea") ? 0 : 9);

        assertThat(new DishAllergens(menu(), left).of(dish(List.of(), "drink")).unavoidable())
                .containsExactly("MILK");
    }

    @Test
    void what_nobody_has_to_choose_keeps_nobody_away_and_is_told() {
        group("extras", 0, 5, with("cheese", "MILK"));

        DishAllergens.Contents pizza = of(dish(List.of(), "extras"));

        assertThat(pizza.unavoidable()).isEmpty();
        assertThat(pizza.possible()).containsExactly("MILK");
    }

    @Test
    void what_a_choice_asks_in_turn_counts_with_it() {
        group("bread", 1, 1, with("ciabatta", "WHEAT"), with("rye", "RYE"));
        group("set", 1, 1, asks("burger", "bread"));

        assertThat(of(dish(List.of(), "set")).unavoidable()).contains("GLUTEN").doesNotContain("MILK");
    }

    @Test
    void a_dish_of_whose_choices_nothing_is_known_is_not_free_of_anything() {
        articles.put("unknown", dish(null));
        articles.put("free", dish(List.of()));
        group("all", 1, 1, standsFor("unknown"));
        group("some", 1, 1, standsFor("unknown"), standsFor("free"));

        assertThat(of(dish(List.of(), "all")).declared()).isFalse();
        assertThat(of(dish(List.of(), "some")).declared()).isTrue();
        assertThat(of(dish(null)).declared()).isFalse();
    }

    private DishAllergens.Contents of(Menu.Article article) {
        return DishAllergens.of(menu()).of(article);
    }

    private Menu menu() {
        return new Menu("test", EUR, List.of(), articles, groups, Map.of(), Map.of());
    }

    private void group(String id, int min, int max, Menu.Option... options) {
        groups.put(id, new Menu.OptionGroup(id, LocalizedText.NONE, min, max, List.of(options)));
    }

    private static Menu.Option with(String id, String... allergens) {
        return option(id, null, List.of(allergens), List.of(), 9);
    }

    private static Menu.Option once(String id, String... allergens) {
        return option(id, null, List.of(allergens), List.of(), 1);
    }

    private static Menu.Option standsFor(String article) {
        return option(article, article, List.of(), List.of(), 9);
    }

    private static Menu.Option asks(String id, String group) {
        return option(id, null, List.of(), List.of(group), 9);
    }

    private static Menu.Option option(
            String id, @Nullable String article, List<String> allergens, List<String> asked, int max) {
        return new Menu.Option(id, LocalizedText.NONE, Money.zero(EUR), article, allergens, asked, max);
    }

    private static Menu.Article dish(@Nullable List<String> allergens, String... asked) {
        return new Menu.Article(
                "dish",
                "all",
                LocalizedText.NONE,
                LocalizedText.NONE,
                Money.zero(EUR),
                Map.of(),
                0,
                "FOOD",
                List.of(asked),
                List.of(),
                allergens,
                List.of(),
                null,
                0,
                null,
                1);
    }
}
