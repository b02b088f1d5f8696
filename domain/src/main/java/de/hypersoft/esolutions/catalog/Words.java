package de.hypersoft.esolutions.catalog;

import java.util.Map;

/** A text in several languages, by ISO 639-1 code; shown in the guest's, else German, else whatever there is. */
public record Words(Map<String, String> byLanguage) {

    public static final Words NONE = new Words(Map.of());

    public Words {
        byLanguage = Map.copyOf(byLanguage);
    }

    public String in(String language) {
        String exact = byLanguage.get(language);
        if (exact != null) return exact;
        String german = byLanguage.get("de");
        if (german != null) return german;
        return byLanguage.values().stream().sorted().findFirst().orElse("");
    }
}
