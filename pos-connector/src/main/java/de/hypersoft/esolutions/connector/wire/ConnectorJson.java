package de.hypersoft.esolutions.connector.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** One way of reading and writing JSON: unknown members are ignored, numbers keep their digits (I5). */
public final class ConnectorJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .nodeFactory(new JsonNodeFactory(true))
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private ConnectorJson() {}

    /** @throws UncheckedIOException never for the records and trees of this program */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IOException when the text is no JSON or not of this shape */
    public static <T> T read(String text, Class<T> type) throws IOException {
        T value = MAPPER.readValue(text, type);
        if (value == null) throw new IOException("an empty value where " + type.getSimpleName() + " was expected");
        return value;
    }

    /** The text as a tree; a missing node when it is no JSON, since answers of strangers may be anything. */
    public static JsonNode tree(byte[] text) {
        try {
            JsonNode node = text.length == 0 ? null : MAPPER.readTree(text);
            return node == null ? MissingNode.getInstance() : node;
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    /**
     * A text at the top of a document that may be too large for a tree; empty when it is not there, or no text.
     *
     * @throws IOException when the whole is no JSON object
     */
    public static String text(byte[] document, String member) throws IOException {
        String found = "";
        try (JsonParser parser = MAPPER.createParser(document)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) throw new IOException("no JSON object");
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals(member);
                JsonToken value = parser.nextToken();
                if (wanted && value == JsonToken.VALUE_STRING) found = parser.getText();
                parser.skipChildren();
            }
        }
        return found;
    }

    /** Whether an object has this member at its top; what is no JSON object has none. The document is read and closed. */
    public static boolean has(InputStream document, String member) {
        boolean found = false;
        try (JsonParser parser = MAPPER.createParser(document)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) return false;
            while (!found && parser.nextToken() == JsonToken.FIELD_NAME) {
                found = parser.currentName().equals(member);
                parser.nextToken();
                parser.skipChildren();
            }
            return found;
        } catch (IOException noJson) {
            return found;
        }
    }

    /** @throws IOException when the tree is not of this shape */
    public static <T> T shape(JsonNode tree, Class<T> type) throws IOException {
        return MAPPER.treeToValue(tree, type);
    }
}
