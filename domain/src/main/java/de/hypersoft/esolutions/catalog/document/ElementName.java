package de.hypersoft.esolutions.catalog.document;

import de.hypersoft.esolutions.catalog.LocalizedText;
import de.hypersoft.esolutions.kernel.text.Utf8;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a report calls an element of a catalogue, however broken the element is. */
final class ElementName {

    private ElementName() {}

    static String idOrPlace(JsonObject json, int place) {
        return json.get("id") instanceof JsonString text
                        && Members.ID.matcher(text.getString()).matches()
                ? text.getString()
                : "#" + place;
    }

    /** What people call a thing whose other members may be broken. */
    static @Nullable String nameIfAny(JsonObject json) {
        if (!(json.get("name") instanceof JsonObject names)) return null;
        Map<String, String> byLanguage = new LinkedHashMap<>();
        names.forEach((language, name) -> {
            if (name instanceof JsonString text) byLanguage.put(language, text.getString());
        });
        String name = new LocalizedText(byLanguage).in("de");
        return name.isEmpty() || Utf8.loneSurrogate(name).isPresent()
                ? null
                : CleanText.line(name.substring(0, Math.min(80, name.length())));
    }

    static String printable(String text) {
        return printable(text, 20);
    }

    static String printable(String text, int most) {
        return text.substring(0, Math.min(most, text.length())).replaceAll("\\P{Print}", "?");
    }
}
