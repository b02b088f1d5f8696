package de.hypersoft.esolutions.connector.wire;

import java.io.PrintStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/**
 * The log: one line per fact on standard output, as {@code 2026-11-22T18:03:11.250Z INFO  booked order=…}. The words
 * after the level are stable; other programs wait for them. Never a guest's name, address or telephone.
 */
public record ConsoleLog(PrintStream out, Clock clock) {

    /** A fact. */
    public void info(String words) {
        line("INFO ", words);
    }

    /** Somebody should look. */
    public void warn(String words) {
        line("WARN ", words);
    }

    /** Somebody at the till has to act now. */
    public void alarm(String words) {
        line("ALARM", words);
    }

    private void line(String level, String words) {
        String text = clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + level + " "
                + words.replace('\n', ' ').replace('\r', ' ');
        synchronized (out) {
            out.println(text);
            out.flush();
        }
    }
}
