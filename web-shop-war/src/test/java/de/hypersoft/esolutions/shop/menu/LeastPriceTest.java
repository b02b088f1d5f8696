package de.hypersoft.esolutions.shop.menu;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.LocalizedText;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.availability.Availability;
import de.hypersoft.esolutions.kernel.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What can be had for the price that is shown before anything is chosen. */
class LeastPriceTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private final Map<String, Menu.OptionGroup> groups = new LinkedHashMap<>();

    @Test
    void an_article_without_a_choice_that_must_be_made_costs_what_it_costs() {
        group("toppings", 0, 10, option("ham", "0.99"));

        assertThat(least("9.90", 0, "toppings")).isEqualTo(exactly("9.90"));
        assertThat(least("9.90", 0)).isEqualTo(exactly("9.90"));
    }

    @Test
    void a_size_that_must_be_chosen_makes_it_a_price_from_the_cheapest_on() {
        group("size", 1, 1, option("30", "2.00"), option("26", "0.50"), option("40", "6.50"));

        assertThat(least("9.90", 0, "size")).isEqualTo(from("10.40"));
    }

    @Test
    void choices_that_cost_the_same_leave_one_price() {
        group("can", 1, 1, option("cola", "2.70"), option("zero", "2.70"));

        assertThat(least("5.00", 0, "can")).isEqualTo(exactly("7.70"));
    }

    @Test
    void the_cheapest_so_many_of_a_group_count_and_more_may_be_taken() {
        group("own", 2, 4, once("a", "1.50"), once("b", "1.00"), once("c", "1.20"));

        assertThat(least("0.00", 0, "own")).isEqualTo(from("2.20"));
    }

    @Test
    void what_an_option_asks_in_turn_counts_with_it_however_deep() {
        group("deep", 1, 1, option("gold", "100.00"));
        group("doneness", 1, 1, option("well", "1.00", "deep"), option("rare", "2.00"));
        Menu.Option beef = option("beef", "0.00", "doneness");
        group("patty", 1, 1, beef, option("vegan", "0.50"));

        assertThat(least("10.00", 0, "patty")).isEqualTo(from("10.50"));
        assertThat(reckoning(Availability.ALL).option(beef)).isEqualTo(from("2.00"));
    }

    @Test
    void T1_T4_the_discount_lowers_what_must_be_chosen_and_never_what_is_taken_off() {
        group("size", 1, 1, option("large", "2.00"));
        group("without", 1, 1, option("no-cheese", "-1.00"));

        assertThat(least("9.00", 1_000, "size", "without")).isEqualTo(exactly("8.90"));
    }

    @Test
    void what_is_sold_out_makes_no_price() {
        group("drink", 1, 1, option("water", "0.00"), option("juice", "1.00"));

        Availability dry = new Availability(Set.of("water"), Map.of(), Map.of());

        assertThat(LeastPrice.of(menu(), article("5.00", "drink"), eur("5.00"), 0, dry))
                .isEqualTo(exactly("6.00"));
    }

    @Test
    void an_option_is_not_to_be_had_without_enough_of_what_it_asks_in_turn() {
        group("sauces", 2, 2, once("mayo", "0.10"), once("ketchup", "0.10"));
        Menu.Option fries = option("fries", "0.00", "sauces");
        group("side", 1, 1, fries, option("salad", "2.00"));

        Availability without = new Availability(Set.of("mayo"), Map.of(), Map.of());

        assertThat(least("5.00", 0, "side")).isEqualTo(from("5.20"));
        assertThat(LeastPrice.of(menu(), article("5.00", "side"), eur("5.00"), 0, without))
                .isEqualTo(exactly("7.00"));
        assertThat(reckoning(without).most(Objects.requireNonNull(groups.get("side")), fries))
                .isZero();
        assertThat(reckoning(Availability.ALL).most(Objects.requireNonNull(groups.get("side")), fries))
                .isEqualTo(1);
    }

    @Test
    void the_cheapest_may_be_taken_several_times_as_far_as_its_own_limit_and_the_kitchen_reach() {
        group("own", 3, 5, option("a", "1.00"), option("b", "2.00"));
        group("once", 3, 5, once("c", "1.00"), option("d", "2.00"));
        Availability two = new Availability(Set.of(), Map.of("a", 2), Map.of());

        assertThat(least("0.00", 0, "own")).isEqualTo(from("3.00"));
        assertThat(least("0.00", 0, "once")).isEqualTo(from("5.00"));
        assertThat(LeastPrice.of(menu(), article("0.00", "own"), eur("0.00"), 0, two))
                .isEqualTo(from("4.00"));
    }

    private LeastPrice.Reckoning reckoning(Availability availability) {
        return new LeastPrice.Reckoning(menu(), 0, availability);
    }

    private static Menu.Option once(String id, String price) {
        return new Menu.Option(id, LocalizedText.NONE, eur(price), id, List.of(), List.of(), 1);
    }

    private LeastPrice least(String price, int discount, String... asked) {
        return LeastPrice.of(
                menu(), article(price, asked), eur(price).discounted(discount), discount, Availability.ALL);
    }

    private void group(String id, int min, int max, Menu.Option... options) {
        groups.put(id, new Menu.OptionGroup(id, LocalizedText.NONE, min, max, new ArrayList<>(List.of(options))));
    }

    private static Menu.Option option(String id, String price, String... nested) {
        return new Menu.Option(id, LocalizedText.NONE, eur(price), id, List.of(), List.of(nested));
    }

    private static Menu.Article article(String price, String... groups) {
        return new Menu.Article(
                "dish",
                "all",
                LocalizedText.NONE,
                LocalizedText.NONE,
                eur(price),
                Map.of(),
                0,
                "FOOD",
                List.of(groups),
                List.of(),
                List.of(),
                List.of(),
                null,
                0,
                null,
                1);
    }

    private Menu menu() {
        return new Menu("test", EUR, List.of(), Map.of(), groups, Map.of(), Map.of());
    }

    private static LeastPrice exactly(String amount) {
        return new LeastPrice(eur(amount), false);
    }

    private static LeastPrice from(String amount) {
        return new LeastPrice(eur(amount), true);
    }

    private static Money eur(String amount) {
        return Money.parse(amount, EUR);
    }
}
