package de.hypersoft.esolutions.kernel.text;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Builds an object as {@link JsonParser#getObject()} does, which takes the last of two members of one name without a word:
 * of two prices of one dish one is wrong, and nobody but the sender knows which.
 */
public final class JsonTree {

    private static final JsonBuilderFactory BUILDERS = JsonProvider.provider().createBuilderFactory(Map.of());

    private final JsonParser parser;
    private final Consumer<String> twice;

    private JsonTree(JsonParser parser, Consumer<String> twice) {
        this.parser = parser;
        this.twice = twice;
    }

    /**
     * @param parser stands at the beginning of an object, and then at its end
     * @param twice is told the place of each member that came before, within the object as a JSON pointer
     */
    public static JsonObject object(JsonParser parser, Consumer<String> twice) {
        return new JsonTree(parser, twice).object("");
    }

    private JsonObject object(String at) {
        JsonObjectBuilder built = BUILDERS.createObjectBuilder();
        Set<String> names = new HashSet<>();
        for (Event next = parser.next(); next != Event.END_OBJECT; next = parser.next()) {
            String name = parser.getString();
            if (!names.add(name)) twice.accept(at + FileFault.step(name));
            built.add(name, value(parser.next(), at, name));
        }
        return built.build();
    }

    private JsonArray array(String at) {
        JsonArrayBuilder built = BUILDERS.createArrayBuilder();
        int place = 0;
        for (Event next = parser.next(); next != Event.END_ARRAY; next = parser.next())
            built.add(value(next, at, String.valueOf(place++)));
        return built.build();
    }

    private JsonValue value(Event event, String at, String step) {
        return switch (event) {
            case START_OBJECT -> object(at + FileFault.step(step));
            case START_ARRAY -> array(at + FileFault.step(step));
            default -> parser.getValue();
        };
    }
}
