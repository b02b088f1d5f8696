package de.hypersoft.esolutions.connector.disk;

import java.io.IOException;
import java.nio.file.Path;

/** The disk took no more: which file, why, and what a person does about it. */
public final class CannotWrite extends IOException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String reason;

    CannotWrite(Path path, IOException why) {
        super(
                path.toAbsolutePath() + " can not be written: " + reason(why)
                        + ". Free some space on this disk, or check it, and start again.",
                why);
        this.file = path.toAbsolutePath().toString();
        this.reason = reason(why);
    }

    public String file() {
        return file;
    }

    /** The operating system's words. */
    public String reason() {
        return reason;
    }

    private static String reason(IOException why) {
        return why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    }
}
