package de.hypersoft.esolutions.pricing;

import static de.hypersoft.esolutions.pricing.TestMenu.many;
import static de.hypersoft.esolutions.pricing.TestMenu.one;
import static de.hypersoft.esolutions.pricing.TestMenu.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.pricing.Selection.Pick;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionRulesTest {

    private final TestMenu menu = new TestMenu()
            .group("size", 1, 1, "26", "0.00", "30", "2.00")
            .group("only", 1, 1, "beef", "0.00")
            .group("doneness", 1, 1, "medium", "0.00", "well", "0.00")
            .group("patty", 1, "steak", "0.00", null, "doneness")
            .article("pizza", "9.90", "FOOD", "size")
            .article("burger", "11.90", "FOOD", "patty")
            .article("single", "5.00", "FOOD", "only")
            .article("fries", "4.20", "FOOD");

    @Test
    void T15_99_pieces_are_counted_per_article_over_all_lines() {
        refused("quantity-out-of-range", many(60, "pizza", "size", "26"), many(40, "pizza", "size", "30"));
        refused("quantity-out-of-range", many(100, "fries"));
        refused("quantity-out-of-range", many(0, "fries"));

        SelectionRules.check(menu.menu(), List.of(many(60, "pizza", "size", "26"), many(39, "pizza", "size", "30")));
    }

    @Test
    void T16_a_forced_choice_of_one_must_be_made_all_the_same() {
        refused("option-missing", one("single"));

        SelectionRules.check(menu.menu(), List.of(one("single", "only", "beef")));
    }

    @Test
    void a_forced_group_of_a_picked_option_is_asked_too() {
        Invalid refusal = refused("option-missing", one("burger", "patty", "steak"));
        assertThat(refusal.field()).isEqualTo("lines[0].options.doneness");

        SelectionRules.check(menu.menu(), List.of(one("burger", "patty", "steak", "doneness", "medium")));
    }

    @Test
    void what_does_not_belong_to_the_article_is_refused() {
        refused("unknown-article", one("nothing"));
        refused("unknown-option", one("fries", "size", "26"));
        refused("unknown-option", one("pizza", "size", "99"));
        refused("unknown-option", one("burger", "doneness", "medium"));
        refused("too-many-options", one("pizza", "size", "26", "size", "30"));
        refused("too-many-options", one("pizza", "size", "26", "size", "26"));
        refused("empty-order");
    }

    @Test
    void a_note_is_short_and_plain_text() {
        refused("too-long", new Selection("fries", 1, List.of(), "x".repeat(201)));
        refused("control-characters", new Selection("fries", 1, List.of(), "a\u0007b"));
    }

    @Test
    void of_one_article_99_pieces_are_sold_and_one_is() {
        assertThat(SelectionRules.check(menu.menu(), List.of(many(99, "fries"))))
                .hasSize(1);
        assertThat(SelectionRules.check(menu.menu(), List.of(many(1, "fries")))).hasSize(1);
        assertThat(refused("quantity-out-of-range", many(100, "fries")).parameters())
                .containsEntry("name", "fries");
    }

    @Test
    void an_order_has_at_most_50_lines() {
        Selection[] most = Collections.nCopies(50, one("fries")).toArray(Selection[]::new);
        Selection[] more = Collections.nCopies(51, one("fries")).toArray(Selection[]::new);

        assertThat(SelectionRules.check(menu.menu(), List.of(most))).hasSize(50);
        refused("too-many-lines", more);
    }

    @Test
    void a_note_of_200_characters_may_be_written() {
        SelectionRules.note("x".repeat(200), "note");
        refused("too-long", new Selection("fries", 1, List.of(), "x".repeat(201)));
    }

    @Test
    void a_line_takes_200_picks_and_an_option_99_pieces() {
        List<Pick> most = Collections.nCopies(200, new Pick("extra", "ham"));
        List<Pick> more = Collections.nCopies(201, new Pick("extra", "ham"));
        TestMenu roomy = new TestMenu()
                .choices("extra", 0, 999, option("ham", "0.10").most(999))
                .article("pizza", "9.90", "FOOD", "extra");

        assertThat(SelectionRules.check(roomy.menu(), new Selection("pizza", 1, most, ""), "line")
                        .nodes())
                .singleElement()
                .satisfies(ham -> assertThat(ham.quantity()).isEqualTo(200));
        assertRefused("too-many-picks", roomy, new Selection("pizza", 1, more, ""));
        SelectionRules.check(roomy.menu(), pizzaWithHam(99), "line");
        SelectionRules.check(roomy.menu(), pizzaWithHam(1), "line");
        assertRefused("option-quantity-out-of-range", roomy, pizzaWithHam(100));
        assertRefused("option-quantity-out-of-range", roomy, pizzaWithHam(0));
    }

    @Test
    void of_one_option_999_pieces_can_be_in_one_piece_of_an_article() {
        TestMenu boxes = new TestMenu()
                .choices("sauce", 0, 99, option("bbq", "0.00"))
                .choices("box", 0, 99, option("wings", "0.00", "sauce"))
                .article("feast", "99.00", "FOOD", "box");

        SelectionRules.check(boxes.menu(), feast(27, 37), "line");
        assertRefused("too-many-picks", boxes, feast(40, 25));
    }

    @Test
    void options_hang_at_most_eight_deep() {
        assertRefused("options-too-deep", menu, new Selection("fries", 1, List.of(deep(9)), ""));
        assertRefused("unknown-option", menu, new Selection("fries", 1, List.of(deep(8)), ""));
    }

    @Test
    void two_lines_are_of_one_kind_when_article_options_and_note_are_the_same() {
        Selection pizza = new Selection("pizza", 2, List.of(new Pick("size", "26")), "hot");

        assertThat(pizza.sameKindAs(pizza.times(5))).isTrue();
        assertThat(pizza.times(5).quantity()).isEqualTo(5);
        assertThat(pizza.sameKindAs(pizza.withoutNote())).isFalse();
        assertThat(pizza.withoutNote().note()).isEmpty();
        assertThat(pizza.sameKindAs(new Selection("pizza", 2, List.of(new Pick("size", "30")), "hot")))
                .isFalse();
        assertThat(pizza.sameKindAs(new Selection("calzone", 2, pizza.picks(), "hot")))
                .isFalse();
    }

    private static Pick deep(int levels) {
        return new Pick("g" + levels, "o", 1, levels == 1 ? List.of() : List.of(deep(levels - 1)));
    }

    private static Selection feast(int boxes, int sauces) {
        Pick sauce = new Pick("sauce", "bbq", sauces, List.of());
        return new Selection("feast", 1, List.of(new Pick("box", "wings", boxes, List.of(sauce))), "");
    }

    private static Selection pizzaWithHam(int pieces) {
        return new Selection("pizza", 1, List.of(new Pick("extra", "ham", pieces, List.of())), "");
    }

    private static void assertRefused(String code, TestMenu of, Selection selection) {
        assertThatThrownBy(() -> SelectionRules.check(of.menu(), selection, "line"))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private Invalid refused(String code, Selection... selections) {
        Invalid[] caught = new Invalid[1];
        assertThatThrownBy(() -> SelectionRules.check(menu.menu(), List.of(selections)))
                .isInstanceOfSatisfying(Invalid.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    caught[0] = refusal;
                });
        return caught[0];
    }
}
