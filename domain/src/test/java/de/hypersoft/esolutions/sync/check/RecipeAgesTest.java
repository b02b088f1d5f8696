package de.hypersoft.esolutions.sync.check;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.full;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.sync.Checked;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecipeAgesTest {

    @Test
    void L24_a_dish_with_something_for_adults_in_its_recipe_is_warned_of_unless_it_asks_for_that_age_itself() {
        Checked answer = Checked.of(full(
                "v1",
                List.of(),
                List.of(
                        article("rum", "\"minimumAge\":18,\"sellable\":false"),
                        article("syrup", "\"sellable\":false,\"components\":[\"rum\"]"),
                        article("punch", "\"components\":[\"syrup\"]"),
                        article("cocktail", "\"minimumAge\":18,\"components\":[\"rum\"]"),
                        article("beer-cocktail", "\"minimumAge\":16,\"components\":[\"rum\"]"),
                        article("juice", ""))));

        assertThat(answer.refused()).isEmpty();
        assertThat(RecipeAges.of(answer.accepted()))
                .extracting(CatalogFinding::id, CatalogFinding::code)
                .containsExactly(tuple("punch", RecipeAges.CODE), tuple("beer-cocktail", RecipeAges.CODE));
    }
}
