package de.hypersoft.esolutions.catalog;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A text in several languages, by ISO 639-1 code; shown in the guest's, else German, else whatever there is. A blank
 * translation is none.
 */
public record Words(Map<String, String> byLanguage) {

    public static final Words NONE = new Words(Map.of());

    public Words {
        Map<String, String> said = new LinkedHashMap<>();
        byLanguage.forEach((language, text) -> {
            if (!text.isBlank()) said.put(language, text);
        });
        byLanguage = Map.copyOf(said);
    }

    public String in(String language) {
        String exact = byLanguage.get(language);
        if (exact != null) return exact;
        String german = byLanguage.get("de");
        if (german != null) return german;
        return byLanguage.entrySet().stream()
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElse("");
    }
}
