package de.hypersoft.esolutions.catalog;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.document;
import static de.hypersoft.esolutions.catalog.Catalogues.full;
import static de.hypersoft.esolutions.catalog.Catalogues.group;
import static de.hypersoft.esolutions.catalog.Catalogues.option;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MenuSharingTest {

    @Test
    void equal_options_that_each_dish_has_for_itself_are_kept_once() {
        Menu menu = MenuBuilder.menu(document(full(
                "v1",
                List.of(
                        group("g1", 0, 1, option("rare", ""), option("well", "")),
                        group("g2", 0, 1, option("rare", ""), option("well", "")),
                        group("g3", 0, 1, option("rare", ""), option("raw", ""))),
                List.of(article("1", "\"allergens\":[\"MILK\"]"), article("2", "\"allergens\":[\"MILK\"]")))));

        assertThat(options(menu, "g1")).isSameAs(options(menu, "g2")).isNotEqualTo(options(menu, "g3"));
        assertThat(menu.article("1").orElseThrow().allergens())
                .isSameAs(menu.article("2").orElseThrow().allergens());
    }

    private static List<Menu.Option> options(Menu menu, String group) {
        return Objects.requireNonNull(menu.optionGroups().get(group)).options();
    }
}
