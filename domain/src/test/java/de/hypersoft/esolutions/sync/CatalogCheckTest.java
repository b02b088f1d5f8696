package de.hypersoft.esolutions.sync;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.full;
import static de.hypersoft.esolutions.catalog.Catalogues.group;
import static de.hypersoft.esolutions.catalog.Catalogues.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import de.hypersoft.esolutions.catalog.CatalogDocument;
import de.hypersoft.esolutions.catalog.CatalogText;
import de.hypersoft.esolutions.catalog.Finding;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.MenuBuilder;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Json;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogCheckTest {

    private static final String GOOD = article("good", "");

    static Stream<Arguments> badArticles() {
        return Stream.of(
                bad("a price as a number", "wrong-type", raw("\"price\":9.90")),
                bad("a price with three decimals", "invalid-price", raw("\"price\":\"9.905\"")),
                bad("a price with a comma", "invalid-price", raw("\"price\":\"9,90\"")),
                bad("a price in another currency", "price-with-currency", raw("\"price\":\"9.90 CHF\"")),
                bad(
                        "a price as an amount with currency",
                        "price-with-currency",
                        raw("\"price\":{\"amount\":\"9.90\",\"currency\":\"CHF\"}")),
                bad("a price below zero", "negative-price", raw("\"price\":\"-0.01\"")),
                bad("a price beyond reason", "price-too-high", raw("\"price\":\"10000.01\"")),
                bad("no price", "required", raw("\"category\":\"food\"")),
                bad("an unknown order type", "unknown-order-type", more("\"prices\":{\"DRONE\":\"9.90\"}")),
                bad("a negative delivery price", "negative-price", more("\"prices\":{\"DELIVERY\":\"-1.00\"}")),
                bad("T11 a VAT split", "vat-split", more("\"vatSplit\":[{\"vatClass\":\"FOOD\",\"share\":\"70\"}]")),
                bad("T11 two VAT classes", "vat-split", raw("\"price\":\"1.00\",\"vatClass\":[\"FOOD\",\"DRINK\"]")),
                bad("an unknown VAT class", "unknown-vat-class", raw("\"price\":\"1.00\",\"vatClass\":\"LUXURY\"")),
                bad("an unknown category", "unknown-category", more("\"category\":\"toys\"")),
                bad("T23 an image of its own", "image-not-from-location", more("\"image\":\"aGFsbG8=\"")),
                bad("an unknown option group", "unknown-option-group", more("\"optionGroups\":[\"nothing\"]")),
                bad("an unknown component", "unknown-component", more("\"components\":[\"nothing\"]")),
                bad("an unknown deposit", "unknown-deposit", more("\"deposit\":\"KEG\"")),
                bad("T6 a deposit as component", "deposit-article-in-recipe", more("\"components\":[\"CAN\"]")),
                bad(
                        "a vegan dish with milk",
                        "mark-against-allergens",
                        more("\"marks\":[\"VEGAN\"],\"allergens\":[\"MILK\"]")),
                bad(
                        "a vegetarian fish",
                        "mark-against-allergens",
                        more("\"marks\":[\"VEGETARIAN\"],\"allergens\":[\"FISH\"]")),
                bad(
                        "a vegan dish with eggs in another spelling",
                        "mark-against-allergens",
                        more("\"marks\":[\"VEGAN\"],\"allergens\":[\"Hühnerei\"]")),
                bad(
                        "a vegetarian dish with mussels in a list of letters and words",
                        "mark-against-allergens",
                        more("\"marks\":[\"VEGETARIAN\"],\"allergens\":\"A, Muscheln\"")),
                bad("an allergen nobody knows", "unknown-allergen", more("\"allergens\":[\"MILK\",\"Glutten\"]")),
                bad("a letter of another card", "ambiguous-allergen", more("\"allergens\":[\"L\"]")),
                bad("a recipe of itself", "component-cycle", more("\"components\":[\"bad\"]")),
                bad("a name too long", "text-too-long", more("\"name\":{\"de\":\"" + "x".repeat(201) + "\"}")),
                bad("a text too long", "text-too-long", more("\"description\":{\"de\":\"" + "x".repeat(2001) + "\"}")),
                bad("no name", "name-missing", more("\"name\":{}")),
                bad("a name that is only blank", "name-missing", more("\"name\":{\"de\":\"  \"}")),
                bad("a name that is no words", "wrong-type", more("\"name\":\"Pizza\"")),
                bad("an unknown language", "unknown-language", more("\"name\":{\"deutsch\":\"Pizza\"}")),
                bad("half a character", "half-character", more("\"name\":{\"de\":\"Piz\\ud800za\"}")),
                bad(
                        "a change of writing direction",
                        "control-character",
                        more("\"name\":{\"de\":\"Pizza \\u202e00.1\"}")),
                bad("an age below nothing", "invalid-age", more("\"minimumAge\":-1")),
                bad("an age nobody reaches", "invalid-age", more("\"minimumAge\":100")),
                bad("a half age", "wrong-type", more("\"minimumAge\":16.5")),
                bad("an endless number", "out-of-range", more("\"sort\":99999999999999999999")),
                bad("content of nothing", "invalid-content", more("\"content\":{\"amount\":0,\"unit\":\"ml\"}")),
                bad("content in gallons", "invalid-content", more("\"content\":{\"amount\":1,\"unit\":\"gal\"}")),
                bad("a discount over a hundred", "invalid-discount", more("\"discountPercent\":\"100.01\"")),
                bad("a discount in words", "invalid-discount", more("\"discountPercent\":\"viel\"")),
                bad(
                        "a window on no day",
                        "invalid-window",
                        more("\"windows\":[{\"days\":[\"FUNDAY\"],\"from\":\"11:00\",\"until\":\"14:00\"}]")),
                bad(
                        "a window at no time",
                        "invalid-window",
                        more("\"windows\":[{\"days\":[],\"from\":\"25:00\",\"until\":\"14:00\"}]")),
                bad("a list that is none", "wrong-type", more("\"optionGroups\":\"size\"")),
                bad("a list too long", "list-too-long", more("\"allergens\":[" + "\"X\",".repeat(200) + "\"X\"]")),
                bad("a flag that is none", "wrong-type", more("\"sellable\":\"yes\"")),
                bad("no category for what is sold", "category-missing", more("\"category\":null")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badArticles")
    void a_bad_article_is_refused_by_name_and_the_good_one_stays(String what, String code, String article) {
        Checked answer = Checked.of(full("v1", List.of(), List.of(article, GOOD)));

        assertThat(answer.refused())
                .extracting(Finding::kind, Finding::id, Finding::code)
                .containsExactly(tuple("article", "bad", code));
        assertThat(answer.accepted().articles())
                .extracting(CatalogDocument.Article::id)
                .containsExactly("good");
    }

    static Stream<Arguments> badGroups() {
        return Stream.of(
                arguments("min-over-max", List.of(group("bad", 2, 1, option("a", ""), option("b", "")))),
                arguments(
                        "min-over-options",
                        List.of(group("bad", 3, 3, option("a", "\"max\":1"), option("b", "\"max\":1")))),
                arguments("out-of-range", List.of(group("bad", 0, 1, option("a", "\"max\":0")))),
                arguments("no-options", List.of(group("bad", 0, 1))),
                arguments("out-of-range", List.of(group("bad", -1, 1, option("a", "")))),
                arguments("duplicate-option", List.of(group("bad", 0, 2, option("a", ""), option("a", "")))),
                arguments("invalid-price", List.of(group("bad", 0, 1, option("a", "\"price\":\"1.2.3\"")))),
                arguments("unknown-article", List.of(group("bad", 0, 1, option("a", "\"articleId\":\"999\"")))),
                arguments("unknown-option-group", List.of(group("bad", 0, 1, option("a", "\"optionGroups\":[\"x\"]")))),
                arguments("option-group-cycle", List.of(group("bad", 0, 1, option("a", "\"optionGroups\":[\"bad\"]")))),
                arguments(
                        "duplicate-id",
                        List.of(group("bad", 0, 1, option("a", "")), group("bad", 0, 1, option("b", "")))),
                arguments("nested-too-deep", chain(9)),
                arguments("option-group-cycle", circle()),
                arguments("too-many-options", List.copyOf(fan())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badGroups")
    void a_bad_group_takes_the_articles_that_ask_it_with_it(String code, List<String> groups) {
        Checked answer = Checked.of(full("v1", groups, List.of(article("asks", "\"optionGroups\":[\"bad\"]"), GOOD)));

        assertThat(answer.refused())
                .extracting(Finding::kind, Finding::id, Finding::code)
                .contains(tuple("optionGroup", "bad", code));
        assertThat(answer.accepted().articles())
                .extracting(CatalogDocument.Article::id)
                .containsExactly("good");
    }

    /** So many groups, each asked by the option of the one before. */
    private static List<String> chain(int length) {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            String asks = i + 1 < length ? "\"optionGroups\":[\"g" + (i + 1) + "\"]" : "";
            groups.add(group(i == 0 ? "bad" : "g" + i, 0, 1, option("o", asks)));
        }
        return groups;
    }

    private static List<String> circle() {
        return List.of(
                group("bad", 0, 1, option("a", "\"optionGroups\":[\"two\"]")),
                group("two", 0, 1, option("b", "\"optionGroups\":[\"three\"]")),
                group("three", 0, 1, option("c", "\"optionGroups\":[\"two\"]")));
    }

    /** Few groups, of which one page would show 8^5 options. */
    private static List<String> fan() {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String[] options = new String[8];
            for (int o = 0; o < 8; o++)
                options[o] = option("o" + o, i < 4 ? "\"optionGroups\":[\"f" + (i + 1) + "\"]" : "");
            groups.add(group(i == 0 ? "bad" : "f" + i, 0, 1, options));
        }
        return groups;
    }

    @Test
    void eight_deep_is_taken_and_a_group_may_be_asked_by_the_article_and_by_an_option() {
        Checked deep = Checked.of(full("v1", chain(8), List.of(article("asks", "\"optionGroups\":[\"bad\"]"))));
        Checked again = Checked.of(full("v1", chain(2), List.of(article("asks", "\"optionGroups\":[\"bad\",\"g1\"]"))));

        assertThat(deep.refused()).isEmpty();
        assertThat(again.refused()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 10, 20, 40, 1_000})
    void a_max_above_the_number_of_options_means_any_number_and_loses_no_dish(int max) {
        Checked answer = Checked.of(full(
                "v1",
                List.of(group("any", 0, max, option("a", ""), option("b", "\"max\":2"))),
                List.of(article("101", "\"optionGroups\":[\"any\"]"))));

        assertThat(answer.refused()).isEmpty();
        Menu.OptionGroup any =
                MenuBuilder.menu(answer.accepted()).groups(List.of("any")).get(0);
        assertThat(any.max()).isEqualTo(Math.min(max, 99));
        assertThat(any.options()).extracting(any::mostOf).containsExactly(Math.min(max, 99), 2);
    }

    @Test
    void an_article_that_would_show_too_many_options_on_one_page_is_refused_by_name() {
        String wide = IntStream.range(0, 150).mapToObj(o -> option("o" + o, "")).collect(Collectors.joining(","));
        List<String> groups = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            groups.add(group("w" + i, 0, 1, wide));
            ids.add("\"w" + i + "\"");
        }
        Checked answer = Checked.of(full(
                "v1",
                groups,
                List.of(
                        article("bad", "\"optionGroups\":[" + String.join(",", ids) + "]"),
                        article("good", "\"optionGroups\":[" + String.join(",", ids.subList(0, 13)) + "]"))));

        assertThat(answer.refused())
                .extracting(Finding::id, Finding::code)
                .containsExactly(tuple("bad", "too-many-options"));
    }

    static Stream<Arguments> badWholes() {
        return Stream.of(
                arguments("no JSON", "malformed-json", "{\"version\":"),
                arguments("empty", "malformed-json", ""),
                arguments("a list", "wrong-type", "[]"),
                arguments("an unknown list cut off", "malformed-json", "{\"version\":\"v1\",\"x\":[[["),
                arguments("an unknown object cut off", "malformed-json", "{\"version\":\"v1\",\"x\":{\"y\":1"),
                arguments("an article cut off", "malformed-json", "{\"version\":\"v1\",\"articles\":[{\"id\":\"1\""),
                arguments(
                        "a tower of lists",
                        "malformed-json",
                        "{\"version\":\"v1\",\"articles\":[{\"id\":" + "[".repeat(50_000)),
                arguments("something after the end", "malformed-json", "{\"version\":\"v1\",\"currency\":\"EUR\"}]"),
                arguments("no version", "required", "{\"currency\":\"EUR\",\"articles\":[]}"),
                arguments("no currency", "required", "{\"version\":\"v1\",\"articles\":[]}"),
                arguments("a version too long", "invalid-value", "{\"version\":\"" + "v".repeat(65) + "\"}"),
                arguments("a version as number", "wrong-type", "{\"version\":1}"),
                arguments("articles as object", "wrong-type", "{\"version\":\"v1\",\"articles\":{}}"),
                arguments("an article as text", "wrong-type", "{\"version\":\"v1\",\"articles\":[\"101\"]}"),
                arguments("T23 images", "images-not-from-location", "{\"version\":\"v1\",\"images\":[]}"),
                arguments(
                        "too many articles",
                        "too-many",
                        "{\"version\":\"v1\",\"articles\":["
                                + IntStream.rangeClosed(0, 20_000)
                                        .mapToObj(i -> "{}")
                                        .collect(Collectors.joining(","))
                                + "]}"),
                arguments(
                        "too many groups",
                        "too-many",
                        "{\"version\":\"v1\",\"optionGroups\":[" + "{},".repeat(20_000) + "{}]}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badWholes")
    void what_is_no_catalogue_is_refused_as_a_whole(String what, String code, String json) {
        assertThatThrownBy(() -> CatalogText.read(new StringReader(json)))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void T6_a_can_with_deposit_in_a_recipe_is_refused_and_as_an_option_is_not() {
        Checked answer = Checked.of(full(
                "v1",
                List.of(group("can", 1, 1, option("cola", "\"articleId\":\"501\""))),
                List.of(
                        article("501", "\"deposit\":\"CAN\""),
                        article("wrong", "\"components\":[\"501\"]"),
                        article("right", "\"optionGroups\":[\"can\"]"))));

        assertThat(answer.refused())
                .extracting(Finding::id, Finding::code)
                .containsExactly(tuple("wrong", "deposit-article-in-recipe"));
    }

    @Test
    void T5_an_option_may_lower_a_price_below_nothing() {
        Checked answer = Checked.of(full(
                "v1",
                List.of(group("less", 0, 1, option("none", "\"price\":\"-12.00\""))),
                List.of(article("101", "\"optionGroups\":[\"less\"]"))));

        assertThat(answer.refused()).isEmpty();
    }

    @Test
    void dishes_with_line_ends_tabs_and_padding_in_their_texts_are_cleaned_and_not_lost() {
        Checked answer = Checked.of(full(
                "v1",
                List.of(),
                List.of(article(
                        "101",
                        "\"name\":{\"de\":\"Pizza\\r\\n\\u00a0Funghi\\t\",\"en\":\" \"},"
                                + "\"description\":{\"de\":\"Tomaten\\r\\nPilze\\u0000\"}"))));

        assertThat(answer.refused()).isEmpty();
        CatalogDocument.Article pizza = answer.accepted().articles().get(0);
        assertThat(pizza.name()).isEqualTo(Map.of("de", "Pizza Funghi"));
        assertThat(pizza.description()).isEqualTo(Map.of("de", "Tomaten\nPilze"));
    }

    @Test
    void T16_a_forced_group_with_one_choice_is_kept_as_it_is() {
        Checked answer = Checked.of(full(
                "v1",
                List.of(group("only", 1, 1, option("one", ""))),
                List.of(article("101", "\"optionGroups\":[\"only\"]"))));

        assertThat(answer.accepted().optionGroups()).hasSize(1);
        assertThat(answer.refused()).isEmpty();
    }

    @Test
    void T17_allergens_of_article_and_option_are_kept_side_by_side() {
        Checked answer = Checked.of(full(
                "v1",
                List.of(group("top", 0, 1, option("nuts", "\"allergens\":[\"WALNUTS\"]"))),
                List.of(article("101", "\"optionGroups\":[\"top\"],\"allergens\":[\"WHEAT\"]"))));

        assertThat(answer.accepted().articles().get(0).allergens()).containsExactly("WHEAT");
        assertThat(answer.accepted().optionGroups().get(0).options().get(0).allergens())
                .containsExactly("WALNUTS");
    }

    @Test
    void a_dish_without_any_statement_is_not_one_without_allergens() {
        Checked answer = Checked.of(full(
                "v1",
                List.of(),
                List.of(
                        article("free", "\"allergens\":[]"),
                        article("silent", ""),
                        article("null", "\"allergens\":null"),
                        article("blank", "\"allergens\":[\"\",\" \"]"),
                        article("none", "\"allergens\":[\"keine\"]"),
                        article("words", "\"allergens\":\"Milch, Weizen\""))));

        assertThat(answer.refused()).isEmpty();
        assertThat(answer.accepted().articles())
                .extracting(CatalogDocument.Article::id, CatalogDocument.Article::allergens)
                .containsExactly(
                        tuple("free", List.of()),
                        tuple("silent", null),
                        tuple("null", null),
                        tuple("blank", null),
                        tuple("none", List.of()),
                        tuple("words", List.of("WHEAT", "MILK")));
        Menu menu = MenuBuilder.menu(CatalogText.stored(Json.write(answer.accepted())));
        assertThat(menu.article("silent").orElseThrow().allergens()).isNull();
        assertThat(menu.article("free").orElseThrow().allergens()).isEmpty();
    }

    @Test
    void an_unknown_allergen_of_an_option_takes_the_dishes_that_ask_it_with_it() {
        Checked answer = Checked.of(full(
                "v1",
                List.of(group("dip", 0, 1, option("aioli", "\"allergens\":[\"Glutten\"]"))),
                List.of(article("asks", "\"optionGroups\":[\"dip\"]"), GOOD)));

        assertThat(answer.refused())
                .extracting(Finding::kind, Finding::id, Finding::code)
                .containsExactly(
                        tuple("optionGroup", "dip", "unknown-allergen"),
                        tuple("article", "asks", "refused-option-group"));
    }

    @Test
    void ages_of_other_countries_are_taken() {
        assertThat(Checked.of(full(
                                "v1",
                                List.of(),
                                List.of(
                                        article("a", "\"minimumAge\":20"),
                                        article("b", "\"minimumAge\":21"),
                                        article("c", "\"minimumAge\":99"))))
                        .refused())
                .isEmpty();
    }

    @Test
    void two_dishes_of_one_name_and_a_dish_whose_options_bear_the_price_are_taken() {
        String sizes = group("size", 1, 1, option("s", "\"price\":\"8.00\""), option("l", "\"price\":\"12.00\""));
        Checked answer = Checked.of(full(
                "v1",
                List.of(sizes),
                List.of(
                        article("p1", "\"name\":{\"de\":\"Pizza\"},\"price\":\"0.00\",\"optionGroups\":[\"size\"]"),
                        article("p2", "\"name\":{\"de\":\"Pizza\"}"))));

        assertThat(answer.refused()).isEmpty();
        assertThat(answer.accepted().articles()).hasSize(2);
    }

    @Test
    void a_circle_of_recipes_is_refused_whole_and_so_is_what_contains_it() {
        Checked answer = Checked.of(full(
                "v1",
                List.of(),
                List.of(
                        article("a", "\"components\":[\"b\"]"),
                        article("b", "\"components\":[\"a\"]"),
                        article("c", "\"components\":[\"a\"]"),
                        GOOD)));

        assertThat(answer.refused())
                .extracting(Finding::id)
                .contains("a", "b", "c")
                .doesNotContain("good");
    }

    @Test
    void a_recipe_deeper_than_sixteen_levels_is_refused() {
        List<String> chain = new ArrayList<>(List.of(article("l0", "")));
        for (int i = 1; i <= 17; i++) chain.add(article("l" + i, "\"components\":[\"l" + (i - 1) + "\"]"));

        assertThat(Checked.of(full("v1", List.of(), chain)).refused())
                .extracting(Finding::id, Finding::code)
                .containsExactly(tuple("l17", "recipe-too-deep"));
    }

    @Test
    void of_an_id_that_is_there_twice_none_is_taken() {
        Checked answer = Checked.of(full("v1", List.of(), List.of(article("x", ""), article("x", ""), GOOD)));

        assertThat(answer.refused()).extracting(Finding::code).containsExactly("duplicate-id");
        assertThat(answer.accepted().articles())
                .extracting(CatalogDocument.Article::id)
                .containsExactly("good");
    }

    @Test
    void an_article_without_an_id_is_named_by_its_place() {
        Checked answer = Checked.of(full("v1", List.of(), List.of(GOOD, "{\"name\":{\"de\":\"Namenlos\"}}")));

        assertThat(answer.refused()).extracting(Finding::id).containsExactly("#1");
    }

    @Test
    void a_VAT_class_without_a_rate_for_today_is_refused_with_its_articles() {
        String json = full("v1", List.of(), List.of(GOOD)).replace("2026-01-01", "2027-01-01");

        assertThat(Checked.of(json).refused())
                .extracting(Finding::kind, Finding::code)
                .contains(tuple("vatClass", "no-current-rate"), tuple("article", "refused-vat-class"));
    }

    private static Arguments bad(String what, String code, String article) {
        return arguments(what, code, article);
    }

    /** A good article, spoiled by members that come last and win. */
    private static String more(String members) {
        return article("bad", members);
    }

    private static String raw(String members) {
        return "{\"id\":\"bad\",\"category\":\"food\",\"name\":{\"de\":\"X\"},\"vatClass\":\"FOOD\"," + members + "}";
    }
}
