package de.hypersoft.esolutions.kernel.text;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
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

    /** Far deeper than anything that is sold, and far from what a thread can hold. */
    private static final int DEEPEST = 100;

    private final JsonParser parser;
    private final Consumer<String> twice;
    private int depth;

    private JsonTree(JsonParser parser, Consumer<String> twice) {
        this.parser = parser;
        this.twice = twice;
    }

    /**
     * @param parser stands at the beginning of an object, and then at its end
     * @param twice is told the place of each member that came before, within the object as a JSON pointer
     * @throws JsonException when it is no JSON, or nested deeper than {@value #DEEPEST}
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
        if (event != Event.START_OBJECT && event != Event.START_ARRAY) return parser.getValue();
        if (++depth > DEEPEST) throw new JsonException("nested deeper than " + DEEPEST);
        String here = at + FileFault.step(step);
        JsonValue value = event == Event.START_OBJECT ? object(here) : array(here);
        depth--;
        return value;
    }
}
