package de.hypersoft.esolutions.web.contract;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A contract as YAML: the same, for people's eyes. Texts stay as JSON quotes them, which YAML reads. */
public final class ContractYaml {

    /** Read as something else than a text when nobody quotes them. */
    private static final Set<String> WORDS = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private final StringBuilder yaml = new StringBuilder();

    private ContractYaml() {}

    /** @param json in UTF-8, as the result is */
    public static byte[] of(byte[] json) {
        try (JsonReader reader = JsonProvider.provider().createReader(new ByteArrayInputStream(json))) {
            ContractYaml writer = new ContractYaml();
            writer.members(reader.readObject(), "");
            return writer.yaml.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    private void members(JsonObject object, String indent) {
        for (Map.Entry<String, JsonValue> member : object.entrySet()) {
            yaml.append(indent).append(key(member.getKey())).append(':');
            value(member.getValue(), indent + "  ");
        }
    }

    private void items(JsonArray array, String indent) {
        for (JsonValue item : array) {
            yaml.append(indent).append('-');
            value(item, indent + "  ");
        }
    }

    private void value(JsonValue value, String indent) {
        boolean flat = !(value instanceof JsonStructure)
                || value.equals(JsonValue.EMPTY_JSON_OBJECT)
                || value.equals(JsonValue.EMPTY_JSON_ARRAY);
        yaml.append(flat ? " " + value : "").append('\n');
        if (flat) return;
        if (value instanceof JsonArray array) items(array, indent);
        else members(value.asJsonObject(), indent);
    }

    private static String key(String name) {
        boolean plain = name.matches("[A-Za-z][A-Za-z0-9_-]*") && !WORDS.contains(name.toLowerCase(Locale.ROOT));
        return plain ? name : JsonProvider.provider().createValue(name).toString();
    }
}
