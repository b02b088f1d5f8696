package de.hypersoft.esolutions.sync.check;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.full;
import static de.hypersoft.esolutions.catalog.Catalogues.group;
import static de.hypersoft.esolutions.catalog.Catalogues.option;
import static de.hypersoft.esolutions.sync.Checked.GOOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.sync.Checked;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogCheckTest {

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
                bad("no price", "required", raw("\"sellable\":true")),
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
                        more("\"windows\":[{\"days\":[\"MONDAY\"],\"from\":\"25:00\",\"until\":\"14:00\"}]")),
                bad(
                        "a window without days",
                        "invalid-window",
                        more("\"windows\":[{\"days\":[],\"from\":\"11:00\",\"until\":\"14:00\"}]")),
                bad(
                        "a window that ends at no time",
                        "invalid-window",
                        more("\"windows\":[{\"days\":[\"MONDAY\"],\"from\":\"11:00\",\"until\":\"26:00\"}]")),
                bad("content of a tank", "invalid-content", more("\"content\":{\"amount\":1000001,\"unit\":\"ml\"}")),
                bad("a discount below nothing", "invalid-discount", more("\"discountPercent\":\"-0.01\"")),
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
                .extracting(CatalogFinding::kind, CatalogFinding::id, CatalogFinding::code)
                .containsExactly(tuple("article", "bad", code));
        assertThat(answer.accepted().articles())
                .extracting(CatalogDocument.Article::id)
                .containsExactly("good");
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
    void the_least_and_the_most_that_a_dish_may_hold_or_be_reduced_by_are_taken() {
        assertThat(Checked.of(full(
                                "v1",
                                List.of(),
                                List.of(
                                        article("a", "\"content\":{\"amount\":1,\"unit\":\"g\"}"),
                                        article("b", "\"content\":{\"amount\":1000000,\"unit\":\"ml\"}"),
                                        article("c", "\"discountPercent\":\"0.00\""),
                                        article("d", "\"discountPercent\":\"100.00\""))))
                        .refused())
                .isEmpty();
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
    void of_an_id_that_two_dishes_have_none_is_taken() {
        Checked answer = Checked.of(full(
                "v1",
                List.of(),
                List.of(article("x", ""), article("x", "\"category\":\"food\",\"price\":\"8.00\""), GOOD)));

        assertThat(answer.refused()).extracting(CatalogFinding::code).containsExactly("duplicate-id");
        assertThat(answer.accepted().articles())
                .extracting(CatalogDocument.Article::id)
                .containsExactly("good");
    }

    @Test
    void an_article_without_an_id_is_named_by_its_place_with_all_that_it_lacks() {
        Checked answer = Checked.of(full("v1", List.of(), List.of(GOOD, "{\"name\":{\"de\":\"Namenlos\"}}")));

        assertThat(answer.refused())
                .extracting(CatalogFinding::id, CatalogFinding::code, CatalogFinding::at)
                .containsExactly(
                        tuple("#1", "required", "/id"),
                        tuple("#1", "required", "/price"),
                        tuple("#1", "required", "/vatClass"));
    }

    @Test
    void a_VAT_class_without_a_rate_for_today_is_refused_with_its_articles() {
        String json = full("v1", List.of(), List.of(GOOD)).replace("2026-01-01", "2027-01-01");

        assertThat(Checked.of(json).refused())
                .extracting(CatalogFinding::kind, CatalogFinding::code)
                .contains(tuple("vatClass", "no-current-rate"), tuple("article", "refused-vat-class"));
    }

    private static Arguments bad(String what, String code, String article) {
        return arguments(what, code, article);
    }

    /** A good article, spoiled by members in place of its own. */
    private static String more(String members) {
        return article("bad", members);
    }

    private static String raw(String members) {
        String vatClass = members.contains("\"vatClass\":") ? "" : "\"vatClass\":\"FOOD\",";
        return "{\"id\":\"bad\",\"category\":\"food\",\"name\":{\"de\":\"X\"}," + vatClass + members + "}";
    }
}
