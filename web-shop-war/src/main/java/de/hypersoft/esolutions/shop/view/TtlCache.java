package de.hypersoft.esolutions.shop.view;

import de.hypersoft.esolutions.tenancy.TenantId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What each brand's pages ask again and again, read at most every ten seconds. */
public final class TtlCache<V> {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Function<TenantId, V> read;
    private final Map<TenantId, Known<V>> known = new ConcurrentHashMap<>();

    public TtlCache(Function<TenantId, V> read) {
        this.read = read;
    }

    public V of(TenantId tenant) {
        long now = System.nanoTime();
        Known<V> last = known.get(tenant);
        if (last != null && now - last.readAt() < FRESH.toNanos()) return last.value();
        V value = read.apply(tenant);
        known.put(tenant, new Known<>(value, now));
        return value;
    }

    private record Known<V>(V value, long readAt) {}
}
