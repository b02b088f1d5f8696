package de.hypersoft.esolutions.catalog.document;

import de.hypersoft.esolutions.kernel.text.FileFault;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Members of a catalogue that nobody here reads: each is named once, however many dishes have it. */
final class LeftOut {

    private static final int MOST = 50;
    private static final List<String> HARMFUL_TO_LOSE = List.of(
            "minimumAge",
            "deposit",
            "allergens",
            "windows",
            "sellable",
            "optionGroups",
            "components",
            "prices",
            "discountPercent",
            "max");

    private final Set<String> members = new LinkedHashSet<>();
    private final Map<Class<?>, Map<String, Type>> shapes = new HashMap<>();

    /**
     * A member without which a dish would be sold wrongly, to children for instance, must not be lost by a slip of the
     * pen.
     *
     * @param at where the object stands within its element
     */
    void spelt(JsonObject json, Class<?> shape, String at, Members.Wrongs wrongs) {
        Map<String, Type> known = shapes.computeIfAbsent(shape, LeftOut::components);
        for (Map.Entry<String, JsonValue> member : json.entrySet()) {
            Type type = known.get(member.getKey());
            if (type == null) refuseSlip(member.getKey(), known, json, at, wrongs);
            else {
                Class<?> each = element(type);
                if (member.getValue() instanceof JsonArray list && each != null)
                    for (int i = 0; i < list.size(); i++)
                        if (list.get(i) instanceof JsonObject inner)
                            spelt(inner, each, at + FileFault.step(member.getKey()) + "/" + i, wrongs);
            }
        }
    }

    private static void refuseSlip(
            String written, Map<String, Type> known, JsonObject json, String at, Members.Wrongs wrongs) {
        for (String meant : HARMFUL_TO_LOSE) {
            if (known.containsKey(meant) && !json.containsKey(meant) && alike(letters(written), letters(meant))) {
                wrongs.add(
                        at + FileFault.step(written),
                        "misspelt-member",
                        "»" + ElementName.printable(written, 80) + "« is not known here; write »" + meant + "«");
                return;
            }
        }
    }

    private static String letters(String member) {
        return member.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /** The same but for case and signs between, or with one letter too few. */
    private static boolean alike(String written, String meant) {
        if (written.equals(meant)) return true;
        if (written.length() != meant.length() - 1 || meant.length() < 7) return false;
        int same = 0;
        while (same < written.length() && written.charAt(same) == meant.charAt(same)) same++;
        return written.substring(same).equals(meant.substring(same + 1));
    }

    /** @param shape the record whose components are what is read */
    void look(String path, JsonObject json, Class<?> shape) {
        Map<String, Type> known = shapes.computeIfAbsent(shape, LeftOut::components);
        for (Map.Entry<String, JsonValue> member : json.entrySet()) {
            String name = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
            Type type = known.get(member.getKey());
            if (type == null) add(name);
            else inside(name, member.getValue(), type);
        }
    }

    private void inside(String name, JsonValue value, Type type) {
        Class<?> one = record(type);
        Class<?> each = element(type);
        if (value instanceof JsonObject inner && one != null) look(name, inner, one);
        if (value instanceof JsonArray list && each != null)
            for (JsonValue item : list) if (item instanceof JsonObject inner) look(name, inner, each);
    }

    void add(String member) {
        if (members.size() < MOST) members.add(ElementName.printable(member, 80));
    }

    List<CatalogFinding> findings() {
        return members.stream()
                .map(member -> CatalogFinding.of(
                        "catalogue", member, "left-out", member + " is not used here and was left out"))
                .toList();
    }

    private static Map<String, Type> components(Class<?> shape) {
        return Arrays.stream(shape.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getGenericType));
    }

    private static @Nullable Class<?> record(Type type) {
        return type instanceof Class<?> c && c.isRecord() ? c : null;
    }

    private static @Nullable Class<?> element(Type type) {
        return type instanceof ParameterizedType list && list.getActualTypeArguments().length == 1
                ? record(list.getActualTypeArguments()[0])
                : null;
    }
}
