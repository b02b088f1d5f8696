package de.hypersoft.esolutions.portal.menu;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands in a form, in the words of the catalogue. */
record Typed(MultivaluedMap<String, String> form) {

    private static final Pattern AMOUNT = Pattern.compile("([-+\u2212]?)(\\d{1,6})(?:[.,](\\d{1,2}))?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    /** Stands before what could be read in two ways. */
    static final String UNCLEAR = "? ";

    private static final List<String> LANGUAGES = List.of("de", "en");

    String one(String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value.strip();
    }

    List<String> all(String field) {
        return form.getOrDefault(field, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
    }

    boolean ticked(String field) {
        return !all(field).isEmpty();
    }

    /** As {@code name.de} and {@code name.en}; languages that the form does not know stay as they were. */
    Map<String, String> words(String field, Map<String, String> before) {
        Map<String, String> words = new LinkedHashMap<>(before);
        for (String language : LANGUAGES) {
            String said = one(field + "." + language);
            if (said.isEmpty()) words.remove(language);
            else words.put(language, said);
        }
        return words;
    }

    /**
     * A price with comma or point, with or without the sign of its currency, as programs write it. What could be read in two
     * ways, such as 1.000, comes back so that no load takes it.
     */
    static String amount(String typed) {
        String bare = typed.replaceAll("(?i)[\\s\u00a0\u202f]|€|£|EUR|CHF|GBP|Fr\\.", "");
        if (bare.isEmpty()) return "";
        Matcher parts = AMOUNT.matcher(bare);
        if (!parts.matches()) return bare.matches("[-+\u2212]?[\\d.]*") ? UNCLEAR + bare : bare;
        String cents = parts.group(3) == null ? "00" : (parts.group(3) + "0").substring(0, 2);
        String sign = parts.group(1).isEmpty() || parts.group(1).equals("+") ? "" : "-";
        return sign + Integer.parseInt(parts.group(2)) + "." + cents;
    }

    /** @param wrong for what is no number: a value that no load takes */
    int number(String field, int otherwise, int wrong) {
        String typed = one(field);
        if (typed.isEmpty()) return otherwise;
        return NUMBER.matcher(typed).matches() ? Integer.parseInt(typed) : wrong;
    }

    @Nullable
    String orNone(String field) {
        String typed = one(field);
        return typed.isEmpty() ? null : typed;
    }
}
