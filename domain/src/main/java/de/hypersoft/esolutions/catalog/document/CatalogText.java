package de.hypersoft.esolutions.catalog.document;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.text.JsonFault;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Reads a catalogue element by element, so that one broken article is named and the others still count, and so that a
 * hostile document costs no more memory than its largest element.
 */
public final class CatalogText {

    /** Of its JSON. */
    public static final int MAX_BYTES = 48 * 1024 * 1024;

    public static final int MAX_ARTICLES = 20_000;
    public static final int MAX_OPTION_GROUPS = 20_000;
    static final int MAX_OTHERS = 300;

    /** Characters of a catalogue that needs no care for memory. */
    private static final int SMALL = 1_000_000;

    private static final JsonParserFactory PARSERS = JsonProvider.provider().createParserFactory(Map.of());

    private CatalogText() {}

    /**
     * What was read, and what could not be: the elements named in {@code findings} are missing in the document.
     *
     * @param notes what is in the text and nobody reads
     */
    public record Result(CatalogDocument document, List<CatalogFinding> findings, List<CatalogFinding> notes) {}

    /**
     * All that the reading has to say of a text.
     *
     * @param refused for what the whole would be refused
     * @param result empty when it is no JSON to its end, and nothing more can be said; its document has the elements that are
     *     named in the findings too, with harmless values where they are broken
     * @param places of the elements in their lists, by {@link CatalogFinding#key()}
     */
    public record Inspection(List<Invalid> refused, Optional<Result> result, Map<String, Integer> places) {}

    /** @throws Invalid when the whole is no catalogue: no JSON, no version, too many articles */
    public static Result read(Reader json) {
        return read(json, CatalogParse.ofLoad());
    }

    /** The same reading, which goes on after what the whole would be refused for. */
    public static Inspection inspect(Reader json) {
        List<Invalid> refused = new ArrayList<>();
        CatalogParse parse = CatalogParse.ofInspection(refused::add);
        try {
            return new Inspection(refused, Optional.of(read(json, parse)), parse.places());
        } catch (Invalid unreadable) {
            return new Inspection(List.of(unreadable), Optional.empty(), Map.of());
        }
    }

    private static Result read(Reader json, CatalogParse parse) {
        try (JsonParser parser = PARSERS.createParser(json)) {
            return parse.catalog(parser);
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
        return new Invalid("malformed-json", "the catalogue is not JSON: " + e.getMessage(), "", JsonFault.where(e));
    }

    /**
     * A catalogue as this system has stored it, however large: limits are for what comes in.
     *
     * @throws IllegalStateException when it cannot be read back, which is our own mistake, and loud
     */
    public static CatalogDocument stored(String json) {
        boolean frugal = StoredText.packed(json) || json.length() > SMALL;
        Result result;
        try {
            result = read(StoredText.read(json), CatalogParse.ofStored(frugal));
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

    static Invalid tooMany(String member, int max) {
        return new Invalid(
                "too-many", "more than " + max + " " + member + " in one catalogue", member, Map.of("max", max));
    }

    static boolean present(JsonObject json, String member) {
        JsonValue value = json.get(member);
        return value != null && value.getValueType() != JsonValue.ValueType.NULL;
    }
}
