package de.hypersoft.esolutions.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A text in several languages, by ISO 639-1 code; shown in the guest's, else German, else English, else whatever there
 * is. Guests and brands speak German or English, so the language of the brand is among these. A blank translation is
 * none.
 */
public record LocalizedText(Map<String, String> byLanguage) {

    public static final LocalizedText NONE = new LocalizedText(Map.of());

    public LocalizedText {
        Map<String, String> said = new LinkedHashMap<>();
        byLanguage.forEach((language, text) -> {
            if (!text.isBlank()) said.put(language, text);
        });
        byLanguage = Map.copyOf(said);
    }

    public String in(String language) {
        for (String known : List.of(language, "de", "en")) {
            String text = byLanguage.get(known);
            if (text != null) return text;
        }
        return byLanguage.entrySet().stream()
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElse("");
    }
}
