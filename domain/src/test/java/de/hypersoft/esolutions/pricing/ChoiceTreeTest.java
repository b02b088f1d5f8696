package de.hypersoft.esolutions.pricing;

import static de.hypersoft.esolutions.pricing.TestMenu.eur;
import static de.hypersoft.esolutions.pricing.TestMenu.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.VatRate;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.pricing.Selection.Pick;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What guests mean when two of the things they picked ask the same again. */
class ChoiceTreeTest {

    private final TestMenu menu = new TestMenu()
            .choices("sauce", 0, 1, option("bbq", "0.50"), option("mayo", "0.50"))
            .choices(
                    "parts",
                    2,
                    2,
                    option("wings", "0.00", "sauce"),
                    option("nuggets", "0.00", "sauce"),
                    option("corn", "0.00"))
            .choices("dip", 0, 1, option("aioli", "1.00"), option("hot", "1.20"))
            .choices("main", 1, 1, option("burger", "0.00", "dip"))
            .choices("side", 1, 1, option("fries", "0.00", "dip"))
            .choices("extra", 0, 2, option("cheese", "1.10"), option("onion", "0.30"))
            .article("combo", "10.00", "FOOD", "parts")
            .article("menu", "10.00", "FOOD", "main", "side")
            .article("both", "10.00", "FOOD", "main", "dip")
            .article("pizza", "8.00", "FOOD", "extra")
            .choices("on-small", 0, 3, option("small-ham", "1.00"))
            .choices("on-large", 0, 3, option("large-ham", "1.80"))
            .choices("size", 1, 1, option("small", "8.00", "on-small"), option("large", "11.00", "on-large"))
            .article("sized", "0.00", "FOOD", "size");

    @Test
    void a_sauce_for_the_wings_is_paid_once_and_not_for_the_nuggets_too() {
        Quote quote =
                menu.pickup(line("combo", pick("parts", "wings"), pick("parts", "nuggets"), pick("sauce", "bbq")));

        assertThat(quote.total()).isEqualTo(eur("10.50"));
        assertThat(words(quote)).isEqualTo("wings(bbq) nuggets");
    }

    @Test
    void burger_and_fries_may_each_have_their_own_dip() {
        Selection different =
                line("menu", pick("main", "burger", pick("dip", "aioli")), pick("side", "fries", pick("dip", "hot")));

        assertThat(menu.pickup(different).total()).isEqualTo(eur("12.20"));
        assertThat(words(menu.pickup(different))).isEqualTo("burger(aioli) fries(hot)");
    }

    @Test
    void a_flat_dip_belongs_to_the_first_that_asks_it_and_has_room() {
        Pick burger = pick("main", "burger");
        Pick fries = pick("side", "fries");

        Quote one = menu.pickup(line("menu", burger, fries, pick("dip", "aioli")));
        Quote two = menu.pickup(line("menu", pick("dip", "aioli"), burger, fries, pick("dip", "hot")));
        Quote pair = menu.pickup(line("menu", burger, fries, new Pick("dip", "aioli", 2, List.of())));

        assertThat(one.total()).isEqualTo(eur("11.00"));
        assertThat(words(one)).isEqualTo("burger(aioli) fries");
        assertThat(words(two)).isEqualTo("burger(aioli) fries(hot)");
        assertThat(words(pair)).isEqualTo("burger(aioli) fries(aioli)");
        refused("too-many-options", line("menu", burger, fries, new Pick("dip", "aioli", 3, List.of())));
    }

    @Test
    void flat_picks_find_their_place_in_any_order_however_deep_and_respect_an_options_own_limit() {
        TestMenu deep = new TestMenu()
                .choices("c", 0, 5, option("c1", "0.10").most(1), option("c2", "0.20"))
                .choices("b", 0, 1, option("b1", "0.00", "c"))
                .choices("a", 0, 2, option("a1", "0.00", "b"), option("a2", "0.00", "b"))
                .article("dish", "1.00", "FOOD", "a");

        Quote backwards = deep.pickup(line(
                "dish",
                pick("c", "c1"),
                pick("c", "c1"),
                pick("b", "b1"),
                pick("b", "b1"),
                pick("a", "a2"),
                pick("a", "a1")));

        assertThat(words(backwards)).isEqualTo("a1(b1(c1)) a2(b1(c1))");
        assertThat(backwards.total()).isEqualTo(eur("1.20"));
    }

