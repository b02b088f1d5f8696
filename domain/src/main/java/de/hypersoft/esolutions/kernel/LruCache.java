package de.hypersoft.esolutions.kernel;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A memory bounded by the weight of what it holds, that forgets what was not asked for the longest. */
public final class LruCache<K, V> {

    private final Map<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final long max;
    private final ToLongFunction<V> weight;
    private long held;

    /** Holds so many entries. */
    public LruCache(int max) {
        this(max, value -> 1);
    }

    /** @param max the weight of all together; a single entry is held however heavy */
    public LruCache(long max, ToLongFunction<V> weight) {
        this.max = max;
        this.weight = weight;
    }

    public synchronized @Nullable V get(K key) {
        return entries.get(key);
    }

    public synchronized void put(K key, V value) {
        remove(key);
        entries.put(key, value);
        held += weight.applyAsLong(value);
        Iterator<V> eldest = entries.values().iterator();
        while (held > max && entries.size() > 1) {
            held -= weight.applyAsLong(eldest.next());
            eldest.remove();
        }
    }

    /** Unless it was removed or replaced meanwhile. */
    public synchronized void replace(K key, V old, V value) {
        if (entries.get(key) == old) put(key, value);
    }

    /** What it holds now, in a map of the caller's own. */
    public synchronized Map<K, V> copy() {
        return new HashMap<>(entries);
    }

    public synchronized void removeIf(Predicate<V> condition) {
        entries.values().removeIf(value -> {
            boolean gone = condition.test(value);
            if (gone) held -= weight.applyAsLong(value);
            return gone;
        });
    }

    public synchronized void remove(K key) {
        V old = entries.remove(key);
        if (old != null) held -= weight.applyAsLong(old);
    }
}
