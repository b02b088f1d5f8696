package de.hypersoft.esolutions.shop.kept;

import de.hypersoft.esolutions.web.ContentHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer as bytes. One that is kept is compressed once, and as well as can be; any other is compressed by the server,
 * as quickly as can be.
 *
 * @param plain in UTF-8
 * @param packed by gzip, or null
 * @param hash of the plain content
 */
public record KeptAnswer(byte[] plain, byte @Nullable [] packed, String hash) {

    static KeptAnswer packed(byte[] plain) {
        return new KeptAnswer(plain, pack(plain), ContentHash.of(plain));
    }

    static KeptAnswer plain(byte[] plain) {
        return new KeptAnswer(plain, null, ContentHash.of(plain));
    }

    long size() {
        return (long) plain.length + (packed == null ? 0 : packed.length);
    }

    private static byte[] pack(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 8 + 64);
        try (OutputStream gzip = new BestGzip(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return packed.toByteArray();
    }

    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(OutputStream to) throws IOException {
            super(to, 8192);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
