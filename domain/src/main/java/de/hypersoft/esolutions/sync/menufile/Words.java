package de.hypersoft.esolutions.sync.menufile;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** What German and English words of a menu's file mean: its head, additives, marks. The list is words.properties. */
public final class Words {

    private static final Properties LISTS = lists();
    private static final Map<String, String> COLUMNS = codes("column.");
    private static final Map<String, String> LANGUAGES = codes("language.");
    private static final Set<String> ISO = Set.of(Locale.getISOLanguages());
    private static final Map<String, String> ADDITIVES = codes("additive.");
    private static final Map<String, String> MARKS = codes("mark.");

    private Words() {}

    /** How a word is compared: small letters without accents, figures, and single blanks. */
    static String key(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /** What the head of each column most likely means, each meaning once; in the order of the columns. */
    static List<Optional<Meaning>> guess(List<String> head) {
        List<Optional<Meaning>> meanings = new ArrayList<>();
        for (String title : head) meanings.add(meaning(title).filter(one -> !meanings.contains(Optional.of(one))));
        return meanings;
    }

    /** »Name (English)«, »Preis in €«. */
    private static Optional<Meaning> meaning(String title) {
        String key = key(title.replaceAll("[€£$%]", " ")).replaceAll("( in)?( (eur|euro|chf|gbp))?$", "");
        Optional<Meaning> own = Meaning.of(title.strip());
        if (own.isPresent()) return own;
        if (COLUMNS.containsKey(key)) return Meaning.of(COLUMNS.get(key));
        int last = key.lastIndexOf(' ');
        if (last < 0) return Optional.empty();
        String language = LANGUAGES.getOrDefault(key.substring(last + 1), key.substring(last + 1));
        String column = COLUMNS.get(key.substring(0, last));
        return column == null || !ISO.contains(language) ? Optional.empty() : Meaning.of(column + "." + language);
    }

    /** How a column is headed in a file that we write; {@link #guess} knows it again. */
    static String title(Meaning meaning, String reader) {
        String[] titles = LISTS.getProperty(reader.equals("de") ? "title.de" : "title.en", "")
                .split(",");
        String title = titles[meaning.column().ordinal()].strip();
        return meaning.language().isEmpty() ? title : title + " " + meaning.language();
    }

    /** The code of an additive where the word is known, else the word. */
    static String additive(String word) {
        return ADDITIVES.getOrDefault(key(word), word);
    }

    public static String mark(String word) {
        return MARKS.getOrDefault(key(word), word);
    }

    static boolean isNo(String word) {
        return list("no").contains(key(word));
    }

    static boolean isReusable(String text) {
        return list("reusable").stream().anyMatch(key(text)::contains);
    }

    static boolean isFood(String word) {
        return list("food").contains(key(word));
    }

    /** Whether a category of this name most likely holds drinks. */
    static boolean namesDrinks(String name) {
        return Arrays.stream(key(name).split(" "))
                .filter(word -> !word.contains("schwein"))
                .anyMatch(word -> list("drinks").stream()
                        .anyMatch(drink -> word.startsWith(drink) || word.matches(".*" + drink + "(e|en|er|s)?")));
    }

    private static Set<String> list(String name) {
        return Arrays.stream(LISTS.getProperty(name, "").split(",")).collect(Collectors.toSet());
    }

    private static Map<String, String> codes(String prefix) {
        Map<String, String> codes = new HashMap<>();
        for (String name : LISTS.stringPropertyNames()) {
            if (!name.startsWith(prefix)) continue;
            String code = name.substring(prefix.length());
            codes.put(key(code), code);
            for (String word : LISTS.getProperty(name).split(",")) codes.put(key(word), code);
        }
        return Map.copyOf(codes);
    }

    private static Properties lists() {
        Properties lists = new Properties();
        try (InputStream in = Words.class.getResourceAsStream("words.properties")) {
            if (in == null) throw new IllegalStateException("words.properties is missing");
            lists.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lists;
    }
}
