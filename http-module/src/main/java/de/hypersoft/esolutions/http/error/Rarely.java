package de.hypersoft.esolutions.http.error;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * One line of a kind per minute, however often it happens: what a stranger can cause must not fill the log. The next line
 * says how many were left out.
 */
public final class Rarely {

    private static final long PAUSE = Duration.ofMinutes(1).toNanos();
    private static final System.Logger LOG = System.getLogger("de.hypersoft.esolutions.http");

    public static final Rarely SAID = new Rarely(System::nanoTime);

    private final LongSupplier nanoTime;
    private final Map<String, Kind> kinds = new ConcurrentHashMap<>();

    Rarely(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    private record Kind(long said, int leftOut, boolean now) {}

    /** @param kind one of few fixed sentences, never something that came from outside */
    public void say(String kind, Object client) {
        line(kind, client).ifPresent(line -> LOG.log(System.Logger.Level.INFO, line));
    }

    /** What is to be logged now, if anything. */
    Optional<String> line(String kind, Object client) {
        long now = nanoTime.getAsLong();
        int[] before = {0};
        Kind kept = Objects.requireNonNull(kinds.compute(kind, (its, last) -> {
            if (last != null && now - last.said() < PAUSE) return new Kind(last.said(), last.leftOut() + 1, false);
            before[0] = last == null ? 0 : last.leftOut();
            return new Kind(now, 0, true);
        }));
        if (!kept.now()) return Optional.empty();
        String more = before[0] == 0 ? "" : " (" + before[0] + " more of this kind since the last line)";
        String of = client.toString().isEmpty() ? "" : ": " + client;
        return Optional.of(kind + of + more);
    }
}
