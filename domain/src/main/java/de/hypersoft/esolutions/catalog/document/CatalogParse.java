package de.hypersoft.esolutions.catalog.document;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.text.FileFault;
import de.hypersoft.esolutions.kernel.text.JsonTree;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One reading of a catalogue, from its first sign to its last. */
final class CatalogParse {

    /** Reasons kept for one element of a load, which anybody may send. */
    private static final int REASONS_EACH = 5;

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
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> heads = new HashSet<>();
    private final Sharing sharing = new Sharing();
    private final LeftOut leftOut = new LeftOut();
    private final Way way;
    private final Consumer<Invalid> refuse;

    /**
     * @param limited to what a location may have
     * @param frugal to spend time on little memory
     * @param placing to remember where each element stands, and to keep what is broken, for what names it
     * @param reasons at most, for each element
     */
    private record Way(boolean limited, boolean frugal, boolean placing, int reasons) {}

    private CatalogParse(Way way, Consumer<Invalid> refuse) {
        this.way = way;
        this.refuse = refuse;
    }

    static CatalogParse ofLoad() {
        return new CatalogParse(new Way(true, true, false, REASONS_EACH), CatalogParse::end);
    }

    static CatalogParse ofStored(boolean frugal) {
        return new CatalogParse(new Way(false, frugal, false, REASONS_EACH), CatalogParse::end);
    }

    /** @param refused is told of all for which the whole would be refused */
    static CatalogParse ofInspection(Consumer<Invalid> refused) {
        return new CatalogParse(new Way(true, false, true, Integer.MAX_VALUE), refused);
    }

    private static void end(Invalid refused) {
        throw refused;
    }

    Map<String, Integer> places() {
        return places;
    }

