package de.hypersoft.esolutions.sync.check;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words that were taken, and that guests will not read as the restaurant means them. */
class NotesTest {

    @Test
    void additives_and_marks_that_nobody_knows_are_told_with_their_dishes() {
        CatalogDocument sent = document(json(
                "v1",
                article("101", "\"additives\":[\"CAFFEINE\"],\"marks\":[\"VEGAN\"],\"allergens\":[]"),
                article("102", "\"additives\":[\"Farbstoff E102\"]"),
                article("103", "\"marks\":[\"FROM_THE_MOON\"]")));

        assertThat(Notes.of(List.of(), sent, "de", List.of()))
                .extracting(CatalogFinding::code, CatalogFinding::id)
                .containsExactly(tuple("unknown-additive", "102"), tuple("unknown-mark", "103"));
    }

    @Test
    void an_increment_that_names_only_the_new_price_is_told_that_it_needs_the_whole_dish() {
        CatalogDocument sent = document("{\"version\":\"v2\",\"baseVersion\":\"v1\",\"currency\":\"EUR\","
                + "\"articles\":[{\"id\":\"101\",\"price\":\"11.90\"}]}");
        List<CatalogFinding> refused = List.of(CatalogFinding.of("article", "101", "name-missing", "no name"));

        assertThat(Notes.of(List.of(), sent, "de", refused))
                .extracting(CatalogFinding::code, CatalogFinding::id)
                .contains(tuple("increment-in-parts", "101"));
        assertThat(Notes.of(List.of(), document(json("v1", article("101", ""))), "de", refused))
                .as("a full load")
                .isEmpty();
    }

    @Test
    void of_an_increment_only_its_dishes_are_told_that_they_must_be_whole() {
        CatalogDocument sent = document("{\"version\":\"v2\",\"baseVersion\":\"v1\",\"currency\":\"EUR\",\"articles\":["
                + article("101", "") + "]}");
        CatalogFinding sauces = CatalogFinding.of("optionGroup", "sauces", "no-options", "nothing to choose from");
        CatalogFinding dish = CatalogFinding.of("article", "101", "refused-option-group", "needs sauces");

        assertThat(Notes.of(List.of(), sent, "de", List.of(sauces))).isEmpty();
        assertThat(Notes.of(List.of(), sent, "de", List.of(sauces, dish)))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.id()).isEqualTo("101");
                    assertThat(note.detail()).startsWith("1 articles are refused");
                });
    }

    @Test
    void dishes_whose_letters_were_lost_on_the_way_are_told_by_name_and_by_description() {
        CatalogDocument sent = document(json(
                "v1",
                article("101", "\"name\":{\"de\":\"K\\ufffdsesp\\ufffdtzle\"}"),
                article("102", "\"description\":{\"de\":\"mit R\\ufffdstzwiebeln\"}"),
                article("103", "\"description\":{\"de\":\"mit Röstzwiebeln\"}")));

        assertThat(Notes.of(List.of(), sent, "de", List.of()))
                .extracting(CatalogFinding::code, CatalogFinding::id)
                .containsExactly(tuple("letters-lost", "101, 102"));
    }

    private static CatalogDocument document(String json) {
        return CatalogText.read(new StringReader(json)).document();
    }
}
