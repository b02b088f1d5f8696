package de.hypersoft.esolutions.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.web.RequestHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BundleTest {

    private final Bundle texts = Bundle.of(BundleTest.class, "/page/words");

    @Test
    void each_language_has_its_own_words() {
        assertThat(texts.in("de")).contains(texts.german());
        assertThat(texts.in("en")).contains(texts.english());
        assertThat(texts.in("nl")).isEmpty();
        assertThat(texts.german().text("orders", 2)).isEqualTo("2 Bestellungen für dich");
        assertThat(texts.english().text("orders", 2)).isEqualTo("2 orders");
        assertThat(texts.english().language()).isEqualTo("en");
    }

    @Test
    void somebody_gets_the_first_of_our_languages_that_the_browser_asks_for() {
        assertThat(texts.first(RequestHeaders.languages("nl,de-AT;q=0.4,en-GB;q=0.8")))
                .contains(texts.english());
        assertThat(texts.first(RequestHeaders.languages("de-AT"))).contains(texts.german());
        assertThat(texts.first(RequestHeaders.languages("nl, fr"))).isEmpty();
        for (String nonsense : List.of("", "de;q=much", "d".repeat(300)))
            assertThat(texts.first(RequestHeaders.languages(nonsense)))
                    .as(nonsense)
                    .isEmpty();
        assertThat(RequestHeaders.languages(null)).isEmpty();
    }

    @Test
    void one_of_something_is_said_as_people_say_it() {
        assertThat(texts.german().text("orders", 1)).isEqualTo("Eine Bestellung");
        assertThat(texts.german().text("orders", 1L)).isEqualTo("Eine Bestellung");
        assertThat(texts.german().text("orders", 0)).isEqualTo("0 Bestellungen für dich");
        assertThat(texts.german().text("till", 1)).isEqualTo("Nr. 1");
    }

    @Test
    void a_page_with_a_hole_does_not_go_out() {
        assertThatThrownBy(() -> texts.german().text("no-such-text")).hasMessageContaining("no-such-text in de");
        assertThatThrownBy(() -> Bundle.of(BundleTest.class, "/page/none")).hasMessageContaining("none_de.properties");
        assertThat(texts.german().orElse("no-such-text", "x")).isEqualTo("x");
    }

    @Test
    void texts_of_another_module_stand_beside_ones_own_and_none_is_written_down_twice() {
        Bundle both = texts.and(BundleTest.class, "/page/more");

        assertThat(both.german().text("more")).isEqualTo("Mehr");
        assertThat(both.english().text("more")).isEqualTo("More");
        assertThat(both.german().text("orders", 2)).isEqualTo("2 Bestellungen für dich");
        assertThatThrownBy(() -> both.and(BundleTest.class, "/page/more")).hasMessageContaining("more");
    }

    @Test
    void a_refusal_is_told_with_its_facts_or_at_least_by_its_code() {
        assertThat(texts.german().refusal("sold-out", Map.of("dish", "Suppe", "left", 0)))
                .isEqualTo("Suppe: noch 0");
        assertThat(texts.german().refusal("too-late", Map.of())).isEqualTo("Das ging nicht (too-late).");
    }
}
