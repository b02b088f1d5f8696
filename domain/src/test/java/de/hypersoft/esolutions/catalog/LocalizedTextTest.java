package de.hypersoft.esolutions.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalizedTextTest {

    @Test
    void an_english_guest_reads_the_german_name_where_the_english_one_is_blank() {
        assertThat(new LocalizedText(Map.of("de", "Käsesuppe", "en", "")).in("en"))
                .isEqualTo("Käsesuppe");
        assertThat(new LocalizedText(Map.of("de", "Käsesuppe", "en", " \n\u2003")).in("en"))
                .isEqualTo("Käsesuppe");
    }

    @Test
    void a_german_guest_of_an_english_arabic_menu_reads_english() {
        assertThat(new LocalizedText(Map.of("ar", "كباب", "en", "Kebab")).in("de"))
                .isEqualTo("Kebab");
        assertThat(new LocalizedText(Map.of("ar", "كباب", "en", " ")).in("de")).isEqualTo("كباب");
    }

    @Test
    void where_german_is_blank_too_whatever_has_words_is_read_and_always_the_same() {
        LocalizedText words = new LocalizedText(Map.of("de", " ", "uk", "Борщ", "fr", "Soupe", "ar", ""));

        assertThat(words.in("en")).isEqualTo("Soupe");
        assertThat(words.in("de")).isEqualTo("Soupe");
        assertThat(words.byLanguage()).containsOnlyKeys("uk", "fr");
    }
}