    CatalogText.Result catalog(JsonParser parser) {
        if (!parser.hasNext() || parser.next() != Event.START_OBJECT) throw wrong("", "an object");
        while (parser.hasNext() && parser.next() == Event.KEY_NAME) {
            String name = parser.getString();
            if (!heads.add(name)) refuse.accept(twice(name));
            member(name, parser);
        }
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
        return new CatalogText.Result(document, findings, leftOut.findings());
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
                        vatClasses,
                        new Kind<>("vatClass", CatalogShape::vatClass, CatalogDocument.VatClass.class));
            case "categories" ->
                elements(
                        parser,
                        name,
                        categories,
                        new Kind<>("category", CatalogShape::category, CatalogDocument.Category.class));
            case "deposits" ->
                elements(
                        parser,
                        name,
                        deposits,
                        new Kind<>("deposit", CatalogShape::deposit, CatalogDocument.Deposit.class));
            case "optionGroups" ->
                elements(
                        parser,
                        name,
                        optionGroups,
                        new Kind<>("optionGroup", CatalogShape::optionGroup, CatalogDocument.OptionGroup.class));
            case "articles" ->
                elements(
                        parser,
                        name,
                        articles,
                        new Kind<>("article", CatalogShape::article, CatalogDocument.Article.class));
            case "removed" -> removed = removed(parser);
            case "images" -> {
                refuse.accept(new Invalid(
                        "images-not-from-location",
                        "images come from the head office, not with a catalogue (T23)",
                        name));
                skip(parser, parser.next());
            }
            default -> {
                leftOut.add(name);
                skip(parser, parser.next());
            }
        }
    }

    /** @param name in findings */
    private record Kind<T extends Record>(String name, Function<Members, T> shape, Class<T> type) {

        int most() {
            return switch (name) {
                case "optionGroup" -> CatalogText.MAX_OPTION_GROUPS;
                case "article" -> CatalogText.MAX_ARTICLES;
                default -> CatalogText.MAX_OTHERS;
            };
        }
    }

    private <T extends Record> void elements(JsonParser parser, String member, List<T> into, Kind<T> kind) {
        Event event = parser.next();
        if (event == Event.VALUE_NULL) return;
        if (event != Event.START_ARRAY) {
            refuse.accept(wrong(member, "an array"));
            skip(parser, event);
            return;
        }
        int place = 0;
        for (event = parser.next(); event != Event.END_ARRAY; event = parser.next(), place++) {
            boolean over = way.limited() && place >= kind.most();
            if (over && place == kind.most()) refuse.accept(CatalogText.tooMany(member, kind.most()));
            if (event != Event.START_OBJECT) refuse.accept(wrong(member + "[" + place + "]", "an object"));
            if (over || event != Event.START_OBJECT) skip(parser, event);
            else element(parser, member, place, into, kind);
        }
    }

    private <T extends Record> void element(JsonParser parser, String member, int place, List<T> into, Kind<T> kind) {
        Members.Wrongs wrongs = new Members.Wrongs(way.reasons(), way.placing() ? "#" + place : "");
        JsonObject json = JsonTree.object(parser, wrongs::twice);
        leftOut.spelt(json, kind.type(), "", wrongs);
        T read = kind.shape().apply(new Members(json, wrongs));
        String id = ElementName.idOrPlace(json, place);
        if (way.placing()) places.putIfAbsent(CatalogFinding.key(kind.name(), id), place);
        boolean broken = !wrongs.found().isEmpty();
        if (!broken || way.placing()) into.add(way.frugal() ? sharing.compact(read) : read);
        if (!broken) {
            leftOut.look(member, json, kind.type());
            return;
        }
        String name = ElementName.nameIfAny(json);
        for (FileFault fault : wrongs.found())
            findings.add(CatalogFinding.at(kind.name(), id, fault.pointer(), fault.code(), fault.detail())
                    .named(name));
    }

    private CatalogDocument.Removed removed(JsonParser parser) {
        Event event = parser.next();
        if (event == Event.VALUE_NULL) return CatalogDocument.Removed.NOTHING;
        if (event != Event.START_OBJECT) {
            refuse.accept(wrong("removed", "an object"));
            skip(parser, event);
            return CatalogDocument.Removed.NOTHING;
        }
        Members.Wrongs wrongs = new Members.Wrongs(way.reasons());
        JsonObject json = JsonTree.object(parser, wrongs::twice);
        CatalogDocument.Removed read = CatalogShape.removed(new Members(json, wrongs));
        for (FileFault fault : wrongs.found())
            refuse.accept(new Invalid(
                    "wrong-type",
                    "removed: " + fault.detail(),
                    "removed" + fault.pointer().replace('/', '.')));
        return read;
    }

    private @Nullable String text(String member, JsonParser parser) {
        Event event = parser.next();
        if (event == Event.VALUE_NULL) return null;
        if (event != Event.VALUE_STRING) {
            refuse.accept(wrong(member, "a string"));
            skip(parser, event);
            return "";
        }
        String value = parser.getString();
        if (value.isBlank() || value.length() > 64 || value.chars().anyMatch(Character::isISOControl))
            refuse.accept(new Invalid("invalid-value", member + " has 1 to 64 characters", member));
        return value;
    }

    /** Not {@code skipArray()}: Parsson's never returns from an array that is cut off. */
    private static void skip(JsonParser parser, Event begun) {
        int depth = opens(begun) ? 1 : 0;
        while (depth > 0) {
            Event event = parser.next();
            if (opens(event)) depth++;
            else if (event == Event.END_OBJECT || event == Event.END_ARRAY) depth--;
        }
    }

    private static boolean opens(Event event) {
        return event == Event.START_OBJECT || event == Event.START_ARRAY;
    }

    private String given(@Nullable String value, String member) {
        if (value != null) return value;
        refuse.accept(new Invalid("required", "the catalogue has no " + member, member));
        return "";
    }

    private static Invalid twice(String member) {
        return new Invalid("invalid-value", member + " comes twice", member, Map.of("twice", member));
    }

    private static Invalid wrong(String member, String wanted) {
        return new Invalid("wrong-type", (member.isEmpty() ? "the catalogue" : member) + " must be " + wanted, member);
    }
}
