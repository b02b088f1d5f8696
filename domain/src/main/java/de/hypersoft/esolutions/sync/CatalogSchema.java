package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.kernel.text.FileSchema;
import de.hypersoft.esolutions.sync.check.CatalogFile;

/** The JSON Schema of a catalogue's file. */
public final class CatalogSchema {

    private CatalogSchema() {}

    /** As it is committed, in UTF-8. */
    public static byte[] text() {
        return FileSchema.of(CatalogFile.class, "catalog.schema.json");
    }
}
