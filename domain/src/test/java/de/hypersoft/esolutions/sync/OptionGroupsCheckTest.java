package de.hypersoft.esolutions.sync;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.full;
import static de.hypersoft.esolutions.catalog.Catalogues.group;
import static de.hypersoft.esolutions.catalog.Catalogues.option;
import static de.hypersoft.esolutions.sync.Checked.GOOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.MenuBuilder;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionGroupsCheckTest {

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
                arguments(
                        "duplicate-reference",
                        List.of(
                                group("bad", 0, 1, option("a", "\"optionGroups\":[\"x\",\"x\"]")),
                                group("x", 0, 1, option("b", "")))),
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
                .extracting(CatalogFinding::kind, CatalogFinding::id, CatalogFinding::code)
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

    private static String options(int many, String asks) {
        return IntStream.range(0, many).mapToObj(o -> option("o" + o, asks)).collect(Collectors.joining(","));
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
        String wide = options(150, "");
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
                .extracting(CatalogFinding::id, CatalogFinding::code)
                .containsExactly(tuple("bad", "too-many-options"));
    }

    @Test
    void two_thousand_options_stand_on_one_page_and_one_more_does_not() {
        String asks = "\"optionGroups\":[\"below\"]";
        Checked answer = Checked.of(full(
                "v1",
                List.of(
                        group("below", 0, 1, options(49, "")),
                        group("one", 0, 1, options(1, "")),
                        group("full", 0, 1, options(40, asks)),
                        group("over", 0, 1, options(40, asks), option("last", ""))),
                List.of(
                        article("good", "\"optionGroups\":[\"full\"]"),
                        article("more", "\"optionGroups\":[\"full\",\"one\"]"))));

        assertThat(answer.refused())
                .extracting(CatalogFinding::kind, CatalogFinding::id, CatalogFinding::code)
                .containsExactly(
                        tuple("optionGroup", "over", "too-many-options"), tuple("article", "more", "too-many-options"));
    }

    @Test
    void a_dish_that_asks_one_group_twice_is_refused() {
        Checked answer = Checked.of(full(
                "v1",
                List.of(group("size", 0, 1, option("s", ""))),
                List.of(article("bad", "\"optionGroups\":[\"size\",\"size\"]"), GOOD)));

        assertThat(answer.refused())
                .extracting(CatalogFinding::id, CatalogFinding::code)
                .containsExactly(tuple("bad", "duplicate-reference"));
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
    void T16_a_forced_group_with_one_choice_is_kept_as_it_is() {
        Checked answer = Checked.of(full(
                "v1",
                List.of(group("only", 1, 1, option("one", ""))),
                List.of(article("101", "\"optionGroups\":[\"only\"]"))));

        assertThat(answer.accepted().optionGroups()).hasSize(1);
        assertThat(answer.refused()).isEmpty();
    }
}
