package de.hypersoft.esolutions.connector.loop;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Holds back single orders that failed while all others went through: one poisoned order never blocks a till. */
final class OrderBackoff {

    private static final int REMEMBERED = 1_000;

    private final Watch watch;
    private final Supplier<Backoff> backoffs;
    private final Map<String, Wait> waits = new LinkedHashMap<>();

    OrderBackoff(Watch watch, Supplier<Backoff> backoffs) {
        this.watch = watch;
        this.backoffs = backoffs;
    }

    private record Wait(Backoff backoff, Watch.Moment since, Duration length) {}

    boolean ready(String orderId) {
        Wait wait = waits.get(orderId);
        return wait == null || watch.since(wait.since()).compareTo(wait.length()) >= 0;
    }

    void failed(String orderId) {
        Wait before = waits.remove(orderId);
        Backoff backoff = before == null ? backoffs.get() : before.backoff();
        waits.put(orderId, new Wait(backoff, watch.now(), backoff.failed()));
        if (waits.size() > REMEMBERED) waits.remove(waits.keySet().iterator().next());
    }

    void worked(String orderId) {
        waits.remove(orderId);
    }

    /** Forgets orders that need nothing any more. */
    void keepOnly(Set<String> orderIds) {
        waits.keySet().retainAll(orderIds);
    }

    /** The time until the next order may be tried again, at most the given one. */
    Duration next(Duration longest) {
        return waits.values().stream()
                .map(wait -> wait.length().minus(watch.since(wait.since())))
                .map(rest -> rest.isNegative() ? Duration.ZERO : rest)
                .min(Duration::compareTo)
                .filter(rest -> rest.compareTo(longest) < 0)
                .orElse(longest);
    }
}
