package de.hypersoft.esolutions.http.error;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the lines of each kind per minute, for whatever a stranger can make the server say. A kind is a logger, a level
 * and the class of the exception; what a line says does not make it another kind. The first line after a pause tells how
 * many were left out. What is written stays on one line ({@link OneLine}).
 */
public final class BoundedLog implements Filter {

    private static final long MINUTE = 60_000_000_000L;
    private static final int MOST_KINDS = 2_000;

    /** A line goes to several handlers, each of which asks: on one thread, one after the other. */
    private static final ThreadLocal<@Nullable Asked> LAST = new ThreadLocal<>();

    private static final BoundedLog OF_SERVER = new BoundedLog(System::nanoTime);

    private final LongSupplier nanoTime;
    private final Map<String, Kind> kinds;

    /** As the server makes it, for each handler. */
    public BoundedLog() {
        this(OF_SERVER.nanoTime, OF_SERVER.kinds);
    }

    BoundedLog(LongSupplier nanoTime) {
        this(nanoTime, new ConcurrentHashMap<>());
    }

    private BoundedLog(LongSupplier nanoTime, Map<String, Kind> kinds) {
        this.nanoTime = nanoTime;
        this.kinds = kinds;
    }

    private record Asked(LogRecord line, boolean let) {}

    private static final class Kind {
        private long minute;
        private int lines;
        private int leftOut;
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        Asked last = LAST.get();
        if (last != null && last.line() == line) return last.let();
        boolean let = lets(line);
        if (let) OneLine.clean(line);
        LAST.set(new Asked(line, let));
        return let;
    }

    private boolean lets(LogRecord line) {
        if (kinds.size() > MOST_KINDS) kinds.clear();
        Throwable thrown = line.getThrown();
        String name = line.getLoggerName() + line.getLevel() + (thrown == null ? "" : thrown.getClass());
        Kind kind = kinds.computeIfAbsent(name, its -> new Kind());
        synchronized (kind) {
            long now = nanoTime.getAsLong();
            if (now - kind.minute > MINUTE || kind.lines == 0) {
                kind.minute = now;
                kind.lines = 0;
            }
            if (++kind.lines > most(line)) {
                kind.leftOut++;
                return false;
            }
            if (kind.leftOut > 0)
                line.setMessage(line.getMessage() + " (and " + kind.leftOut + " more of this kind that were left out)");
            kind.leftOut = 0;
            return true;
        }
    }

    /** With a stack trace a line has a hundred. */
    private static int most(LogRecord line) {
        if (line.getThrown() != null) return 20;
        return line.getLevel().intValue() >= Level.WARNING.intValue() ? 100 : 600;
    }
}
