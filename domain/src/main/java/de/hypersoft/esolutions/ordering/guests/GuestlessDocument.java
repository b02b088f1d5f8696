package de.hypersoft.esolutions.ordering.guests;

import de.hypersoft.esolutions.kernel.text.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;

/**
 * An order's document without its guest. Every other member stays as it was stored, also those that this release does
 * not know; none is missing, so whoever reads documents reads this one.
 */
public final class GuestlessDocument {

    private static final JsonProvider JSON = JsonProvider.provider();

    private GuestlessDocument() {}

    public static String of(String document) {
        JsonObject whole = Json.read(document, JsonObject.class);
        JsonObjectBuilder without = JSON.createObjectBuilder();
        whole.forEach((name, value) -> without.add(name, member(name, value)));
        return without.build().toString();
    }

    private static JsonValue member(String name, JsonValue value) {
        return switch (name) {
            case "guest" -> guest(value.asJsonObject());
            case "deliveryAddress", "billingAddress" -> JsonValue.NULL;
            case "note" -> JSON.createValue("");
            case "lines" -> lines(value.asJsonArray());
            default -> value;
        };
    }

    /** The language is nobody's name, and texts about the order need it. */
    private static JsonObject guest(JsonObject guest) {
        return JSON.createObjectBuilder()
                .add("name", "")
                .add("phone", "")
                .add("email", "")
                .add("language", guest.getString("language", "de"))
                .build();
    }

    private static JsonArray lines(JsonArray lines) {
        JsonArrayBuilder without = JSON.createArrayBuilder();
        for (JsonValue line : lines) {
            JsonObjectBuilder one = JSON.createObjectBuilder();
            line.asJsonObject()
                    .forEach((name, value) -> one.add(name, "note".equals(name) ? JSON.createValue("") : value));
            without.add(one);
        }
        return without.build();
    }
}
