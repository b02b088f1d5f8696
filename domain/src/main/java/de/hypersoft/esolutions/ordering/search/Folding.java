package de.hypersoft.esolutions.ordering.search;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words and phone numbers made equal where people write the same thing in different ways: case, accents, ü and ue, ß and
 * ss, Cyrillic and Latin, hyphens, spaces and country codes.
 */
public final class Folding {

    private static final int LONGEST = 90;
    private static final int LAST_OF_ASCII = 127;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼ´`]");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");
    private static final Pattern TRUNK = Pattern.compile("\\(0\\)");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
    private static final Pattern ZEROS = Pattern.compile("^0+");
    private static final Pattern ABROAD = Pattern.compile("^(?:\\+|00)\\s*");

    /** Calling codes of the countries that locations may lie in (DE, AT, CH, GB). */
    private static final Pattern COUNTRY = Pattern.compile("^(?:49|43|41|44)0?");

    private Folding() {}

    /** The words of a text in a to z and 0 to 9, at most 90 characters of them. */
    public static List<String> words(String text) {
        String joined = APOSTROPHES.matcher(text).replaceAll("");
        String bare = isAscii(joined)
                ? joined
                : MARKS.matcher(Normalizer.normalize(joined, Normalizer.Form.NFKD))
                        .replaceAll("");
        String plain = bare.toLowerCase(Locale.ROOT);
        if (!isAscii(plain)) plain = Latin.TO_ASCII.transliterate(plain);
        String spaced = BETWEEN.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ");
        String folded =
                spaced.replace("ae", "a").replace("oe", "o").replace("ue", "u").replace("ss", "s");
        String cut = folded.length() > LONGEST ? folded.substring(0, LONGEST) : folded;
        return Arrays.stream(cut.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    /** All digits of a phone number, the last one first. */
    public static String backwards(String phone) {
        return new StringBuilder(digits(phone)).reverse().toString();
    }

    /** The digits that stay the same however it is dialled: without trunk zero and without our countries' codes. */
    public static String significant(String phone) {
        String typed = TRUNK.matcher(phone.strip()).replaceAll("");
        Matcher abroad = ABROAD.matcher(typed);
        if (!abroad.find()) return ZEROS.matcher(digits(typed)).replaceFirst("");
        return COUNTRY.matcher(digits(typed.substring(abroad.end()))).replaceFirst("");
    }

    static String digits(String text) {
        String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        return NO_DIGIT.matcher(plain).replaceAll("");
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c <= LAST_OF_ASCII);
    }

    /** Loaded when the first such name comes: its tables take a while. */
    private static final class Latin {
        static final Transliterator TO_ASCII = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");
    }
}
