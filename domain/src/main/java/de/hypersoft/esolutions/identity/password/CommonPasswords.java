package de.hypersoft.esolutions.identity.password;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The passwords that are tried first: those of zxcvbn's list (30,000 of real leaks, the commonest first), the German
 * ones that an English list lacks, the login and the name of this product; also with digits and signs around them, with
 * letters written as digits, or said twice.
 */
final class CommonPasswords {

    private static final int SHORTEST_WORD = 4;
    private static final int FEWEST_LETTERS = 4;

    /** Of the commonest in German, beside what the list knows already. */
    private static final Set<String> GERMAN = Set.of(
            "passwort",
            "willkommen",
            "geheim",
            "geheimnis",
            "qwertz",
            "qwertzuiop",
            "qwertzuiopü",
            "schatz",
            "hallo",
            "hallowelt",
            "sommer",
            "winter",
            "herbst",
            "frühling",
            "fruehling",
            "schalke",
            "bayern",
            "deutschland",
            "restaurant",
            "pizzeria",
            "kennwort",
            "anmelden",
            "esolutions",
            "hypersoft",
            "hosting");

    private static final Set<String> ALL = load();

    private CommonPasswords() {}

    static boolean contain(String password, String login) {
        String lower = password.toLowerCase(Locale.ROOT);
        if (lower.chars().distinct().count() < FEWEST_LETTERS) return true;
        return Stream.of(lower, plain(lower))
                .flatMap(form -> Stream.of(form, bare(form)))
                .flatMap(form -> Stream.of(form, half(form)))
                .anyMatch(form -> ALL.contains(form) || form.equals(login));
    }

    /** Without what people put before and after a word: {@code !passwort2026!}. */
    private static String bare(String word) {
        return word.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    /** {@code p4$$w0rd} is {@code password}. */
    private static String plain(String word) {
        return word.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('@', 'a')
                .replace('5', 's')
                .replace('$', 's')
                .replace('7', 't');
    }

    /** What is said twice, once. */
    private static String half(String word) {
        int middle = word.length() / 2;
        String first = word.substring(0, middle);
        return word.length() % 2 == 0 && first.equals(word.substring(middle)) ? first : word;
    }

    private static Set<String> load() {
        try {
            return Stream.concat(
                            StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream(), GERMAN.stream())
                    .filter(word -> word.length() >= SHORTEST_WORD)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
