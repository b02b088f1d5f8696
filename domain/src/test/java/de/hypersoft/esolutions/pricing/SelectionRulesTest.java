package de.hypersoft.esolutions.pricing;

import static de.hypersoft.esolutions.pricing.TestMenu.many;
import static de.hypersoft.esolutions.pricing.TestMenu.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.Invalid;
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
