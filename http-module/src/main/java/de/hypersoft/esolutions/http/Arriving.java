package de.hypersoft.esolutions.http;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bodies that are on their way, so many and so many bytes at most. Whoever comes then is taken all the same, and the body
 * that has been on its way longest is let go: an honest one is here within a moment.
 */
final class Arriving {

    private final int most;
    private final long mostBytes;
    private final Map<SmallBody, Integer> bodies = new LinkedHashMap<>();
    private long bytes;

    Arriving(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** So much of it is here now. */
    void has(SmallBody body, int length) {
        SmallBody eldest = null;
        synchronized (this) {
            Integer before = bodies.put(body, length);
            bytes += length - (before == null ? 0 : before);
            if (bodies.size() > most || bytes > mostBytes) eldest = takeEldest();
        }
        if (eldest != null) eldest.letGo();
    }

    synchronized void left(SmallBody body) {
        Integer length = bodies.remove(body);
        if (length != null) bytes -= length;
    }

    synchronized int size() {
        return bodies.size();
    }

    private SmallBody takeEldest() {
        Iterator<Map.Entry<SmallBody, Integer>> each = bodies.entrySet().iterator();
        Map.Entry<SmallBody, Integer> eldest = each.next();
        bytes -= eldest.getValue();
        each.remove();
        return eldest.getKey();
    }
}
