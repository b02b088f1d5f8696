package de.hypersoft.esolutions.catalog.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTextTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Pizza\\r\\nMargherita,Pizza Margherita",
                "Pizza\\rMargherita,Pizza Margherita",
                "Pizza\\tMargherita\\n,Pizza Margherita",
                "Piz\\u0007za\\u0000,Pizza",
                "\\u00a0Pizza\\u00a0\\u00a0Funghi\\u202f,Pizza Funghi",
                "Cola 0\\u002c3\\u00a0l,Cola 0\\u002c3\\u00a0l",
                "\\ufeffPizza,Pizza",
                "\\u202bشاورما\\u202c 8\\u2068x\\u2069,شاورما 8x",
                "Pizza \\u202e00.1,Pizza 00.1",
                "Chef\\u0092s choice,Chef’s choice",
                "Pizza\\u2028Funghi\\u0085Spezial,Pizza Funghi Spezial",
                "Pizza ¹²³,Pizza ¹²³",
                "👩\\u200d🍳 Menü,👩\\u200d🍳 Menü"
            })
    void a_name_with_the_dirt_of_an_export_is_one_clean_line(String dirty, String clean) {
        assertThat(CleanText.line(
                        unicode(dirty.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t"))))
                .isEqualTo(unicode(clean));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Tomaten\\r\\nMozzarella,Tomaten\\nMozzarella",
                "Tomaten  \\r\\r\\r\\rMozzarella\\n,Tomaten\\n\\nMozzarella",
                "\\tTomaten\\t\\tBasilikum,Tomaten Basilikum"
            })
    void a_description_keeps_its_line_breaks(String dirty, String clean) {
        assertThat(CleanText.lines(dirty.translateEscapes())).isEqualTo(clean.translateEscapes());
    }

    private static String unicode(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\u", i)) {
                result.append((char) Integer.parseInt(text, i + 2, i + 6, 16));
                i += 5;
            } else result.append(text.charAt(i));
        }
        return result.toString();
    }
}
