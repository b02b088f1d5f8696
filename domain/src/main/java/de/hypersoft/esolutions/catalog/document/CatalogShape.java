package de.hypersoft.esolutions.catalog.document;

import static de.hypersoft.esolutions.catalog.document.CatalogText.present;

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
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The shape of each element of a catalogue; whoever has another shape is refused by name. */
final class CatalogShape {

    static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");
    private static final int MAX_LIST = 200;
    private static final int NAME = 200;
    private static final int DESCRIPTION = 2_000;

    private CatalogShape() {}

    static CatalogDocument.VatClass vatClass(JsonObject json) {
        return new CatalogDocument.VatClass(
                id(json, "id"),
                objects(
                        json,
                        "rates",
                        r -> new CatalogDocument.Rates(text(r, "from"), text(r, "onSite"), text(r, "takeAway"))));
    }

    static CatalogDocument.Category category(JsonObject json) {
        return new CatalogDocument.Category(id(json, "id"), words(json, "name", NAME, true), number(json, "sort", 0));
    }

    static CatalogDocument.Deposit deposit(JsonObject json) {
        return new CatalogDocument.Deposit(id(json, "id"), amount(json, "amount"), text(json, "kind"));
    }

    static CatalogDocument.OptionGroup optionGroup(JsonObject json) {
        return new CatalogDocument.OptionGroup(
                id(json, "id"),
                words(json, "name", NAME, true),
                number(json, "min", 0),
                number(json, "max", 1),
                objects(json, "options", CatalogShape::option));
    }

    private static CatalogDocument.Option option(JsonObject json) {
        return new CatalogDocument.Option(
                id(json, "id"),
                words(json, "name", NAME, true),
                present(json, "price") ? amount(json, "price") : "0.00",
                present(json, "articleId") ? id(json, "articleId") : null,
                Objects.requireNonNullElse(statement(json, "allergens"), List.of()),
                codes(json, "optionGroups"),
                present(json, "max") ? number(json, "max", 1) : null);
    }

    static CatalogDocument.Article article(JsonObject json) {
        if (present(json, "vatSplit") || isArray(json.get("vatClass")))
            throw new Fault("vat-split", "one article has one VAT class; make the other part an option (T11)");
        if (present(json, "image") || present(json, "images"))
            throw new Fault("image-not-from-location", "images come from the head office, not with an article (T23)");
        return new CatalogDocument.Article(
                id(json, "id"),
                named(json, "category") ? id(json, "category") : null,
                words(json, "name", NAME, true),
                words(json, "description", DESCRIPTION, false),
                amount(json, "price"),
                prices(json),
                id(json, "vatClass"),
                codes(json, "optionGroups"),
                codes(json, "components"),
                statement(json, "allergens"),
                codes(json, "additives"),
                present(json, "deposit") ? id(json, "deposit") : null,
                number(json, "minimumAge", 0),
                content(json),
                number(json, "sort", 0),
                present(json, "discountPercent") ? text(json, "discountPercent") : null,
                flag(json, "sellable", true),
                objects(json, "windows", CatalogShape::window),
                codes(json, "marks"));
    }

    static CatalogDocument.Removed removed(JsonObject json) {
        return new CatalogDocument.Removed(
                texts(json, "articles", CatalogText.MAX_ARTICLES),
                texts(json, "optionGroups", CatalogText.MAX_OPTION_GROUPS),
                codes(json, "categories"),
                codes(json, "deposits"),
                codes(json, "vatClasses"));
    }

    private static CatalogDocument.@Nullable Content content(JsonObject json) {
        if (!present(json, "content")) return null;
        JsonObject content = object(json, "content");
        return new CatalogDocument.Content(number(content, "amount", 0), text(content, "unit"));
    }

    private static CatalogDocument.Window window(JsonObject json) {
        return new CatalogDocument.Window(codes(json, "days"), text(json, "from"), text(json, "until"));
    }

    private static Map<String, String> prices(JsonObject json) {
        Map<String, String> result = new LinkedHashMap<>();
        if (!present(json, "prices")) return result;
        JsonObject prices = object(json, "prices");
        for (String type : prices.keySet()) result.put(checked(type, "prices", 20), amount(prices, type));
        return result;
    }

    private static Map<String, String> words(JsonObject json, String member, int max, boolean required) {
        Map<String, String> result = new LinkedHashMap<>();
        if (present(json, member)) {
            JsonObject words = object(json, member);
            for (String language : words.keySet()) {
                if (!language.matches("[a-z]{2}"))
                    throw new Fault(
                            "unknown-language",
                            member + ": »" + ElementName.printable(language) + "« is no ISO 639-1 code");
                if (!(words.get(language) instanceof JsonString text)) throw wrong(member, "text by language");
                String said = checked(text.getString(), member, max);
                if (!said.isEmpty()) result.put(language, said);
            }
        }
        if (required && result.isEmpty()) throw new Fault("name-missing", member + " has no text in any language");
        return result;
    }

