package de.hypersoft.esolutions.catalog;

import de.hypersoft.esolutions.kernel.Invalid;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Looks at a picture that was sent. What kind of file it is says the file itself, not its sender. */
final class ImageFile {

    private ImageFile() {}

    /** @throws Invalid when it is larger than {@code most} bytes, or no picture */
    static ArticleImages.Picture read(byte[] content, int most) {
        if (content.length > most)
            throw new Invalid(
                    "too-large", "a picture has at most " + most / 1024 + " kB", "content", Map.of("max", most));
        return new ArticleImages.Picture(mediaType(content), etag(content), content);
    }

    /** No SVG: it can carry scripts. */
    private static String mediaType(byte[] content) {
        if (starts(content, 0, "\u0089PNG\r\n\u001a\n")) return "image/png";
        if (starts(content, 0, "\u00ff\u00d8\u00ff")) return "image/jpeg";
        if (starts(content, 0, "RIFF") && starts(content, 8, "WEBP")) return "image/webp";
        throw new Invalid("unknown-image-type", "a picture is a PNG, JPEG or WebP file", "content");
    }

    private static boolean starts(byte[] content, int offset, String magic) {
        byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
        if (content.length < offset + expected.length) return false;
        for (int i = 0; i < expected.length; i++) if (content[offset + i] != expected[i]) return false;
        return true;
    }

    private static String etag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
