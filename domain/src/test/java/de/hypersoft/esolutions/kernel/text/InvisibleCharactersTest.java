package de.hypersoft.esolutions.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.Invalid;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvisibleCharactersTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x200B, 0x2028, 0x2029, 0x2060,
                0x2064, 0x206A, 0x206F, 0x180E, 0xFFF9, 0xFFFB, 0xFFFC, 0xFEFF, 0xE0000, 0xE0001, 0xE0041, 0xE007F,
                '\n', '\r', '\t', 0x1B, 0x7F, 0x85
            })
    void a_name_that_reads_as_another_is_refused_and_the_sentence_says_which_character(int unseen) {
        String name = "Pizza" + Character.toString(unseen) + "Funghi";

        assertThatThrownBy(() -> InvisibleCharacters.refuse(name, "name"))
                .isInstanceOfSatisfying(Invalid.class, refused -> {
                    assertThat(refused.code()).isEqualTo("unseen-character");
                    assertThat(refused.field()).isEqualTo("name");
                    assertThat(refused.parameters())
                            .containsEntry("character", String.format("U+%04X", unseen))
                            .containsEntry("place", 6);
                });
    }

    @Test
    void those_that_turn_the_writing_are_taken_out_of_menus_and_their_neighbours_are_not() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(InvisibleCharacters::turns))
                .containsExactly(0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069);
    }

    @Test
    void half_a_character_is_refused_wherever_it_stands() {
        for (String half : new String[] {"\uD83C", "\uDF55", "\uD800", "\uDFFF", "Piz\uD83Cza", "\uDF55\uD83C"})
            assertThatThrownBy(() -> InvisibleCharacters.refuse(half, "name")).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Müller & Söhne",
                "Pizza 🍕 für 👨‍👩‍👧",
                "شركة‌ها",
                "מסעדה\u200F 24",
                "Grill-\u00ADHaus",
                "Łukasz O'Neill",
                "क्‍ष"
            })
    void names_of_every_script_are_names(String name) {
        assertThat(InvisibleCharacters.refuse(name, "name")).isEqualTo(name);
    }
}