    @Test
    void a_group_that_the_dish_asks_and_an_option_asks_again_is_asked_at_both_places() {
        Pick burger = pick("main", "burger", pick("dip", "hot"));

        assertThat(words(menu.pickup(line("both", burger, pick("dip", "aioli")))))
                .isEqualTo("burger(hot) aioli");
        assertThat(words(menu.pickup(line("both", pick("main", "burger"), pick("dip", "aioli")))))
                .isEqualTo("burger aioli");
        refused("too-many-options", line("both", burger, pick("dip", "aioli"), pick("dip", "hot")));
    }

    @Test
    void an_extra_costs_what_it_costs_on_the_size_that_was_picked() {
        assertThat(menu.pickup(line("sized", pick("size", "small", pick("on-small", "small-ham"))))
                        .total())
                .isEqualTo(eur("9.00"));
        assertThat(menu.pickup(line("sized", pick("size", "large", pick("on-large", "large-ham"))))
                        .total())
                .isEqualTo(eur("12.80"));
        refused("unknown-option", line("sized", pick("size", "large"), pick("on-small", "small-ham")));
    }

    @Test
    void the_same_option_twice_is_two_pieces_of_it() {
        Quote twice = menu.pickup(line("pizza", pick("extra", "cheese"), pick("extra", "cheese")));
        Quote counted = menu.pickup(line("pizza", new Pick("extra", "cheese", 2, List.of())));

        assertThat(twice.total()).isEqualTo(eur("10.20"));
        assertThat(counted.lines().get(0).selection())
                .isEqualTo(twice.lines().get(0).selection());
        assertThat(words(twice)).isEqualTo("2cheese");
        refused("too-many-options", line("pizza", new Pick("extra", "cheese", 3, List.of())));
        refused("too-many-options", line("pizza", new Pick("extra", "cheese", 2, List.of()), pick("extra", "onion")));
    }

    @Test
    void two_of_one_option_with_different_choices_stay_two() {
        Quote quote = menu.pickup(line(
                "combo", pick("parts", "wings", pick("sauce", "mayo")), pick("parts", "wings", pick("sauce", "bbq"))));

        assertThat(quote.total()).isEqualTo(eur("11.00"));
        assertThat(words(quote)).isEqualTo("wings(mayo) wings(bbq)");
    }

