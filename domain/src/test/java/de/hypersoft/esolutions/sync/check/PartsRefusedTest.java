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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults of what dishes are made of: the part is named with its fault, and each dish that needs it with the part. */
class PartsRefusedTest {

    private static final String RATES = "\"id\":\"FOOD\",\"rates\":[";

    static Stream<Arguments> badParts() {
        return Stream.of(
                vat("a rate on site beyond half", "invalid-vat-rate", "\"onSite\":\"7.00\"", "\"onSite\":\"70.00\""),
                vat(
                        "a rate to take away in words",
                        "invalid-vat-rate",
                        "\"takeAway\":\"7.00\"",
                        "\"takeAway\":\"few\""),
                vat("a date as Germans write it", "invalid-date", RATES, RATES + rates("01.07.2026", "7.00") + ","),
                vat("two rates of one day", "duplicate-rate", RATES, RATES + rates("2026-01-01", "5.00") + ","),
                vat(
                        "two VAT classes of one id",
                        "duplicate-id",
                        "\"vatClasses\":[",
                        "\"vatClasses\":[{" + RATES + rates("2026-01-01", "19.00") + "]},"),
                deposit("a deposit of nothing", "invalid-deposit", "\"0.25\"", "\"0.00\""),
                deposit("a deposit that is paid out", "invalid-deposit", "\"0.25\"", "\"-0.25\""),
                deposit("a deposit with a comma", "invalid-price", "\"0.25\"", "\"0,25\""),
                deposit("a deposit of no kind", "invalid-deposit", "\"SINGLE_USE\"", "\"ONE_WAY\""),
                deposit(
                        "two deposits of one id",
                        "duplicate-id",
                        "\"deposits\":[",
                        "\"deposits\":[{\"id\":\"CAN\",\"amount\":\"0.15\",\"kind\":\"REUSABLE\"},"),
                arguments(
                        "two categories of one id",
                        "category",
                        "food",
                        "duplicate-id",
                        "\"categories\":[",
                        "\"categories\":[{\"id\":\"food\",\"name\":{\"de\":\"Essen\"}},"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badParts")
    void a_bad_part_is_refused_by_name_with_the_dishes_that_need_it_and_the_others_stay(
            String what, String kind, String id, String code, String good, String bad) {
        String drinks = "\"categories\":[{\"id\":\"drinks\",\"name\":{\"de\":\"Getränke\"}},";
        String fine = full(
                        "v1",
                        List.of(),
                        List.of(
                                article("needs", "\"deposit\":\"CAN\""),
                                article("stays", "\"vatClass\":\"DRINK\",\"category\":\"drinks\"")))
                .replace("\"categories\":[", drinks);
        assertThat(Checked.of(fine).refused()).isEmpty();

        Checked answer = Checked.of(fine.replace(good, bad));

        assertThat(answer.refused())
                .extracting(CatalogFinding::kind, CatalogFinding::id, CatalogFinding::code, CatalogFinding::cause)
                .containsExactly(
                        tuple(kind, id, code, null),
                        tuple(
                                "article",
                                "needs",
                                "refused-" + kind.replace("vatClass", "vat-class"),
                                CatalogFinding.key(kind, id)));
        assertThat(answer.accepted().articles())
                .extracting(CatalogDocument.Article::id)
                .containsExactly("stays");
    }

    @Test
    void what_a_part_needs_its_dish_needs_too() {
        Checked answer = Checked.of(full(
                "v1",
                List.of(
                        group("sauces", 0, 1, option("mayo", "\"price\":\"0,50\"")),
                        group("sides", 0, 1, option("fries", "\"optionGroups\":[\"sauces\"]"))),
                List.of(
                        article("dough", "\"price\":\"1,00\",\"sellable\":false,\"category\":null"),
                        article("pizza", "\"components\":[\"dough\"]"),
                        article("menu", "\"optionGroups\":[\"sides\"]"),
                        GOOD)));

        assertThat(answer.refused())
                .extracting(CatalogFinding::kind, CatalogFinding::id, CatalogFinding::code, CatalogFinding::cause)
                .containsExactlyInAnyOrder(
                        tuple("optionGroup", "sauces", "invalid-price", null),
                        tuple("article", "dough", "invalid-price", null),
                        tuple("optionGroup", "sides", "refused-option-group", "optionGroup sauces"),
                        tuple("article", "pizza", "refused-article", "article dough"),
                        tuple("article", "menu", "refused-option-group", "optionGroup sides"));
        assertThat(answer.accepted().optionGroups()).isEmpty();
        assertThat(answer.accepted().articles())
                .extracting(CatalogDocument.Article::id)
                .containsExactly("good");
    }

    @Test
    void what_is_refused_is_told_by_the_name_that_people_know_it_by() {
        Checked answer = Checked.of(full(
                        "v1",
                        List.of(group("dip", 0, 1, option("aioli", "\"price\":\"0,50\""))),
                        List.of(article("101", "\"optionGroups\":[\"dip\"]")))
                .replace("\"categories\":[", "\"categories\":[{\"id\":\"food\",\"name\":{\"de\":\"Speisen\"}},")
                .replace("\"onSite\":\"7.00\"", "\"onSite\":\"70.00\""));

        assertThat(answer.refused())
                .extracting(CatalogFinding::kind, CatalogFinding::name)
                .contains(
                        tuple("optionGroup", "Gruppe dip"),
                        tuple("category", "Speisen"),
                        tuple("article", "Artikel 101"),
                        tuple("vatClass", null));
    }

    private static Arguments vat(String what, String code, String good, String bad) {
        return arguments(what, "vatClass", "FOOD", code, good, bad);
    }

    private static Arguments deposit(String what, String code, String good, String bad) {
        return arguments(what, "deposit", "CAN", code, good, bad);
    }

    private static String rates(String from, String percent) {
        return "{\"from\":\"" + from + "\",\"onSite\":\"" + percent + "\",\"takeAway\":\"" + percent + "\"}";
    }
}
