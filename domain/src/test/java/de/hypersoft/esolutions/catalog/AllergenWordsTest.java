package de.hypersoft.esolutions.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AllergenWordsTest {

    private static final AllergenWords GERMANY = in("DE");

    @ParameterizedTest
    @EnumSource
    void each_code_means_itself(Allergen allergen) {
        assertThat(GERMANY.read(List.of(allergen.name())).codes()).containsExactly(allergen.name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "Weizen=WHEAT",
                "MILCH=MILK",
                "Milch (Laktose)=MILK",
                "Milch und Milchprodukte=MILK",
                "Erdnüsse=PEANUTS",
                "Erdnu\u0308sse=PEANUTS",
                "egg=EGGS",
                "EGG=EGGS",
                "SULPHITE=SULPHITES",
                "SOY=SOYBEANS",
                "Tree nuts=NUTS",
                "tree-nuts=NUTS",
                "fruits à coque=NUTS",
                "Œufs=EGGS",
                "lait=MILK",
                "ägg=EGGS",
                "blötdjur=MOLLUSCS",
                "Молоко=MILK",
                "кеш’ю=CASHEWS",
                "glutenhaltig=GLUTEN",
                "Glutenhaltiges Getreide=GLUTEN",
                "gluten=GLUTEN",
                "Brazil_Nuts=BRAZIL_NUTS"
            })
    void the_words_of_real_menus_are_known(String word, String code) {
        AllergenWords.Read read = GERMANY.read(List.of(word));

        assertThat(read.unknown()).isEmpty();
        assertThat(read.codes()).containsExactly(code);
    }

    @Test
    void a_list_or_a_sentence_in_one_text_is_taken_apart() {
        assertThat(GERMANY.read(List.of("Enthält: Gluten (Weizen, Roggen), Ei und Milch."))
                        .codes())
                .containsExactly("GLUTEN", "WHEAT", "RYE", "EGGS", "MILK");
        assertThat(GERMANY.read(List.of("A, C, G")).codes()).containsExactly("GLUTEN", "EGGS", "MILK");
        assertThat(GERMANY.read(List.of("a c g")).codes()).containsExactly("GLUTEN", "EGGS", "MILK");
        assertThat(GERMANY.read(List.of("Innehåller mjölk och vete")).codes()).containsExactly("WHEAT", "MILK");
    }

    @ParameterizedTest
    @CsvSource({"glutenfrei", "gluten-free", "ohne Nüsse", "May contain traces of nuts", "Glutten", "vegan", "1", "V"})
    void what_is_not_known_as_a_whole_is_named_and_never_guessed(String word) {
        AllergenWords.Read read = GERMANY.read(List.of(word, "MILK"));

        assertThat(read.unknown()).containsExactly(word);
        assertThat(read.codes()).containsExactly("MILK");
    }

    @Test
    void a_letter_that_means_celery_here_and_sulphites_there_is_taken_only_where_it_is_sure() {
        assertThat(in("AT").read(List.of("L", "M", "O")).codes()).containsExactly("CELERY", "MUSTARD", "SULPHITES");
        assertThat(GERMANY.read(List.of("L", "M", "N")).unknown()).containsExactly("L", "M", "N");
        assertThat(GERMANY.read(List.of("I", "J", "K")).codes()).containsExactly("CELERY", "MUSTARD", "SESAME");
        assertThat(in("AT").read(List.of("I", "J", "K")).unknown()).containsExactly("I", "J", "K");
    }

    @Test
    void British_and_Swedish_cards_mean_other_things_by_their_letters() {
        assertThat(in("GB").read(List.of("G", "D", "F")).unknown()).containsExactly("G", "D", "F");
        assertThat(in("SE").read(List.of("A")).unknown()).containsExactly("A");
    }

    @Test
    void figures_after_a_letter_differ_from_card_to_card_so_the_general_word_stands() {
        assertThat(GERMANY.read(List.of("A1", "A3", "H2")).codes()).containsExactly("GLUTEN", "NUTS");
        assertThat(GERMANY.read(List.of("G1")).unknown()).containsExactly("G1");
    }

    @Test
    void what_the_location_says_goes_first() {
        AllergenWords own = new AllergenWords(
                "DE",
                Map.of(
                        "l", Optional.of(Allergen.CELERY),
                        "scharf", Optional.empty(),
                        "a1", Optional.of(Allergen.WHEAT)));

        AllergenWords.Read read = own.read(List.of("L", "scharf", "A1", "G"));

        assertThat(read.unknown()).isEmpty();
        assertThat(read.codes()).containsExactly("WHEAT", "MILK", "CELERY");
    }

    @Test
    void a_word_for_none_is_a_statement() {
        assertThat(GERMANY.read(List.of("keine"))).isEqualTo(new AllergenWords.Read(Set.of(), List.of()));
    }

    @Test
    void whoever_avoids_wheat_is_warned_of_gluten_that_nobody_named_and_the_other_way_round() {
        assertThat(Allergen.GLUTEN.mayConcern()).contains(Allergen.WHEAT, Allergen.RYE);
        assertThat(Allergen.WHEAT.mayConcern()).containsExactlyInAnyOrder(Allergen.WHEAT, Allergen.GLUTEN);
        assertThat(Allergen.MILK.mayConcern()).containsExactly(Allergen.MILK);
    }

    private static AllergenWords in(String country) {
        return new AllergenWords(country, Map.of());
    }
}
