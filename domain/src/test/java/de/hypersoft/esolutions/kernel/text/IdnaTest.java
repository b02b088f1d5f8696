package de.hypersoft.esolutions.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdnaTest {

    @ParameterizedTest
    @CsvSource({
        "bücher.example,xn--bcher-kva.example",
        "fußball.example,xn--fuball-cta.example",
        "shop.example,shop.example"
    })
    void a_name_is_known_to_guests_in_letters_and_to_servers_in_ascii(String letters, String ascii) {
        assertThat(Idna.toAscii(letters)).contains(ascii);
        assertThat(Idna.toUnicode(ascii)).isEqualTo(letters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xn--a.example", "shop_1.example"})
    void a_name_that_no_browser_asks_for_stays_as_it_is(String odd) {
        assertThat(Idna.toAscii(odd)).isEmpty();
        assertThat(Idna.toUnicode(odd)).isEqualTo(odd);
    }
}
