package de.hypersoft.esolutions.kernel.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The JSON Schema of a kind of file, which lies beside the class that reads such files. */
public final class FileSchema {

    private FileSchema() {}

    /** As it is committed, in UTF-8. */
    public static byte[] of(Class<?> reader, String name) {
        try (InputStream in = reader.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is missing");
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