    @Test
    void an_option_with_a_limit_of_its_own_is_refused_above_it() {
        TestMenu limited = new TestMenu()
                .choices("extra", 0, 9, option("cheese", "1.10").most(2), option("onion", "0.30"))
                .article("pizza", "8.00", "FOOD", "extra");

        assertThat(Pricing.quote(
                                limited.menu(),
                                TestMenu.basket(line("pizza", new Pick("extra", "cheese", 2, List.of()))))
                        .total())
                .isEqualTo(eur("10.20"));
        assertThatThrownBy(() -> SelectionRules.check(
                        limited.menu(), List.of(line("pizza", new Pick("extra", "cheese", 3, List.of())))))
                .isInstanceOfSatisfying(Invalid.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("too-many-of-option");
                    assertThat(refusal.parameters())
                            .containsEntry("option", "cheese")
                            .containsEntry("max", 2);
                });
    }

    @Test
    void what_nobody_asks_is_refused_and_never_moved_to_another_option() {
        refused("unknown-option", line("combo", pick("parts", "wings", pick("dip", "aioli")), pick("parts", "corn")));
        refused("unknown-option", line("combo", pick("parts", "corn", pick("sauce", "bbq")), pick("parts", "wings")));
        refused("unknown-option", line("combo", pick("parts", "wings"), pick("parts", "corn"), pick("sauce", "x")));
        refused("unknown-option", line("pizza", pick("sauce", "bbq")));
    }

    @Test
    void no_quantity_depth_or_number_of_picks_makes_the_walk_endless() {
        refused("option-quantity-out-of-range", line("pizza", new Pick("extra", "cheese", 0, List.of())));
        refused("option-quantity-out-of-range", line("pizza", new Pick("extra", "cheese", 100, List.of())));
        Pick deep = pick("parts", "wings");
        for (int i = 0; i < 8; i++) deep = pick("parts", "wings", deep);
        refused("options-too-deep", line("combo", deep));
        Pick[] many = new Pick[201];
        Arrays.fill(many, pick("sauce", "bbq"));
        refused("too-many-picks", line("combo", many));
    }

    @Test
    void pieces_multiply_down_the_tree_and_never_beyond_what_can_be_counted() {
        TestMenu tower = new TestMenu()
                .choices("c", 0, 99, option("c", "0.01"))
                .choices("b", 0, 99, option("b", "0.00", "c"))
                .choices("a", 0, 99, option("a", "1.00", "b"))
                .article("tower", "0.00", "FOOD", "a");

        Quote quote = tower.pickup(new Selection("tower", 2, List.of(tower(2, 3, 4)), ""));

        assertThat(quote.lines().get(0).unitPrice()).isEqualTo(eur("2.24"));
        assertThat(quote.total()).isEqualTo(eur("4.48"));
        assertThatThrownBy(() -> tower.pickup(new Selection("tower", 1, List.of(tower(99, 99, 1)), "")))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.code()).isEqualTo("too-many-picks"));
    }

    @Test
    void what_hangs_on_a_drink_is_taxed_like_the_drink_and_its_cans_are_counted_and_its_age_asked() {
        TestMenu bar = new TestMenu()
                .article("beer", "3.00", 0, "DRINK", "CAN")
                .choices("shot", 0, 1, option("lime", "0.40"))
                .choices("drink", 0, 3, option("beer", "2.00", "shot").stands("beer"))
                .choices("side", 1, 1, option("box", "0.00", "drink"))
                .article("party", "20.00", "FOOD", "side");
        bar.age("beer", 16);
        Selection selection = new Selection(
                "party",
                2,
                List.of(pick("side", "box", new Pick("drink", "beer", 3, List.of(pick("shot", "lime"))))),
                "");

        Quote quote = bar.pickup(selection);

        assertThat(quote.goods()).isEqualTo(eur("54.40"));
        assertThat(quote.deposits()).isEqualTo(eur("1.50"));
        assertThat(quote.vat())
                .filteredOn(v -> v.rate().equals(VatRate.parse("19")))
                .extracting(Quote.VatLine::gross)
                .containsExactly(eur("15.90"));
        assertThat(quote.lines().get(0).minimumAge()).isEqualTo(16);
        Menu.Article party = bar.menu().article("party").orElseThrow();
        assertThat(Picked.of(bar.menu(), party, selection).portions()).isEqualTo(Map.of("party", 2, "beer", 6));
    }

    @Test
    void a_cart_stored_before_picks_counted_can_be_read() {
        Selection old = Json.read(
                "{\"articleId\":\"combo\",\"quantity\":1,\"note\":\"\",\"picks\":[{\"groupId\":\"parts\",\"optionId\":\"wings\"}]}",
                Selection.class);

        assertThat(old.picks()).containsExactly(new Pick("parts", "wings", 1, List.of()));
        Selection tree = line("combo", pick("parts", "wings", pick("sauce", "bbq")));
        assertThat(Json.read(Json.write(tree), Selection.class)).isEqualTo(tree);
    }

    private static Pick tower(int a, int b, int c) {
        return new Pick("a", "a", a, List.of(new Pick("b", "b", b, List.of(new Pick("c", "c", c, List.of())))));
    }

    private static Pick pick(String group, String option, Pick... below) {
        return new Pick(group, option, 1, List.of(below));
    }

    private static Selection line(String article, Pick... picks) {
        return new Selection(article, 1, List.of(picks), "");
    }

    private static String words(Quote quote) {
        return words(quote.lines().get(0).options());
    }

    private static String words(List<Quote.PricedOption> options) {
        List<String> words = new ArrayList<>();
        for (Quote.PricedOption option : options)
            words.add((option.quantity() == 1 ? "" : option.quantity())
                    + option.option().id()
                    + (option.options().isEmpty() ? "" : "(" + words(option.options()) + ")"));
        return String.join(" ", words);
    }

    private void refused(String code, Selection selection) {
        assertThatThrownBy(() -> SelectionRules.check(menu.menu(), List.of(selection)))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
