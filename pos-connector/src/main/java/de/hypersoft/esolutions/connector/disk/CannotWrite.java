package de.hypersoft.esolutions.connector.disk;

import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** The disk took no more: which file, why, and what a person does about it. */
public final class CannotWrite extends IOException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String reason;
    private final Obstacle obstacle;

    public CannotWrite(Path path, IOException why) {
        super(
                path.toAbsolutePath() + " can not be written: " + reason(why)
                        + ". Free some space on this disk, or check it, and start again.",
                why);
        this.file = path.toAbsolutePath().toString();
        this.reason = reason(why);
        this.obstacle = Obstacle.at(path, why);
    }

    public String file() {
        return file;
    }

    /** The operating system's words. */
    public String reason() {
        return reason;
    }

    public Obstacle obstacle() {
        return obstacle;
    }

    /** What the people at the till hear: that nothing is fetched any more, and what to do about it. */
    public String words(ConnectorTexts texts) {
        return texts.of(
                switch (obstacle) {
                    case READ_ONLY, DENIED, TOO_LARGE -> "alarm.disk." + obstacle.key();
                    case FULL, OTHER -> "alarm.disk";
                },
                file,
                reason);
    }

    private static String reason(IOException why) {
        if (why instanceof FileSystemException at && at.getReason() != null) {
            return at.getReason(); // without the file, which is told beside it
        }
        if (why instanceof AccessDeniedException) return "permission denied";
        return why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    }
}
