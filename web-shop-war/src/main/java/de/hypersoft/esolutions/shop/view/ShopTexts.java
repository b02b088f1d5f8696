package de.hypersoft.esolutions.shop.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** All words for people, in one language. Placeholders are {@code {0}}, {@code {1}}; values are never texts with markup. */
public final class ShopTexts {

    public static final ShopTexts GERMAN = load("de", Locale.GERMANY);
    public static final ShopTexts ENGLISH = load("en", Locale.UK);
    private static final Map<String, ShopTexts> BY_LANGUAGE = Map.of("de", GERMAN, "en", ENGLISH);

    private final String language;
    private final Locale locale;
    private final Properties words;

    private ShopTexts(String language, Locale locale, Properties words) {
        this.language = language;
        this.locale = locale;
        this.words = words;
    }

    public static Optional<ShopTexts> in(String language) {
        return Optional.ofNullable(BY_LANGUAGE.get(language));
    }

    public String language() {
        return language;
    }

    public Locale locale() {
        return locale;
    }

    public boolean has(String key) {
        return words.containsKey(key);
    }

    public Set<String> keys() {
        return new TreeSet<>(words.stringPropertyNames());
    }

    /** @throws IllegalArgumentException when there is no such text: a page with holes must not go out */
    public String get(String key, Object... values) {
        String text = words.getProperty(key);
        if (text == null) throw new IllegalArgumentException("no text " + key + " in " + language);
        for (int i = 0; i < values.length; i++) text = text.replace("{" + i + "}", String.valueOf(values[i]));
        return text;
    }

    /** {@code key.one} for exactly one, else {@code key.many}; the count is value 0. */
    public String count(String key, int count) {
        return get(count == 1 ? key + ".one" : key + ".many", count);
    }

    private static ShopTexts load(String language, Locale locale) {
        Properties words = new Properties();
        String file = "/shop/messages_" + language + ".properties";
        try (InputStream in = ShopTexts.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException(file + " is missing");
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ShopTexts(language, locale, words);
    }
}
