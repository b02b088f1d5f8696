package de.hypersoft.esolutions.connector.tillcore;

import de.hypersoft.esolutions.connector.disk.DamagedLog;
import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A line of the till core's books is unreadable. Unlike a journal, a book is never begun anew: receipts' numbers would
 * come twice, and the tax office asks for what was booked.
 */
public final class DamagedBook extends IOException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final long position;

    DamagedBook(DamagedLog damage) {
        this(damage.file(), damage.position(), damage);
    }

    DamagedBook(Path file, long position, IOException why) {
        this(file.toString(), position, why);
    }

    private DamagedBook(String file, long position, IOException why) {
        super(
                file + " is damaged at byte " + position + ". Keep the file: it is kept for the tax office. Restore it"
                        + " from the backup, or call support; do not begin a new one.",
                why);
        this.file = file;
        this.position = position;
    }

    /** What the people at the till hear. */
    public String words(ConnectorTexts texts) {
        return texts.of("alarm.book", file, Long.toString(position));
    }
}
