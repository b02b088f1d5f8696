package de.hypersoft.esolutions.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptLanguageTest {

    @Test
    void who_asks_again_is_read_as_before_and_another_as_another() {
        for (int i = 0; i < 2; i++) {
            assertThat(RequestHeaders.languages("en;q=0.5, de"))
                    .extracting(Locale.LanguageRange::getRange)
                    .containsExactly("de", "en");
            assertThat(RequestHeaders.languages("en"))
                    .extracting(Locale.LanguageRange::getRange)
                    .containsExactly("en");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";;", "de;q=7", "ä"})
    void who_says_nonsense_asks_for_none_however_often(String nonsense) {
        assertThat(RequestHeaders.languages(nonsense)).isEmpty();
        assertThat(RequestHeaders.languages(nonsense)).isEmpty();
        assertThat(RequestHeaders.languages(null)).isEmpty();
        assertThat(RequestHeaders.languages("de,".repeat(100))).isEmpty();
    }
}
