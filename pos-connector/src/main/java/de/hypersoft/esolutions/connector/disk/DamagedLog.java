package de.hypersoft.esolutions.connector.disk;

import java.io.IOException;
import java.nio.file.Path;

/** A line inside a log is unreadable although sound lines follow it: no crash does that, a disk or a person does. */
public final class DamagedLog extends IOException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final long position;

    DamagedLog(Path path, long position) {
        super(path + " is damaged at byte " + position + ": sound lines follow an unreadable one. Keep the file, "
                + "check the disk, and pair this till again with a new, empty data folder.");
        this.file = path.toString();
        this.position = position;
    }

    public String file() {
        return file;
    }

    /** Of the first byte of the line that cannot be read. */
    public long position() {
        return position;
    }
}
