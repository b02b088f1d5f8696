package de.hypersoft.esolutions.connector;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/**
 * What a programmer needs of an unforeseen fault: its trace, in a file beside the journal. Not in the log, whose lines are
 * for people and programs, and because a fault's message may hold a guest's data.
 */
final class FaultLog {

    static final String FILE = "faults.log";

    private static final long LARGEST = 1024 * 1024;

    private final Path file;
    private final Clock clock;

    FaultLog(Path folder, Clock clock) {
        this.file = folder.resolve(FILE);
        this.clock = clock;
    }

    /** Appends the trace; of a file that has grown long the next one begins, and one old one is kept. */
    synchronized void note(Throwable fault) throws IOException {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace, true));
        if (Files.exists(file) && Files.size(file) > LARGEST)
            Files.move(file, file.resolveSibling(FILE + ".1"), StandardCopyOption.REPLACE_EXISTING);
        String entry = clock.instant() + " in " + Thread.currentThread().getName() + '\n' + trace + '\n';
        Files.writeString(file, entry, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
