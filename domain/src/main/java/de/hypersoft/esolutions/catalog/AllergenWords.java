package de.hypersoft.esolutions.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads how a menu names its allergens: codes, words of five languages, card letters, and lists of these in one text. Only
 * what is known as a whole counts, so that "gluten-free" is never gluten; the rest is named, for somebody to say what it
 * means at this location.
 *
 * <p>Card letters: A to H mean the same in Austria (recommendation of its ministry of health, 2014) and on nearly all cards of
 * Germany and German Switzerland; after H the countries part (L is celery here and sulphites there). So letters are taken
 * in these countries only, I to K in Germany, L to R in Austria. A2 or H3 say gluten or nuts: their figures differ from card
 * to card. A location that means otherwise says so once, and its own words go first.
 *
 * @param country of the location, ISO 3166-1 alpha-2
 * @param own what this location's words mean, by {@link #key}; empty for "no allergen"
 */
public record AllergenWords(String country, Map<String, Optional<Allergen>> own) {

    private static final int LONGEST = 100;
    private static final Map<String, Optional<Allergen>> KNOWN = known();
    private static final Pattern BETWEEN =
            Pattern.compile("[,;/+&|()\\[\\]\\n·•]| und | and | et | och | та | і ", Pattern.CASE_INSENSITIVE);
    private static final Pattern INTRODUCTION = Pattern.compile(
            "^\\s*(allergene|allergens|allerg[eè]nes|allergener|алергени|enth[aä]lt|enthaelt|contains|contient"
                    + "|inneh[aå]ller|містить)\\s*:?\\s+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LETTERS = Pattern.compile("[A-Ra-r]\\d{0,2}( +[A-Ra-r]\\d{0,2})+");
    private static final List<Allergen> A_TO_H = List.of(
            Allergen.GLUTEN,
            Allergen.CRUSTACEANS,
            Allergen.EGGS,
            Allergen.FISH,
            Allergen.PEANUTS,
            Allergen.SOYBEANS,
            Allergen.MILK,
            Allergen.NUTS);
    private static final Map<String, Map<String, Allergen>> AFTER_H = Map.of(
            "DE",
            Map.of("i", Allergen.CELERY, "j", Allergen.MUSTARD, "k", Allergen.SESAME),
            "AT",
            Map.of(
                    "l", Allergen.CELERY,
                    "m", Allergen.MUSTARD,
                    "n", Allergen.SESAME,
                    "o", Allergen.SULPHITES,
                    "p", Allergen.LUPIN,
                    "r", Allergen.MOLLUSCS));

    /** @param unknown as they were sent, each once */
    public record Read(Set<Allergen> found, List<String> unknown) {

        /** The codes, in the order of the list. */
        public List<String> codes() {
            return found.stream().map(Allergen::name).toList();
        }
    }

    public Read read(List<String> sent) {
        Set<Allergen> found = EnumSet.noneOf(Allergen.class);
        List<String> unknown = new ArrayList<>();
        for (String text : sent) {
            Optional<Optional<Allergen>> whole = meaning(text);
            if (whole.isPresent()) whole.get().ifPresent(found::add);
            else
                for (String part : parts(text)) {
                    Optional<Optional<Allergen>> one = meaning(part);
                    if (one.isPresent()) one.get().ifPresent(found::add);
                    else if (!unknown.contains(part)) unknown.add(part);
                }
        }
        return new Read(found, List.copyOf(unknown));
    }

    /** How a word is compared: without accents, capitals, hyphens and stops. */
    public static String key(String word) {
        String plain = Normalizer.normalize(word, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("œ", "oe")
                .replaceAll("['’ʼ`]", "")
                .replaceAll("[\\p{Pd}_.:*\\s]+", " ")
                .strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST).strip() : plain;
    }

    /** Whether it is a letter of some card, which means one thing here and another there. */
    public static boolean isCardLetter(String word) {
        return key(word).matches("[a-z]\\d{0,2}|\\d{1,2}");
    }

    private static List<String> parts(String text) {
        String said = INTRODUCTION.matcher(text).replaceFirst("");
        List<String> parts = new ArrayList<>();
        for (String part : BETWEEN.split(said)) {
            String one = part.strip();
            if (LETTERS.matcher(one).matches()) parts.addAll(List.of(one.split(" +")));
            else if (!key(one).isEmpty()) parts.add(one.length() > LONGEST ? one.substring(0, LONGEST) : one);
        }
        return parts;
    }

    private Optional<Optional<Allergen>> meaning(String word) {
        String key = key(word);
        Optional<Allergen> here = own.get(key);
        if (here != null) return Optional.of(here);
        Optional<Allergen> everywhere = KNOWN.get(key);
        if (everywhere != null) return Optional.of(everywhere);
        return letter(key).map(Optional::of);
    }

    private Optional<Allergen> letter(String key) {
        if (!Set.of("DE", "AT", "CH").contains(country)) return Optional.empty();
        if (key.matches("[a-h]|[ah]\\d")) return Optional.of(A_TO_H.get(key.charAt(0) - 'a'));
        return Optional.ofNullable(AFTER_H.getOrDefault(country, Map.of()).get(key));
    }

    private static Map<String, Optional<Allergen>> known() {
        Properties lists = new Properties();
        try (InputStream in = AllergenWords.class.getResourceAsStream("allergens.properties")) {
            if (in == null) throw new IllegalStateException("allergens.properties is missing");
            lists.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Optional<Allergen>> known = new HashMap<>();
        for (Allergen allergen : Allergen.values()) {
            known.put(key(allergen.name()), Optional.of(allergen));
            for (String word : lists.getProperty(allergen.name(), "").split(","))
                known.put(key(word), Optional.of(allergen));
        }
        for (String word : lists.getProperty("none", "").split(",")) known.put(key(word), Optional.empty());
        return Map.copyOf(known);
    }
}
