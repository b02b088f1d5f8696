package de.hypersoft.esolutions.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTextTest {

    @ParameterizedTest
    @CsvSource({
        "\uff01\uff10\uff21\uff5a\uff5e,!0Az~",
        "\uff5f\uff61,\uff5f\uff61",
        "\u0660\u06f9\u096a\ud835\udfce,0940",
        "a\u00a0 \t\u3000b,a b",
        "\u2003\tAnna\u2003,Anna",
        "An\u200d\u00ad\u202ena\ufeff,Anna",
        "Käse 🍕,Käse 🍕",
        "Anna  Li,Anna Li",
        "' Anna Li',Anna Li",
        "'Anna Li ',Anna Li",
        "' ',''"
    })
    void what_keyboards_of_all_countries_write_is_read_as_one(String typed, String plain) {
        assertThat(TypedText.plain(typed)).isEqualTo(plain);
    }
}
