package de.hypersoft.esolutions.catalog.document;

import static de.hypersoft.esolutions.catalog.document.CatalogText.present;

import de.hypersoft.esolutions.kernel.text.FileFault;
import de.hypersoft.esolutions.kernel.text.Utf8;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of one element. What is wrong is noted with its place, and a harmless value stands for it, so that all
 * that is wrong with an element is said at once; an element of which anything was noted is not taken.
 */
final class Members {

    static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");
    static final int NAME = 200;
    static final int DESCRIPTION = 2_000;
    private static final int MAX_LIST = 200;

    private final JsonObject json;
    private final String at;
    private final Wrongs wrongs;

    /** What was noted about one element, at most so much. */
    static final class Wrongs {

        private final int most;
        private final String standIn;
        private final List<FileFault> found = new ArrayList<>();
        private int noted;

        Wrongs(int most) {
            this(most, "");
        }

        /** @param standIn for an id that is none, so that all else of the element can be looked at; empty when it is not */
        Wrongs(int most, String standIn) {
            this.most = most;
            this.standIn = standIn;
        }

        /** @param at within the element, as a JSON pointer */
        void add(String at, String code, String detail) {
            noted++;
            if (found.size() < most) found.add(new FileFault(at, code, detail));
        }

        /** @param at of the second, as a JSON pointer */
        void twice(String at) {
            String name = at.substring(at.lastIndexOf('/') + 1);
            add(at, "member-twice", "»" + ElementName.printable(name, 64) + "« comes twice in one object");
        }

        List<FileFault> found() {
            return found;
        }
    }

    Members(JsonObject json, Wrongs wrongs) {
        this(json, "", wrongs);
    }

    private Members(JsonObject json, String at, Wrongs wrongs) {
        this.json = json;
        this.at = at;
        this.wrongs = wrongs;
    }

    void wrong(String member, String code, String detail) {
        wrongs.add(member.isEmpty() ? at : at + FileFault.step(member), code, detail);
    }

    boolean has(String member) {
        return present(json, member);
    }

    boolean isList(String member) {
        return json.get(member) instanceof JsonArray;
    }

    String id(String member) {
        boolean far =
                json.get(member) instanceof JsonString text && text.getString().length() > NAME;
        OptionalText value = far ? OptionalText.NONE : text(member);
        boolean fits = ID.matcher(value.text()).matches();
        if (far || value.read() && !fits)
            wrong(
                    member,
                    "invalid-id",
                    member + " has 1 to 64 of A-Z a-z 0-9 . _ : - and begins with one of A-Z a-z 0-9");
        boolean own = at.isEmpty() && member.equals("id");
        return own && !fits && !wrongs.standIn.isEmpty() ? wrongs.standIn : value.text();
    }

    /** Null when it is left out; with {@code empty} also when it is an empty text: tills write one for what stands nowhere. */
    @Nullable
    String idOrNone(String member, boolean empty) {
        boolean none = empty && "".equals(json.getString(member, "?"));
        return has(member) && !none ? id(member) : null;
    }

    String string(String member) {
        return text(member).text();
    }

    /** A bare decimal string; an amount that names another currency is told apart, because it is the worse mistake. */
    String amount(String member) {
        if (json.get(member) instanceof JsonObject) {
            wrong(member, "price-with-currency", member + " must be a bare decimal string in the catalogue's currency");
            return "0";
        }
        OptionalText value = text(member);
        if (value.text().chars().anyMatch(Character::isLetter))
            wrong(member, "price-with-currency", member + " »" + value.text() + "« names a currency of its own");
        return value.text();
    }

    int number(String member, int otherwise) {
        if (!has(member)) return otherwise;
        if (!(json.get(member) instanceof JsonNumber number) || !number.isIntegral()) {
            wrongType(member, "a whole number");
            return otherwise;
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            wrong(member, "out-of-range", member + " is too large");
            return otherwise;
        }
    }

    boolean flag(String member, boolean otherwise) {
        if (!has(member)) return otherwise;
        JsonValue value = json.get(member);
        if (!JsonValue.TRUE.equals(value) && !JsonValue.FALSE.equals(value)) wrongType(member, "true or false");
        return JsonValue.TRUE.equals(value);
    }

    /** Texts by language. */
    Map<String, String> words(String member, int max, boolean required) {
        Map<String, String> result = new LinkedHashMap<>();
        int before = wrongs.noted;
        if (has(member)) {
            Members words = object(member);
            for (String language : words.json.keySet()) {
                String said = words.said(language, member, max);
                if (!said.isEmpty()) result.put(language, said);
            }
        }
        if (required && result.isEmpty() && wrongs.noted == before)
            wrong(member, "name-missing", member + " has no text in any language");
        return result;
    }

