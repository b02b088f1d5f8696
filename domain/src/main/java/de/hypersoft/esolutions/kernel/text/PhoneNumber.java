package de.hypersoft.esolutions.kernel.text;

import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers as people type them and as phones paste them, kept so that people can read them. */
public final class PhoneNumber {

    private static final int FEWEST_DIGITS = 5;
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9 ()/.-]{5,30}");
    /** Most of them; nothing in it would be written otherwise. */
    private static final Pattern READABLE = Pattern.compile("\\+?[0-9](?:[0-9()/.-]| (?! |$)){4,29}");

    private static final Pattern SCHEME = Pattern.compile("(?i)^tel(?:\\.:?|:) ?");
    /** As address books say which of several it is: "Mobil: …", "… (Büro)". */
    private static final Pattern LABEL =
            Pattern.compile("^\\p{L}[\\p{L}-]{1,14}(?:\\.:?|:)? ?(?=[+(0-9])| ?\\(\\p{L}[\\p{L} .-]{1,19}\\)$");

    private static final Pattern PARAMETERS = Pattern.compile(";.*$");
    private static final Pattern COUNTRY_IN_PARENTHESES = Pattern.compile("^\\( ?\\+ ?(\\d{1,3}) ?\\)");
    private static final Pattern SPACED_PLUS = Pattern.compile("^\\+ ");

    private PhoneNumber() {}

    /**
     * One spelling of each sign: {@code +49 (0)30/12 34-5}. A {@code tel:} before it (RFC 3966) and its parameters fall
     * away, and so does a word that tells which number it is; its groups stay as they were typed.
     *
     * @return empty when it is no number of at least five digits and at most 30 characters
     */
    public static Optional<String> of(String given) {
        String number = readable(given);
        boolean fits = NUMBER.matcher(number).matches()
                && number.chars().filter(c -> c >= '0' && c <= '9').count() >= FEWEST_DIGITS;
        return fits ? Optional.of(number) : Optional.empty();
    }

    private static String readable(String given) {
        if (READABLE.matcher(given).matches()) return given;
        StringBuilder signs = new StringBuilder(given.length());
        TypedText.plain(given).codePoints().forEach(c -> signs.appendCodePoint(sign(c)));
        String number = signs.toString();
        String bare = SCHEME.matcher(number).replaceFirst("");
        if (!bare.equals(number)) bare = PARAMETERS.matcher(bare).replaceFirst("");
        bare = LABEL.matcher(bare).replaceAll("");
        bare = COUNTRY_IN_PARENTHESES.matcher(bare).replaceFirst("+$1");
        return SPACED_PLUS.matcher(bare).replaceFirst("+").strip();
    }

    private static int sign(int c) {
        return switch (Character.getType(c)) {
            case Character.DASH_PUNCTUATION -> '-';
            case Character.START_PUNCTUATION -> '(';
            case Character.END_PUNCTUATION -> ')';
            default ->
                switch (c) {
                    case 0x2212 -> '-'; // minus
                    case 0x2044, 0x2215 -> '/'; // slashes of fractions and of division
                    case 0x00B7, 0x2022, 0x2024, 0x2027, 0x2219, 0x22C5 -> '.'; // dots of every height
                    default -> c;
                };
        };
    }
}
