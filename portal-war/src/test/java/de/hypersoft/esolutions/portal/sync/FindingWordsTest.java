package de.hypersoft.esolutions.portal.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.portal.layout.PageModel;
import de.hypersoft.esolutions.web.page.Texts;
import org.junit.jupiter.api.Test;

/** What was found in a load, as the person at the till reads it. */
class FindingWordsTest {

    private static final Texts GERMAN = PageModel.TEXTS.german();

    @Test
    void a_reason_says_what_is_wrong_what_was_written_and_how_it_is_right() {
        CatalogFinding price = CatalogFinding.of("article", "3", "invalid-price", "price »9,90« is no amount");

        assertThat(FindingWords.of(GERMAN, price))
                .startsWith("Der Preis ist kein Betrag. »9,90« So ist es richtig:")
                .contains("\"price\": \"9.90\"");
        assertThat(FindingWords.of(PageModel.TEXTS.english(), price)).contains("»9,90« This is right:");
    }

    @Test
    void a_misspelt_field_is_said_with_its_right_name_at_the_end() {
        CatalogFinding slip = CatalogFinding.of(
                "article", "505", "misspelt-member", "»minimum_age« is not known here; write »minimumAge«");

        assertThat(FindingWords.of(GERMAN, slip)).contains("»minimum_age«").endsWith(" minimumAge");
    }

    @Test
    void a_note_ends_as_a_sentence_where_a_page_would_name_the_dish_next() {
        assertThat(FindingWords.of(GERMAN, CatalogFinding.of("article", "1", "mixed-vat-at-no-price", "why")))
                .endsWith(".")
                .doesNotContain("why");
    }
}
