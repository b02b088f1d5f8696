package de.hypersoft.esolutions.bench.load.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * One answer over HTTP/1.1.
 *
 * @param head the status line and the headers, each line ended by CR LF
 * @param body as it came, so many bytes; of chunks without their lengths, and still compressed when it was
 */
public record Answer(int status, String head, byte[] body) {

    /** The first header of this name, without blanks around it; empty when there is none. */
    public String header(String name) {
        String line = "\r\n" + name + ":";
        for (int at = head.indexOf("\r\n"); at >= 0; at = head.indexOf("\r\n", at + 2)) {
            if (!head.regionMatches(true, at, line, 0, line.length())) continue;
            int end = head.indexOf("\r\n", at + 2);
            return head.substring(at + line.length(), end < 0 ? head.length() : end)
                    .strip();
        }
        return "";
    }

    public boolean compressed() {
        return header("Content-Encoding").equalsIgnoreCase("gzip");
    }

    /** The body as a reader sees it. */
    public byte[] plain() throws IOException {
        if (!compressed()) return body;
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body), 8_192)) {
            return unpacked.readAllBytes();
        }
    }

    public String text() throws IOException {
        return new String(plain(), StandardCharsets.UTF_8);
    }
}
