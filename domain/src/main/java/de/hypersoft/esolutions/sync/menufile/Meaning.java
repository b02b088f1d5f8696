package de.hypersoft.esolutions.sync.menufile;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one column of a table means.
 *
 * @param language of its words; empty for the language in which the shop opens, and for what is no words
 */
public record Meaning(MenuColumn column, String language) {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

    /** As it stands in a form: {@code NAME} or {@code NAME.en}. */
    public String code() {
        return language.isEmpty() ? column.name() : column.name() + "." + language;
    }

    /** Empty for a column that is not read. */
    public static Optional<Meaning> of(String code) {
        int dot = code.indexOf('.');
        String name = dot < 0 ? code : code.substring(0, dot);
        String language = dot < 0 ? "" : code.substring(dot + 1);
        return Arrays.stream(MenuColumn.values())
                .filter(column -> column.name().equals(name))
                .filter(column -> language.isEmpty()
                        || column.translated() && LANGUAGE.matcher(language).matches())
                .map(column -> new Meaning(column, language))
                .findFirst();
    }
}
