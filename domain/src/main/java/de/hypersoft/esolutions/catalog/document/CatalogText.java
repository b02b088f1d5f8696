package de.hypersoft.esolutions.catalog.document;

import de.hypersoft.esolutions.kernel.Invalid;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a catalogue element by element, so that one broken article is named and the others still count, and so that a
 * hostile document costs no more memory than its largest element.
 */
public final class CatalogText {

    public static final int MAX_ARTICLES = 20_000;
    public static final int MAX_OPTION_GROUPS = 20_000;
    private static final int MAX_OTHERS = 300;

    /** Characters of a catalogue that needs no care for memory. */
    private static final int SMALL = 1_000_000;

    private static final JsonParserFactory PARSERS = JsonProvider.provider().createParserFactory(Map.of());

    private @Nullable String version;
    private @Nullable String baseVersion;
    private @Nullable String currency;
    private final List<CatalogDocument.VatClass> vatClasses = new ArrayList<>();
    private final List<CatalogDocument.Category> categories = new ArrayList<>();
    private final List<CatalogDocument.Deposit> deposits = new ArrayList<>();
    private final List<CatalogDocument.OptionGroup> optionGroups = new ArrayList<>();
    private final List<CatalogDocument.Article> articles = new ArrayList<>();
    private CatalogDocument.Removed removed = CatalogDocument.Removed.NOTHING;
    private final List<CatalogFinding> findings = new ArrayList<>();
    private final Sharing sharing = new Sharing();
    private final boolean limited;
    private final boolean frugal;
    private final LeftOut leftOut = new LeftOut();

    private CatalogText(boolean limited, boolean frugal) {
        this.limited = limited;
        this.frugal = frugal;
    }

    /**
     * What was read, and what could not be: the elements named in {@code findings} are missing in the document.
     *
     * @param notes what is in the text and nobody reads
     */
    public record Result(CatalogDocument document, List<CatalogFinding> findings, List<CatalogFinding> notes) {}

    /** @throws Invalid when the whole is no catalogue: no JSON, no version, too many articles */
    public static Result read(Reader json) {
        return read(json, true, true);
    }

    /** @param frugal to spend time on little memory */
    private static Result read(Reader json, boolean limited, boolean frugal) {
        try (JsonParser parser = PARSERS.createParser(json)) {
            return new CatalogText(limited, frugal).catalog(parser);
        } catch (JsonException | NoSuchElementException e) {
            throw malformed(e);
        } catch (RuntimeException e) {
            // Parsson tells of a document nested too deep by a bare RuntimeException, of a number too long by the
            // other.
            if (e.getClass() == RuntimeException.class || e instanceof UnsupportedOperationException)
                throw malformed(e);
            throw e;
        }
    }

    private static Invalid malformed(RuntimeException e) {
        Map<String, Object> where = e instanceof JsonParsingException parsing && parsing.getLocation() != null
                ? Map.of(
                        "line",
                        parsing.getLocation().getLineNumber(),
                        "column",
                        parsing.getLocation().getColumnNumber())
                : Map.of();
        return new Invalid("malformed-json", "the catalogue is not JSON: " + e.getMessage(), "", where);
    }

    /**
     * A catalogue as this system has stored it, however large: limits are for what comes in.
     *
     * @throws IllegalStateException when it cannot be read back, which is our own mistake, and loud
     */
    public static CatalogDocument stored(String json) {
        Result result;
        try {
            result = read(StoredText.read(json), false, StoredText.packed(json) || json.length() > SMALL);
        } catch (Invalid invalid) {
            throw new IllegalStateException("a stored catalogue cannot be read back", invalid);
        }
        if (!result.findings().isEmpty())
            throw new IllegalStateException("a stored catalogue cannot be read back: " + result.findings());
        return result.document();
    }

    /**
     * What one location may have; for a result of increments, each of which is within the limits by itself.
     *
     * @throws Invalid {@code too-many}
     */
    public static void limit(CatalogDocument whole) {
        limit(whole.vatClasses(), "vatClasses", MAX_OTHERS);
        limit(whole.categories(), "categories", MAX_OTHERS);
        limit(whole.deposits(), "deposits", MAX_OTHERS);
        limit(whole.optionGroups(), "optionGroups", MAX_OPTION_GROUPS);
        limit(whole.articles(), "articles", MAX_ARTICLES);
    }

    private static void limit(List<?> things, String member, int max) {
        if (things.size() > max) throw tooMany(member, max);
    }

    private static Invalid tooMany(String member, int max) {
        return new Invalid(
                "too-many", "more than " + max + " " + member + " in one catalogue", member, Map.of("max", max));
    }

    private Result catalog(JsonParser parser) {
        if (!parser.hasNext() || parser.next() != Event.START_OBJECT) throw wrong("", "an object");
        while (parser.hasNext() && parser.next() == Event.KEY_NAME) member(parser.getString(), parser);
        while (parser.hasNext()) parser.next();
        CatalogDocument document = new CatalogDocument(
                given(version, "version"),
                baseVersion,
                given(currency, "currency"),
                vatClasses,
                categories,
                deposits,
                optionGroups,
                articles,
                removed);
        return new Result(document, findings, leftOut.findings());
    }

