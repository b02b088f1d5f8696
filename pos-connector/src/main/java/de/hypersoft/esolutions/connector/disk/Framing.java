package de.hypersoft.esolutions.connector.disk;

import com.fasterxml.jackson.databind.JsonNode;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/** How a line of a log proves that it was written to its end. */
public enum Framing {
    /** Eight hex digits of CRC-32C, a space, the text. For files that only this program reads. */
    CHECKED {
        @Override
        String line(String text) {
            return checksum(text) + ' ' + text;
        }

        @Override
        Optional<String> text(String line) {
            if (line.length() < 9 || line.charAt(8) != ' ') return Optional.empty();
            String text = line.substring(9);
            return checksum(text).equals(line.substring(0, 8)) ? Optional.of(text) : Optional.empty();
        }
    },
    /** One JSON object per line, for files that other programs read too. */
    JSON_LINES {
        @Override
        String line(String text) {
            return text;
        }

        @Override
        Optional<String> text(String line) {
            JsonNode node = ConnectorJson.tree(line.getBytes(StandardCharsets.UTF_8));
            return node.isObject() ? Optional.of(line) : Optional.empty();
        }
    };

    abstract String line(String text);

    abstract Optional<String> text(String line);

    private static String checksum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
