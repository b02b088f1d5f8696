package de.hypersoft.esolutions.shop.menu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {

    private static final String FILLERS = "mit und";

    @ParameterizedTest
    @CsvSource({
        "creme brulee, Crème brûlée",
        "Crème brûlée, Creme brulee",
        "kase, Käsesuppe nach Großmutter-Art",
        "kaese, Käsesuppe nach Großmutter-Art",
        "Käse, Kaesesuppe",
        "KÄSESUPPE, Käsesuppe",
        "grossmutter, Käsesuppe nach Großmutter-Art",
        "großmutter, Kaesesuppe nach Grossmutter Art",
        "suppe käse, Käsesuppe",
        "pizza mit pilzen, 'Pizza Pilze, Tomate'",
        "pilze pizza, Pilzpizza",
        "jalapeno, Chili mit Jalapeños",
        "smorrebrod, Smørrebrød",
        "zurek, Żurek",
        "'7', '7 Frühlingsrollen'",
        "'  ,. ', Wasser"
    })
    void a_dish_is_found_by_what_a_guest_types_on_any_keyboard(String typed, String dish) {
        assertThat(SearchWords.typed(typed, FILLERS).foundIn(SearchWords.index(dish)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"käse, Tomatensuppe", "pizza pilze, Pizza Salami", "nudel mit lachs, Nudeln mit Pesto", "eis, Essig"})
    void a_dish_without_one_of_the_words_is_not_found(String typed, String dish) {
        assertThat(SearchWords.typed(typed, FILLERS).foundIn(SearchWords.index(dish)))
                .isFalse();
    }

    @Test
    void each_word_is_kept_once_however_often_the_text_has_it() {
        assertThat(SearchWords.index("Käse, Käse und Käse")).isEqualTo("kase und kaese");
    }
}