    private void member(String name, JsonParser parser) {
        switch (name) {
            case "version" -> version = text(name, parser);
            case "baseVersion" -> baseVersion = text(name, parser);
            case "currency" -> currency = text(name, parser);
            case "vatClasses" ->
                elements(
                        parser,
                        name,
                        "vatClass",
                        vatClasses,
                        MAX_OTHERS,
                        CatalogShape::vatClass,
                        CatalogDocument.VatClass.class);
            case "categories" ->
                elements(
                        parser,
                        name,
                        "category",
                        categories,
                        MAX_OTHERS,
                        CatalogShape::category,
                        CatalogDocument.Category.class);
            case "deposits" ->
                elements(
                        parser,
                        name,
                        "deposit",
                        deposits,
                        MAX_OTHERS,
                        CatalogShape::deposit,
                        CatalogDocument.Deposit.class);
            case "optionGroups" ->
                elements(
                        parser,
                        name,
                        "optionGroup",
                        optionGroups,
                        MAX_OPTION_GROUPS,
                        CatalogShape::optionGroup,
                        CatalogDocument.OptionGroup.class);
            case "articles" ->
                elements(
                        parser,
                        name,
                        "article",
                        articles,
                        MAX_ARTICLES,
                        CatalogShape::article,
                        CatalogDocument.Article.class);
            case "removed" -> removed = removed(parser);
            case "images" ->
                throw new Invalid(
                        "images-not-from-location",
                        "images come from the head office, not with a catalogue (T23)",
                        name);
            default -> {
                leftOut.add(name);
                skip(parser);
            }
        }
    }

    private <T extends Record> void elements(
            JsonParser parser,
            String member,
            String kind,
            List<T> into,
            int max,
            Function<JsonObject, T> shape,
            Class<T> type) {
        Event event = parser.next();
        if (event == Event.VALUE_NULL) return;
        if (event != Event.START_ARRAY) throw wrong(member, "an array");
        int place = 0;
        for (event = parser.next(); event != Event.END_ARRAY; event = parser.next(), place++) {
            if (limited && place >= max) throw tooMany(member, max);
            if (event != Event.START_OBJECT) throw wrong(member + "[" + place + "]", "an object");
            element(parser.getObject(), member, kind, place, into, shape, type);
        }
    }

    private <T extends Record> void element(
            JsonObject json,
            String member,
            String kind,
            int place,
            List<T> into,
            Function<JsonObject, T> shape,
            Class<T> type) {
        try {
            leftOut.spelt(json, type);
            T read = shape.apply(json);
            into.add(frugal ? sharing.compact(read) : read);
            leftOut.look(member, json, type);
        } catch (CatalogShape.Fault fault) {
            findings.add(CatalogFinding.of(kind, ElementName.idOrPlace(json, place), fault.code(), fault.detail())
                    .named(ElementName.nameIfAny(json)));
        }
    }

    private static CatalogDocument.Removed removed(JsonParser parser) {
        Event event = parser.next();
        if (event == Event.VALUE_NULL) return CatalogDocument.Removed.NOTHING;
        if (event != Event.START_OBJECT) throw wrong("removed", "an object");
        try {
            return CatalogShape.removed(parser.getObject());
        } catch (CatalogShape.Fault fault) {
            throw new Invalid("wrong-type", "removed: " + fault.detail(), "removed");
        }
    }

    private static @Nullable String text(String member, JsonParser parser) {
        Event event = parser.next();
        if (event == Event.VALUE_NULL) return null;
        if (event != Event.VALUE_STRING) throw wrong(member, "a string");
        String value = parser.getString();
        if (value.isBlank() || value.length() > 64 || value.chars().anyMatch(Character::isISOControl))
            throw new Invalid("invalid-value", member + " has 1 to 64 characters", member);
        return value;
    }

    /** Not {@code skipArray()}: Parsson's never returns from an array that is cut off. */
    private static void skip(JsonParser parser) {
        int depth = 0;
        do {
            switch (parser.next()) {
                case START_OBJECT, START_ARRAY -> depth++;
                case END_OBJECT, END_ARRAY -> depth--;
                default -> {
                    // a plain value or a name is already passed
                }
            }
        } while (depth > 0);
    }

    private static String given(@Nullable String value, String member) {
        if (value == null) throw new Invalid("required", "the catalogue has no " + member, member);
        return value;
    }

    private static Invalid wrong(String member, String wanted) {
        return new Invalid("wrong-type", (member.isEmpty() ? "the catalogue" : member) + " must be " + wanted, member);
    }

    static boolean present(JsonObject json, String member) {
        JsonValue value = json.get(member);
        return value != null && value.getValueType() != JsonValue.ValueType.NULL;
    }
}
