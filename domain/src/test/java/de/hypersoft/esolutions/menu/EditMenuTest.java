package de.hypersoft.esolutions.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.document.CatalogDocument.Article;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Category;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Option;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.OptionGroup;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Refusals;
import de.hypersoft.esolutions.testing.Store;
import de.hypersoft.esolutions.testing.Together;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two people make a menu. */
@OnBothDatabases
class EditMenuTest extends MenuStage {

    EditMenuTest(Store store) {
        super(store);
    }

    @Test
    void of_two_who_change_one_dish_the_second_is_told_and_the_firsts_stays() {
        save(mia, dish("101", category(PIZZA), "9.90"), "");
        String seenByBoth = Elements.tag(dish("101"));
        String category = String.valueOf(dish("101").category());

        save(mia, dish("101", category, "10.90"), seenByBoth);

        assertThat(Refusals.code(() -> save(tom, dish("101", category, "8.90"), seenByBoth)))
                .isEqualTo("menu-changed-meanwhile");
        assertThat(dish("101").price()).isEqualTo("10.90");
        save(tom, dish("101", category, "8.90"), Elements.tag(dish("101")));
        assertThat(dish("101").price()).isEqualTo("8.90");
    }

    @Test
    void a_dish_that_somebody_removed_is_not_brought_back_unseen() {
        save(mia, dish("101", category(PIZZA), "9.90"), "");
        Article seen = dish("101");
        change(menu -> menu.removeDish(tom, "101"));

        assertThatThrownBy(() -> save(mia, seen, Elements.tag(seen))).isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void who_change_different_dishes_at_the_same_moment_lose_nothing() throws Exception {
        String category = category(PIZZA);
        AtomicInteger number = new AtomicInteger(100);

        Together.run(6, () -> {
            String id = "" + number.incrementAndGet();
            save(mia, dish(id, category, "9.90"), "");
            return id;
        });

        assertThat(draft().articles())
                .extracting(Article::id)
                .containsExactlyInAnyOrder("101", "102", "103", "104", "105", "106");
        assertThat(revision()).isEqualTo(7);
    }

    @Test
    void two_who_begin_at_the_same_moment_work_on_one_draft() throws Exception {
        AtomicInteger number = new AtomicInteger();

        Together.run(4, () -> category(Map.of("de", "Karte " + number.incrementAndGet())));

        assertThat(draft().categories()).extracting(Category::id).containsExactlyInAnyOrder("c1", "c2", "c3", "c4");
    }

    @Test
    void what_a_load_would_refuse_is_refused_at_its_field() {
        String category = category(PIZZA);

        assertThat(field(dish("1", category, Map.of("de", "x".repeat(10_000)), "9.90"), "text-too-long"))
                .isEqualTo("name.de");
        assertThat(field(dish("1", category, Map.of(), "9.90"), "name-missing")).isEqualTo("name");
        assertThat(field(dish("1", category, "9,9o"), "price-with-currency")).isEqualTo("price");
        assertThat(field(dish("1", category, "1.234"), "invalid-price")).isEqualTo("price");
        assertThat(field(dish("1", category, "-1.00"), "negative-price")).isEqualTo("price");
        assertThat(field(dish("1 2", category, "1.00"), "invalid-id")).isEqualTo("id");
        assertThat(field(dish("1", "elsewhere", "1.00"), "unknown-category")).isEqualTo("category");
        assertThat(draft().articles()).isEmpty();
    }

    @Test
    void words_of_any_script_stay_as_they_were_typed() {
        String category = category(Map.of("de", "<script>alert(1)</script>"));
        save(mia, dish("1", category, Map.of("de", "شاورما دجاج 🍕", "en", "a & b \" ' <b>"), "9.90"), "");

        assertThat(dish("1").name()).containsEntry("de", "شاورما دجاج 🍕").containsEntry("en", "a & b \" ' <b>");
        assertThat(draft().categories().get(0).name()).containsEntry("de", "<script>alert(1)</script>");
    }

    @Test
    void a_number_is_given_once() {
        String category = category(PIZZA);
        save(mia, dish("101", category, "9.90"), "");

        assertThatThrownBy(() -> save(tom, dish("101", category, "9.90"), ""))
                .isInstanceOfSatisfying(
                        Invalid.class, refused -> assertThat(refused.field()).isEqualTo("id"))
                .satisfies(refused -> assertThat(Refusals.code(() -> {
                            throw (RuntimeException) refused;
                        }))
                        .isEqualTo("number-taken"));
    }

    @Test
    void categories_and_dishes_change_places_with_their_neighbours() {
        String pizza = category(PIZZA);
        String pasta = category(Map.of("de", "Pasta"));
        for (String id : List.of("1", "2", "3")) save(mia, dish(id, pizza, "9.90"), "");

        change(menu -> menu.moveCategory(mia, pasta, true));
        change(menu -> menu.moveCategory(mia, pasta, true));
        change(menu -> menu.moveDish(mia, "3", true));
        change(menu -> menu.moveDish(mia, "1", false));

        assertThat(MenuSequence.categories(draft())).extracting(Category::id).containsExactly(pasta, pizza);
        assertThat(MenuSequence.dishes(draft(), pizza)).extracting(Article::id).containsExactly("3", "1", "2");
        assertThatThrownBy(() -> change(menu -> menu.moveDish(mia, "9", true))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_dish_that_goes_into_another_category_stands_last_there_and_else_stays_where_it_is() {
        String pizza = category(PIZZA);
        String pasta = category(Map.of("de", "Pasta"));
        save(mia, dish("1", pizza, "9.90"), "");
        save(mia, dish("2", pizza, "9.90"), "");
        save(mia, dish("3", pasta, "9.90"), "");

        save(mia, dish("1", pizza, "11.90"), Elements.tag(dish("1")));
        save(mia, dish("2", pasta, "9.90"), Elements.tag(dish("2")));

        assertThat(MenuSequence.dishes(draft(), pizza)).extracting(Article::id).containsExactly("1");
        assertThat(MenuSequence.dishes(draft(), pasta)).extracting(Article::id).containsExactly("3", "2");
    }

    @Test
    void a_removed_category_takes_its_dishes_along_and_comes_back_with_them() {
        String pizza = category(PIZZA);
        save(mia, dish("1", pizza, "9.90"), "");
        change(menu -> menu.removeCategory(mia, pizza));
        assertThat(draft().articles()).isEmpty();

        int seen = revision();
        store.run(() -> drafts.undo(mia, seen));

        assertThat(draft().categories()).hasSize(1);
        assertThat(dish("1").price()).isEqualTo("9.90");
        assertThatThrownBy(() -> store.run(() -> drafts.undo(tom, seen))).isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void a_category_is_renamed_by_whoever_saw_it_last() {
        String id = category(PIZZA);
        String seen = Elements.tag(Elements.category(draft(), id).orElseThrow());
        change(menu -> menu.renameCategory(mia, id, Map.of("de", "Pizzen"), seen));

        assertThat(draft().categories().get(0).name()).containsEntry("de", "Pizzen");
        assertThatThrownBy(() -> change(menu -> menu.renameCategory(tom, id, Map.of("de", "Fladen"), seen)))
                .isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void a_group_is_asked_until_it_is_removed_and_asks_for_what_it_can_give() {
        String category = category(PIZZA);
        String size = store.in(() -> edit.saveGroup(mia, group("", 1, option("1", "0.00"), option("2", "3.00")), ""));
        Article asking =
                new DishParts(dish("1", category, "9.90")).asking(List.of(size)).dish();
        save(mia, asking, "");
        assertThat(dish("1").optionGroups()).containsExactly(size);

        assertThat(Refusals.code(() -> store.in(() -> edit.saveGroup(mia, group("", 3, option("1", "1.00")), ""))))
                .isEqualTo("min-over-max");
        assertThat(Refusals.code(() -> store.in(() -> edit.saveGroup(mia, group("", 1), ""))))
                .isEqualTo("no-options");

        change(menu -> menu.removeGroup(tom, size));
        assertThat(dish("1").optionGroups()).isEmpty();
        assertThat(draft().optionGroups()).isEmpty();
        assertThat(Refusals.code(() -> change(menu -> menu.removeGroup(tom, size))))
                .isEqualTo("unknown-option-group");
    }

    @Test
    void prices_change_together_as_they_were_shown() {
        save(mia, dish("1", category(PIZZA), "9.90"), "");
        PriceChange dearer = new PriceChange("", PriceChange.Kind.PERCENT, 500, PriceChange.Rounding.TEN);
        String shown = PriceChange.tag(dearer.lines(draft()));

        change(menu -> menu.changePrices(mia, dearer, shown));

        assertThat(dish("1").price()).isEqualTo("10.40");
        assertThatThrownBy(() -> change(menu -> menu.changePrices(tom, dearer, shown)))
                .isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void who_did_what_is_written_down() {
        save(tom, dish("1", category(PIZZA), "9.90"), "");

        assertThat(audited()).containsExactlyInAnyOrder("menu-dish-added", "menu-category-added");
        assertThat(look().last()).satisfies(last -> {
            assertThat(last).isNotNull();
            assertThat(last.by()).isEqualTo("Tom");
            assertThat(last.deed()).isEqualTo(Deed.DISH_ADDED);
        });
    }

    private String field(Article typed, String code) {
        Invalid refused = (Invalid) Refusals.of(() -> save(mia, typed, ""));
        assertThat(refused.code()).isEqualTo(code);
        return refused.field();
    }

    private static OptionGroup group(String id, int min, Option... options) {
        return new OptionGroup(id, Map.of("de", "Größe"), min, 1, List.of(options));
    }

    private static Option option(String id, String price) {
        return new Option(id, Map.of("de", "Größe " + id), price, null, List.of(), List.of(), null);
    }
}
