package de.hypersoft.esolutions.shop.menu;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How dishes are found by words typed on any keyboard: accents and case do not count, umlauts are found as "a" and as
 * "ae", ß as "ss"; each word must occur, in any order, in any place of a longer word, with or without its German ending.
 * {@code shop.js} does the same while the guest types.
 */
final class SearchWords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ENDING = Pattern.compile("(en|er|es|e|n|s)$");

    /** A shorter word loses too much with its ending: "Eis", "Rosé", "Ente". */
    private static final int SHORTEST_WITH_ENDING = 5;

    /** Of each typed word the spellings it may have; one of them is to be found. */
    private final List<Set<String>> words;

    private SearchWords(List<Set<String>> words) {
        this.words = words;
    }

    /** @param fillers words between words, as "mit" and "und", that no dish need have; separated by blanks */
    static SearchWords typed(String query, String fillers) {
        Set<String> skipped = Set.of(fillers.split(" "));
        List<Set<String>> words = Arrays.stream(BETWEEN_WORDS.split(Normalizer.normalize(query, Normalizer.Form.NFC)))
                .filter(word -> !word.isEmpty() && !skipped.contains(plain(word)))
                .map(word ->
                        Set.copyOf(List.of(withoutEnding(plain(word)), withoutEnding(plain(umlautsWrittenOut(word))))))
                .toList();
        return new SearchWords(words);
    }

    /** @param index as {@link #index} makes it */
    boolean foundIn(String index) {
        return words.stream().allMatch(spellings -> spellings.stream().anyMatch(index::contains));
    }

    /** All words of a text in each spelling they are looked for, once each, separated by blanks. */
    static String index(String text) {
        Set<String> words = new LinkedHashSet<>(Arrays.asList(plain(text).split(" ")));
        words.addAll(Arrays.asList(plain(umlautsWrittenOut(text)).split(" ")));
        words.remove("");
        return String.join(" ", words);
    }

    private static String withoutEnding(String word) {
        return word.length() < SHORTEST_WITH_ENDING
                ? word
                : ENDING.matcher(word).replaceFirst("");
    }

    private static String umlautsWrittenOut(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue");
    }

    private static String plain(String text) {
        String letters = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ø", "o")
                .replace("ł", "l");
        return BETWEEN_WORDS.matcher(letters).replaceAll(" ").strip();
    }
}
