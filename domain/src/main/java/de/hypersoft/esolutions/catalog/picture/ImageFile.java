package de.hypersoft.esolutions.catalog.picture;

import de.hypersoft.esolutions.kernel.Invalid;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Takes a picture that was sent: looks at it, and makes it anew in the size that pages show. So nothing is stored but
 * pixels: no place where it was taken, no comment, nothing that hides behind them. What kind of file it is says the file
 * itself, not its sender. One at a time, since each takes memory and a processor for a moment.
 */
public final class ImageFile {

    /** As large as a picture of a camera; what claims more is refused before anything is made of it. */
    static final int MOST_PIXELS = 25_000_000;

    private static final int BUSY_SECONDS = 10;
    private static final Semaphore ONE = new Semaphore(1, true);

    private ImageFile() {}

    /**
     * @param mostBytes of the file
     * @param longest side of what is stored, in pixels; smaller pictures keep their size
     * @throws Invalid {@code too-large}, {@code unknown-image-type}, {@code too-many-pixels}, {@code animated-image},
     *     {@code damaged-image}, {@code pictures-busy}
     */
    public static ArticleImages.Picture read(byte[] content, int mostBytes, int longest) {
        if (content.length > mostBytes)
            throw new Invalid(
                    "too-large",
                    "a picture has at most " + mostBytes / 1024 + " kB",
                    "content",
                    Map.of("max", mostBytes));
        String type = mediaType(content);
        if (isAnimated(content, type)) throw new Invalid("animated-image", "a picture does not move", "content");
        if (isCutOff(content, type)) throw damaged();
        return alone(() -> {
            BufferedImage image = PictureDecoder.decode(content, type, longest);
            PictureEncoder.Encoded made = PictureEncoder.encode(image, type, longest);
            return new ArticleImages.Picture(made.mediaType(), etag(made.content()), made.content());
        });
    }

    static Invalid damaged() {
        return new Invalid("damaged-image", "the picture is damaged or made in an unusual way", "content");
    }

    private interface Making {
        ArticleImages.Picture make() throws IOException;
    }

    private static ArticleImages.Picture alone(Making making) {
        try {
            if (!ONE.tryAcquire(BUSY_SECONDS, TimeUnit.SECONDS))
                throw new Invalid("pictures-busy", "other pictures are being read, try again", "content");
            try {
                return making.make();
            } finally {
                ONE.release();
            }
        } catch (IOException unreadable) {
            throw damaged();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Invalid("pictures-busy", "the server stops, try again", "content");
        }
    }

    /** No SVG: it can carry scripts. */
    private static String mediaType(byte[] content) {
        if (starts(content, 0, "\u0089PNG\r\n\u001a\n")) return "image/png";
        if (starts(content, 0, "\u00ff\u00d8\u00ff")) return "image/jpeg";
        if (starts(content, 0, "RIFF") && starts(content, 8, "WEBP")) return "image/webp";
        throw new Invalid("unknown-image-type", "a picture is a PNG, JPEG or WebP file", "content");
    }

    /** A PNG says so by a chunk before its pixels, a WebP by a bit of its head. */
    private static boolean isAnimated(byte[] content, String type) {
        if (type.equals("image/webp"))
            return starts(content, 12, "VP8X") && content.length > 20 && (content[20] & 2) != 0;
        if (!type.equals("image/png")) return false;
        ByteBuffer chunks = ByteBuffer.wrap(content);
        for (long at = 8; at + 8 <= content.length && !starts(content, (int) at + 4, "IDAT"); ) {
            if (starts(content, (int) at + 4, "acTL")) return true;
            at += 12 + (chunks.getInt((int) at) & 0xFFFFFFFFL);
        }
        return false;
    }

    /** Readers fill up with grey what is not there; a guest would see half a dish. */
    private static boolean isCutOff(byte[] content, String type) {
        return switch (type) {
            case "image/jpeg" -> last(content, 0xD9) < last(content, 0xDA);
            case "image/webp" ->
                content.length < 20
                        || content.length - 8L
                                < (ByteBuffer.wrap(content)
                                                .order(ByteOrder.LITTLE_ENDIAN)
                                                .getInt(4)
                                        & 0xFFFFFFFFL);
            default -> false;
        };
    }

    /** Where a marker of a JPEG stands last; it is never part of the pixels. */
    private static int last(byte[] content, int marker) {
        for (int i = content.length - 2; i > 0; i--)
            if ((content[i] & 0xFF) == 0xFF && (content[i + 1] & 0xFF) == marker) return i;
        return -1;
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
