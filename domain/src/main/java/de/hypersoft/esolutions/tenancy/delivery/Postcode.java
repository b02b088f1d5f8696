package de.hypersoft.esolutions.tenancy.delivery;

import de.hypersoft.esolutions.kernel.text.TypedText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A postcode as one country compares it: capitals and digits only, without the country's own sign before it ({@code
 * D-10969}, {@code A-1010}, {@code SE-133 53}). Two spellings of one postcode are equal here; for people it stays as it
 * was written.
 *
 * @param country ISO 3166-1 alpha-2
 * @param normal {@code 10969}, {@code 13353}, {@code SW1A1AA}; empty when nothing was given
 */
public record Postcode(String country, String normal) {

    /** As long as the longest spelling that is kept, with the country's sign and blanks. */
    public static final int LONGEST = 10;

    private static final Pattern NOT_A_PART = Pattern.compile("[^A-Z0-9]");
    private static final Pattern SIGN = Pattern.compile("^[A-Z]{1,3}(?=[0-9]{3,}$)");
    private static final Pattern SIGN_WITH_DASH = Pattern.compile("^[A-Z]{1,3} ?\\p{Pd} ?(?=[0-9])");
    /** {@code 10115 BERLIN}; the letters of a Dutch one are two. */
    private static final Pattern WITH_TOWN =
            Pattern.compile("((?:[A-Z]{1,3} ?\\p{Pd}? ?)?[0-9][0-9 ]{1,7}[0-9])[ ,]+\\p{L}{3,}.*");
    /** Letters may stand at the beginning of a postcode there, so they are no country's sign. */
    private static final Set<String> BEGINS_WITH_LETTERS = Set.of("GB", "IE", "CA", "MT", "AR", "IM", "JE", "GG");

    private static final Set<String> HOLDS_LETTERS = Set.of("NL", "GB", "IE", "CA", "MT", "AR", "IM", "JE", "GG");
    private static final Map<String, Pattern> SHAPES = Map.of(
            "DE", Pattern.compile("[0-9]{5}"),
            "AT", Pattern.compile("[1-9][0-9]{3}"),
            "CH", Pattern.compile("[1-9][0-9]{3}"),
            "SE", Pattern.compile("[0-9]{5}"),
            "GB", Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?([0-9][A-Z]{2})?"));
    private static final Pattern ANY_SHAPE = Pattern.compile("[A-Z0-9]{2,10}");
    private static final Pattern BRITISH = Pattern.compile("([A-Z]{1,2}[0-9][A-Z0-9]?)[0-9][A-Z]{2}");

    public static Postcode of(String given, String country) {
        return new Postcode(country, digitsOnly(given) ? given : normal(given, country));
    }

    /** For people: as it was typed, in capitals and with plain digits and single blanks, without a town behind it. */
    public static String written(String given) {
        if (digitsOnly(given)) return given;
        String plain = TypedText.plain(given).toUpperCase(Locale.ROOT);
        Matcher town = WITH_TOWN.matcher(plain);
        return town.matches() ? town.group(1) : plain;
    }

    /** Whether the keys of a phone for numbers are enough to type one. */
    public static boolean isNumeric(String country) {
        return !HOLDS_LETTERS.contains(country);
    }

    public boolean isEmpty() {
        return normal.isEmpty();
    }

    /** Whether a postcode there looks so; a British one may be the outward half alone, which is a whole district. */
    public boolean fits() {
        return SHAPES.getOrDefault(country, ANY_SHAPE).matcher(normal).matches();
    }

    /** The terms of this very postcode, else of the British district ({@code SW1A}) it lies in. */
    public Optional<DeliveryZone.Terms> among(List<DeliveryZone.Terms> zones) {
        if (isEmpty()) return Optional.empty();
        Optional<DeliveryZone.Terms> exact = find(zones);
        return exact.isPresent() ? exact : district().flatMap(outward -> outward.find(zones));
    }

    private Optional<DeliveryZone.Terms> find(List<DeliveryZone.Terms> zones) {
        return zones.stream()
                .filter(zone -> of(zone.postcode(), country).equals(this))
                .findFirst();
    }

    private Optional<Postcode> district() {
        if (!country.equals("GB")) return Optional.empty();
        var whole = BRITISH.matcher(normal);
        return whole.matches() ? Optional.of(new Postcode(country, whole.group(1))) : Optional.empty();
    }

    private static String normal(String given, String country) {
        String written = written(given);
        boolean letters = BEGINS_WITH_LETTERS.contains(country);
        if (!letters) written = SIGN_WITH_DASH.matcher(written).replaceFirst("");
        String bare = NOT_A_PART.matcher(written).replaceAll("");
        return letters ? bare : SIGN.matcher(bare).replaceFirst("");
    }

    /** Nearly every postcode of the countries we serve; needs no further look. */
    private static boolean digitsOnly(String given) {
        return !given.isEmpty() && given.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public String toString() {
        return normal;
    }
}
