package de.hypersoft.esolutions.web.page;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words of a web module for people, in one language. {@code {0}} and {@code {name}} stand for what is filled in;
 * values are never texts with markup.
 */
public final class Texts {

    private final Locale locale;
    private final Properties words;

    Texts(Locale locale, Properties words) {
        this.locale = locale;
        this.words = words;
    }

    /** @throws IllegalStateException when both have a text of one name */
    Texts and(Texts other) {
        Properties all = new Properties();
        all.putAll(words);
        other.words.forEach((key, text) -> {
            if (all.put(key, text) != null) throw new IllegalStateException(key + " is written down twice");
        });
        return new Texts(locale, all);
    }

    public Locale locale() {
        return locale;
    }

    public String language() {
        return locale.getLanguage();
    }

    public boolean has(String key) {
        return words.containsKey(key);
    }

    public Set<String> keys() {
        return new TreeSet<>(words.stringPropertyNames());
    }

    /**
     * With 1 as the first value the words are those of {@code key.one}, where there are such.
     *
     * @throws IllegalArgumentException when there is no such text: a page with holes must not go out
     */
    public String text(String key, Object... values) {
        boolean one = values.length > 0 && values[0] instanceof Number number && number.longValue() == 1;
        String text = words.getProperty(one && has(key + ".one") ? key + ".one" : key);
        if (text == null) throw new IllegalArgumentException("no text " + key + " in " + language());
        for (int i = 0; i < values.length; i++) text = text.replace("{" + i + "}", String.valueOf(values[i]));
        return text;
    }

    /** A word for a value that comes from the model: {@code state.PENDING}. */
    public String word(String group, Object value) {
        return text(group + "." + value);
    }

    /** The words for what may have none. */
    public String orElse(String key, String otherwise) {
        return words.getProperty(key, otherwise);
    }

    /** The sentence of a refusal, by its code; a code without one says so and shows the code. */
    public String refusal(String code, Map<String, Object> facts) {
        String key = "refusal." + code;
        String sentence = has(key) ? text(key) : text("refusal.other", code);
        for (Map.Entry<String, Object> fact : facts.entrySet())
            sentence = sentence.replace("{" + fact.getKey() + "}", String.valueOf(fact.getValue()));
        return sentence;
    }
}
