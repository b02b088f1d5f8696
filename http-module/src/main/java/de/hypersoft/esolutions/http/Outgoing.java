package de.hypersoft.esolutions.http;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers that their clients have not taken yet, so many bytes at most. What comes then is kept all the same, and the
 * eldest answer of the client that holds most is let go: a guest on a slow line holds less than who asks for much and
 * takes nothing. Of the workers that wait for a client because its answer is too large to be kept, few wait at once.
 */
final class Outgoing {

    private final long most;
    private final int mostOfOne;
    private final int mostWaiting;
    private final Map<Client, Map<KeptSink, Integer>> kept = new HashMap<>();
    private final Map<Client, Long> held = new HashMap<>();
    private final Set<KeptSink> waiting = new LinkedHashSet<>();
    private long bytes;

    /**
     * @param most bytes in all
     * @param mostOfOne bytes of one answer; for what is beyond a worker waits
     * @param mostWaiting workers at once
     */
    Outgoing(long most, int mostOfOne, int mostWaiting) {
        this.most = most;
        this.mostOfOne = mostOfOne;
        this.mostWaiting = mostWaiting;
    }

    int mostOfOne() {
        return mostOfOne;
    }

    /** Counts what of it waits for its client now. Asks for it in here, lest a count of before comes after that of its end. */
    void has(KeptSink answer, Client client) {
        KeptSink eldest;
        synchronized (this) {
            long more = set(answer, client, answer.length());
            eldest = more > 0 && bytes > most ? takeEldest() : null;
        }
        if (eldest != null) eldest.letGo();
    }

    /** A worker begins to wait for the client of this answer. */
    void waits(KeptSink answer) {
        KeptSink eldest = null;
        synchronized (this) {
            waiting.add(answer);
            if (waiting.size() > mostWaiting) {
                eldest = waiting.iterator().next();
                waiting.remove(eldest);
            }
        }
        if (eldest != null) eldest.letGo();
    }

    synchronized void goesOn(KeptSink answer) {
        waiting.remove(answer);
    }

    synchronized long bytes() {
        return bytes;
    }

    private long set(KeptSink answer, Client client, int length) {
        Map<KeptSink, Integer> its = kept.computeIfAbsent(client, c -> new LinkedHashMap<>());
        Integer before = length > 0 ? its.put(answer, length) : its.remove(answer);
        if (its.isEmpty()) kept.remove(client);
        long more = length - (before == null ? 0 : before);
        bytes += more;
        if (held.merge(client, more, Long::sum) == 0) held.remove(client);
        return more;
    }

    private @Nullable KeptSink takeEldest() {
        Client largest = null;
        for (Map.Entry<Client, Long> each : held.entrySet())
            if (largest == null || each.getValue() > held.getOrDefault(largest, 0L)) largest = each.getKey();
        if (largest == null) return null;
        Iterator<KeptSink> its = kept.getOrDefault(largest, Map.of()).keySet().iterator();
        if (!its.hasNext()) return null;
        KeptSink eldest = its.next();
        set(eldest, largest, 0);
        return eldest;
    }
}
