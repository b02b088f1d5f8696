package de.hypersoft.esolutions.sync;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.full;
import static de.hypersoft.esolutions.catalog.Catalogues.group;
import static de.hypersoft.esolutions.catalog.Catalogues.option;
import static de.hypersoft.esolutions.sync.Checked.GOOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecipesCheckTest {

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
                .extracting(CatalogFinding::id, CatalogFinding::code)
                .containsExactly(tuple("wrong", "deposit-article-in-recipe"));
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
                .extracting(CatalogFinding::id)
                .contains("a", "b", "c")
                .doesNotContain("good");
    }

    @Test
    void a_recipe_deeper_than_sixteen_levels_is_refused() {
        List<String> chain = new ArrayList<>(List.of(article("l0", "")));
        for (int i = 1; i <= 17; i++) chain.add(article("l" + i, "\"components\":[\"l" + (i - 1) + "\"]"));

        assertThat(Checked.of(full("v1", List.of(), chain)).refused())
                .extracting(CatalogFinding::id, CatalogFinding::code)
                .containsExactly(tuple("l17", "recipe-too-deep"));
    }
}
