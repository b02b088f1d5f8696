package de.hypersoft.esolutions.catalog.document;

import de.hypersoft.esolutions.kernel.text.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * How a catalogue lies in the database: as JSON; a large one packed, to a tenth, so that neither memory nor database ever
 * sees the tens of megabytes at once.
 */
public final class StoredText {

    private static final String PACKED = "gzip:";

    /** Dishes and option groups from which on it is packed. */
    private static final int LARGE = 2_000;

    private StoredText() {}

    public static String of(CatalogDocument document) {
        if (document.articles().size() + document.optionGroups().size() < LARGE) return Json.write(document);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            Json.jsonb().toJson(document, gzip);
        } catch (IOException e) {
            throw new IllegalStateException("memory can be written to", e);
        }
        return PACKED + Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    static boolean packed(String text) {
        return text.startsWith(PACKED);
    }

    /** @throws IllegalStateException when it was packed and cannot be unpacked */
    static Reader read(String text) {
        if (!packed(text)) return new StringReader(text);
        try {
            byte[] packed = Base64.getDecoder().decode(text.substring(PACKED.length()));
            return new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(packed)), StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("a stored catalogue cannot be unpacked", e);
        }
    }
}