    /** A bare decimal string; an amount that names another currency is told apart, because it is the worse mistake. */
    private static String amount(JsonObject json, String member) {
        JsonValue value = json.get(member);
        if (value instanceof JsonObject)
            throw new Fault(
                    "price-with-currency", member + " must be a bare decimal string in the catalogue's currency");
        String text = text(json, member);
        if (text.chars().anyMatch(Character::isLetter))
            throw new Fault("price-with-currency", member + " »" + text + "« names a currency of its own");
        return text;
    }

    private static String id(JsonObject json, String member) {
        String value = text(json, member);
        if (!ID.matcher(value).matches())
            throw new Fault(
                    "invalid-id", member + " has 1 to 64 of A-Z a-z 0-9 . _ : - and begins with one of A-Z a-z 0-9");
        return value;
    }

    /** An empty name is none: tills write one for what stands nowhere. */
    private static boolean named(JsonObject json, String member) {
        return present(json, member) && !"".equals(json.getString(member, "?"));
    }

    private static String text(JsonObject json, String member) {
        if (!present(json, member)) throw new Fault("required", member + " is missing");
        if (!(json.get(member) instanceof JsonString text)) throw wrong(member, "a string");
        return checked(text.getString(), member, NAME);
    }

    private static String checked(String value, String member, int max) {
        Utf8.loneSurrogate(value).ifPresent(half -> {
            throw new Fault("half-character", member + " contains half a character, \\u" + Integer.toHexString(half));
        });
        String clean = max == DESCRIPTION ? CleanText.lines(value) : CleanText.line(value);
        if (clean.length() > max) throw new Fault("text-too-long", member + " has more than " + max + " characters");
        return clean;
    }

    private static int number(JsonObject json, String member, int otherwise) {
        if (!present(json, member)) return otherwise;
        if (!(json.get(member) instanceof JsonNumber number) || !number.isIntegral())
            throw wrong(member, "a whole number");
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            throw new Fault("out-of-range", member + " is too large");
        }
    }

    private static boolean flag(JsonObject json, String member, boolean otherwise) {
        if (!present(json, member)) return otherwise;
        JsonValue value = json.get(member);
        if (JsonValue.TRUE.equals(value)) return true;
        if (JsonValue.FALSE.equals(value)) return false;
        throw wrong(member, "true or false");
    }

    private static List<String> codes(JsonObject json, String member) {
        return texts(json, member, MAX_LIST);
    }

    /** A list, or all in one text; null when nothing is said, which a list of blanks does too. */
    private static @Nullable List<String> statement(JsonObject json, String member) {
        if (!present(json, member)) return null;
        if (json.get(member) instanceof JsonArray array && array.isEmpty()) return List.of();
        List<String> said = json.get(member) instanceof JsonString text
                ? List.of(checked(text.getString(), member, NAME))
                : texts(json, member, MAX_LIST, NAME);
        List<String> words = said.stream().filter(word -> !word.isEmpty()).toList();
        return words.isEmpty() ? null : words;
    }

    private static List<String> texts(JsonObject json, String member, int max) {
        return texts(json, member, max, 64);
    }

    private static List<String> texts(JsonObject json, String member, int max, int longest) {
        List<String> result = new ArrayList<>();
        for (JsonValue value : array(json, member, max)) {
            if (!(value instanceof JsonString text)) throw wrong(member, "a list of strings");
            result.add(checked(text.getString(), member, longest));
        }
        return result;
    }

    private static <T> List<T> objects(JsonObject json, String member, Function<JsonObject, T> shape) {
        List<T> result = new ArrayList<>();
        for (JsonValue value : array(json, member, MAX_LIST)) {
            if (!(value instanceof JsonObject object)) throw wrong(member, "a list of objects");
            result.add(shape.apply(object));
        }
        return result;
    }

    private static List<JsonValue> array(JsonObject json, String member, int max) {
        if (!present(json, member)) return List.of();
        if (!(json.get(member) instanceof JsonArray array)) throw wrong(member, "a list");
        if (array.size() > max) throw new Fault("list-too-long", member + " has more than " + max + " entries");
        return array;
    }

    private static JsonObject object(JsonObject json, String member) {
        if (!(json.get(member) instanceof JsonObject object)) throw wrong(member, "an object");
        return object;
    }

    private static boolean isArray(@Nullable JsonValue value) {
        return value instanceof JsonArray;
    }

    private static Fault wrong(String member, String wanted) {
        return new Fault("wrong-type", member + " must be " + wanted);
    }

    /** Ends the reading of one element. */
    static final class Fault extends RuntimeException {
        private final String code;

        Fault(String code, String detail) {
            super(detail, null, false, false);
            this.code = code;
        }

        String code() {
            return code;
        }

        String detail() {
            return String.valueOf(getMessage());
        }
    }
}
