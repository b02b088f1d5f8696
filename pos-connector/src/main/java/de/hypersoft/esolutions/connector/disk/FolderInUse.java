package de.hypersoft.esolutions.connector.disk;

import java.io.IOException;
import java.nio.file.Path;

/** A second process wants the same data folder. */
public final class FolderInUse extends IOException {
    private static final long serialVersionUID = 1L;

    FolderInUse(Path folder) {
        super("The data folder " + folder.toAbsolutePath()
                + " is in use by another running process. Stop that one first, or give this one its own folder "
                + "(--data DIR); two programs on one journal would book orders twice.");
    }
}