    private String said(String language, String member, int max) {
        if (!language.matches("[a-z]{2}")) {
            String detail = member + ": »" + ElementName.printable(language) + "« is no ISO 639-1 code";
            wrong(language, "unknown-language", detail);
            return "";
        }
        if (json.get(language) instanceof JsonString text) return checked(text.getString(), language, member, max);
        wrong(language, "wrong-type", member + " must be text by language");
        return "";
    }

    /** Amounts by order type. */
    Map<String, String> prices(String member) {
        Map<String, String> result = new LinkedHashMap<>();
        if (!has(member)) return result;
        Members prices = object(member);
        for (String type : prices.json.keySet())
            result.put(prices.checked(type, type, member, 20), prices.amount(type));
        return result;
    }

    List<String> codes(String member) {
        return texts(member, MAX_LIST);
    }

    List<String> texts(String member, int max) {
        return texts(member, max, 64);
    }

    /** A list, or all in one text; null when nothing is said, which a list of blanks does too. */
    @Nullable
    List<String> statement(String member) {
        if (!has(member)) return null;
        if (json.get(member) instanceof JsonArray array && array.isEmpty()) return List.of();
        List<String> said = json.get(member) instanceof JsonString text
                ? List.of(checked(text.getString(), member, member, NAME))
                : texts(member, MAX_LIST, NAME);
        List<String> words = said.stream().filter(word -> !word.isEmpty()).toList();
        return words.isEmpty() ? null : words;
    }

    private List<String> texts(String member, int max, int longest) {
        List<String> result = new ArrayList<>();
        List<JsonValue> array = array(member, max);
        Members within = new Members(json, at + FileFault.step(member), wrongs);
        for (int i = 0; i < array.size(); i++) {
            String place = String.valueOf(i);
            if (array.get(i) instanceof JsonString text)
                result.add(within.checked(text.getString(), place, member, longest));
            else within.wrong(place, "wrong-type", member + " must be a list of strings");
        }
        return result;
    }

    <T> List<T> objects(String member, Function<Members, T> shape) {
        List<T> result = new ArrayList<>();
        List<JsonValue> array = array(member, MAX_LIST);
        for (int i = 0; i < array.size(); i++) {
            String place = at + FileFault.step(member) + "/" + i;
            if (array.get(i) instanceof JsonObject object) result.add(shape.apply(new Members(object, place, wrongs)));
            else wrongs.add(place, "wrong-type", member + " must be a list of objects");
        }
        return result;
    }

    /** What is within a member that is there; of another kind than an object it has none. */
    Members object(String member) {
        if (json.get(member) instanceof JsonObject object)
            return new Members(object, at + FileFault.step(member), wrongs);
        wrongType(member, "an object");
        return new Members(JsonValue.EMPTY_JSON_OBJECT, at + FileFault.step(member), new Wrongs(0));
    }

    private List<JsonValue> array(String member, int max) {
        if (!has(member)) return List.of();
        if (!(json.get(member) instanceof JsonArray array)) {
            wrongType(member, "a list");
            return List.of();
        }
        if (array.size() <= max) return array;
        wrong(member, "list-too-long", member + " has more than " + max + " entries");
        return List.of();
    }

    private void wrongType(String member, String wanted) {
        wrong(member, "wrong-type", member + " must be " + wanted);
    }

    /** @param read false for one that is noted already */
    private record OptionalText(String text, boolean read) {
        static final OptionalText NONE = new OptionalText("", false);
    }

    private OptionalText text(String member) {
        if (!has(member)) {
            wrong(member, "required", member + " is missing");
            return OptionalText.NONE;
        }
        if (json.get(member) instanceof JsonString text) {
            String clean = checked(text.getString(), member, member, NAME);
            return new OptionalText(clean, !clean.isEmpty() || text.getString().isBlank());
        }
        wrongType(member, "a string");
        return OptionalText.NONE;
    }

    /** @param called how the words name it */
    private String checked(String value, String member, String called, int max) {
        OptionalInt half = Utf8.loneSurrogate(value);
        if (half.isPresent()) {
            String detail = called + " contains half a character, \\u" + Integer.toHexString(half.getAsInt());
            wrong(member, "half-character", detail);
            return "";
        }
        String clean = max == DESCRIPTION ? CleanText.lines(value) : CleanText.line(value);
        if (clean.length() <= max) return clean;
        wrong(member, "text-too-long", called + " has more than " + max + " characters");
        return "";
    }
}
