package de.hypersoft.esolutions.http.error;

import java.util.Arrays;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what others say, such as a mail server or an authority, from looking like a line of its own in the log: line ends
 * and whatever else moves the place where something is written are shown as what they are. The lines of a trace stay
 * apart, which begin with a tab.
 */
final class OneLine {

    /** Controls, line and paragraph separators, and what turns the text round; never a tab. */
    private static final Pattern MOVING =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069&&[^\\t]]");

    private static final int DEEPEST = 20;

    /** The server's reports of itself, in which no stranger has a word, are written to be read over several lines. */
    private static final String OF_SERVER = "org.jboss.as";

    private OneLine() {}

    static void clean(LogRecord line) {
        String logger = line.getLoggerName();
        if (logger != null && logger.startsWith(OF_SERVER)) return;
        String message = line.getMessage();
        if (message != null && moves(message)) line.setMessage(shown(message));
        Object[] parameters = line.getParameters();
        if (parameters != null && Arrays.stream(parameters).anyMatch(OneLine::moves))
            line.setParameters(Arrays.stream(parameters)
                    .map(one -> moves(one) ? shown(String.valueOf(one)) : one)
                    .toArray());
        Throwable thrown = line.getThrown();
        if (thrown != null && moves(thrown, 0)) line.setThrown(new Shown(thrown, 0));
    }

    private static boolean moves(@Nullable Object words) {
        return words != null
                && !(words instanceof Number)
                && MOVING.matcher(String.valueOf(words)).find();
    }

    private static boolean moves(Throwable thrown, int depth) {
        if (depth > DEEPEST) return false;
        if (moves((Object) thrown)) return true;
        for (Throwable beside : thrown.getSuppressed()) if (moves(beside, depth + 1)) return true;
        Throwable cause = thrown.getCause();
        return cause != null && moves(cause, depth + 1);
    }

    private static String shown(String words) {
        return MOVING.matcher(words)
                .replaceAll(found -> Matcher.quoteReplacement(sign(found.group().charAt(0))));
    }

    private static String sign(char moving) {
        return switch (moving) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> String.format("\\u%04x", (int) moving);
        };
    }

    /** A failure with its traces, whose words are on one line each. */
    private static final class Shown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String words;

        Shown(Throwable thrown, int depth) {
            super(null, cause(thrown, depth), true, true);
            this.words = shown(String.valueOf(thrown));
            setStackTrace(thrown.getStackTrace());
            if (depth < DEEPEST)
                for (Throwable beside : thrown.getSuppressed()) addSuppressed(new Shown(beside, depth + 1));
        }

        private static @Nullable Throwable cause(Throwable thrown, int depth) {
            Throwable cause = thrown.getCause();
            return cause == null || depth >= DEEPEST ? null : new Shown(cause, depth + 1);
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
