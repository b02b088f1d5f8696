package de.hypersoft.esolutions.sync;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.full;
import static de.hypersoft.esolutions.catalog.Catalogues.group;
import static de.hypersoft.esolutions.catalog.Catalogues.option;
import static de.hypersoft.esolutions.sync.Checked.GOOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.MenuBuilder;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.kernel.text.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllergensCheckTest {

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
                .extracting(CatalogFinding::kind, CatalogFinding::id, CatalogFinding::code)
                .containsExactly(
                        tuple("optionGroup", "dip", "unknown-allergen"),
                        tuple("article", "asks", "refused-option-group"));
    }
}
