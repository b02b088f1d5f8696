package de.hypersoft.esolutions.kernel.audit;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A pattern for the ways in which people and machines write the same word: capitals make SS of ß, a till without umlauts
 * makes ue of ü, a foreign keyboard e of é, a line breaks where a space was.
 */
final class Spellings {

    private static final Map<String, String> PAIRS = Map.of("ss", "ßẞ", "ae", "ä", "oe", "ö", "ue", "ü");

    /** Of each plain letter those that wear an accent: a guest writes Renee, and somebody else Renée. */
    private static final Map<String, String> ACCENTED = IntStream.concat(
                    IntStream.range(0x00C0, 0x0250), IntStream.range(0x1E00, 0x1F00))
            .filter(Character::isLowerCase)
            .mapToObj(Character::toString)
            .filter(letter -> base(letter).matches("[a-z]"))
            .collect(Collectors.groupingBy(Spellings::base, Collectors.joining()));

    private static final String SPACE = "[\\s\\u00A0]+";

    private Spellings() {}

    /**
     * @param shortest so many characters at least has what is found, so that no replacement is longer
     * @return a regular expression, to be used in any case
     */
    static String of(String text, int shortest) {
        String whole = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        boolean mayShrink = whole.length() - pairs(whole) >= shortest;
        StringBuilder pattern = new StringBuilder();
        for (int at = 0; at < whole.length(); ) {
            String pair = pairAt(whole, at);
            if (PAIRS.containsKey(pair)) {
                pattern.append("(?:").append(plainly(pair.substring(0, 1))).append(plainly(pair.substring(1)));
                if (mayShrink)
                    pattern.append("|[").append(PAIRS.get(pair)).append(']').append(marked(pair));
                pattern.append(')');
                at += 2;
            } else {
                int point = whole.codePointAt(at);
                pattern.append(letter(point));
                at += Character.charCount(point);
                if (Character.isWhitespace(point) || Character.isSpaceChar(point)) at = behindSpaces(whole, at);
            }
        }
        return pattern.toString();
    }

    private static long pairs(String text) {
        return IntStream.range(0, text.length())
                .filter(at -> PAIRS.containsKey(pairAt(text, at)))
                .count();
    }

    private static String pairAt(String text, int at) {
        return at + 2 > text.length() ? "" : text.substring(at, at + 2).toLowerCase(Locale.ROOT);
    }

    private static int behindSpaces(String text, int from) {
        int at = from;
        while (at < text.length()
                && (Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at)))) at++;
        return at;
    }

    private static String letter(int point) {
        if (Character.isWhitespace(point) || Character.isSpaceChar(point)) return SPACE;
        String as = Character.toString(point);
        String small = as.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> pair : PAIRS.entrySet())
            if (pair.getValue().contains(small))
                return "(?:[" + pair.getValue() + "]|" + pair.getKey() + plain(small) + ")";
        String base = base(as);
        if (!base.isEmpty()) return "(?:" + Pattern.quote(as) + "|" + Pattern.quote(base) + "\\p{M}*)";
        return small.matches("[a-z]") ? plainly(small) : Pattern.quote(as);
    }

    /** @param letter from a to z, which others may write with an accent */
    private static String plainly(String letter) {
        return "[" + letter + ACCENTED.getOrDefault(letter, "") + "]\\p{M}*";
    }

    private static String plain(String umlaut) {
        String base = base(umlaut);
        return base.isEmpty() ? "" : "|" + base + "\\p{M}*";
    }

    /** An umlaut in two signs, as some machines send it. */
    private static String marked(String pair) {
        return pair.equals("ss") ? "" : "|" + pair.charAt(0) + "\\u0308";
    }

    /** The letter below its accents; empty where it wears none. */
    private static String base(String letter) {
        String apart = Normalizer.normalize(letter, Normalizer.Form.NFD);
        return apart.length() <= letter.length() ? "" : apart.replaceAll("\\p{M}", "");
    }
}
