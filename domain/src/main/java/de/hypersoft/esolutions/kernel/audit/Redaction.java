package de.hypersoft.esolutions.kernel.audit;

import de.hypersoft.esolutions.kernel.text.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes one guest's words out of a text that others wrote: reasons, details, receipts have to stay for as long as tax law
 * says (T65), who the guest was must not. A word of the name is found as a word in any case and with umlauts, ß and accents
 * however they are written, a phone number with any signs between its digits and with or without the country, all else
 * likewise as it was written.
 */
public final class Redaction {

    /** What stands where a guest's word stood. */
    public static final String GAP = "[…]";

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int SHORTEST_WORD = 3;
    private static final int SHORTEST_PHONE = 5;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ABROAD = Pattern.compile("^(?:\\+|00)\\d\\d");
    private static final String BEFORE = "(?<![\\p{L}\\p{N}])";
    private static final String BEHIND = "(?![\\p{L}\\p{N}])";
    private static final String SIGNS = "[ ()/.\\u00A0-]*";

    private final @Nullable Pattern own;

    private Redaction(@Nullable Pattern own) {
        this.own = own;
    }

    /**
     * @param name found as a whole and by each of its words of three letters and more
     * @param phone found by its digits
     * @param texts mail address, street, notes: found as they are, blank ones not at all
     */
    public static Redaction of(String name, String phone, List<String> texts) {
        List<String> all = new ArrayList<>();
        all.add(name.strip());
        all.addAll(texts.stream().map(String::strip).toList());
        all.sort(Comparator.comparingInt(String::length).reversed());
        List<String> found = all.stream()
                .filter(text -> text.length() >= SHORTEST_WORD)
                .map(Redaction::pattern)
                .collect(Collectors.toCollection(ArrayList::new));
        phone(phone).ifPresent(found::add);
        Arrays.stream(BETWEEN.split(name))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .map(Redaction::pattern)
                .forEach(found::add);
        return new Redaction(
                found.isEmpty()
                        ? null
                        : Pattern.compile(String.join("|", found), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    private static String pattern(String text) {
        return BEFORE + Spellings.of(text, SHORTEST_WORD) + BEHIND;
    }

    private static Optional<String> phone(String phone) {
        String plain = phone.replaceAll("[^+0-9]", "");
        String digits =
                ABROAD.matcher(plain).replaceFirst("").replaceFirst("^0+", "").replaceAll("\\D", "");
        if (digits.length() < SHORTEST_PHONE) return Optional.empty();
        return Optional.of("(?<![\\p{L}\\p{N}])(?:(?:\\+|00)" + SIGNS + "\\d\\d" + SIGNS + ")?(?:0" + SIGNS + ")?"
                + digits.chars().mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining(SIGNS)) + BEHIND);
    }

    /** The text without the guest's words; the very same object when there are none in it. */
    public String of(String text) {
        if (own == null) return text;
        Matcher matcher = own.matcher(text);
        return matcher.find() ? matcher.reset().replaceAll(Matcher.quoteReplacement(GAP)) : text;
    }

    /** As {@link #of(String)}; null stays null. */
    public @Nullable String ofAny(@Nullable String text) {
        return text == null ? null : of(text);
    }

    /** A JSON object without the guest's words in its texts; names, numbers and the shape stay. */
    public String ofJson(String json) {
        if (own == null) return json;
        JsonValue whole = Json.read(json, JsonObject.class);
        JsonValue without = of(whole);
        return without.equals(whole) ? json : without.toString();
    }

    private JsonValue of(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> JSON.createValue(of(((JsonString) value).getString()));
            case OBJECT -> {
                JsonObjectBuilder object = JSON.createObjectBuilder();
                value.asJsonObject().forEach((key, member) -> object.add(key, of(member)));
                yield object.build();
            }
            case ARRAY -> {
                JsonArrayBuilder array = JSON.createArrayBuilder();
                value.asJsonArray().forEach(element -> array.add(of(element)));
                yield array.build();
            }
            default -> value;
        };
    }
}
