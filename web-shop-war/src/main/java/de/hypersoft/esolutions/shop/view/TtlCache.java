package de.hypersoft.esolutions.shop.view;

import de.hypersoft.esolutions.tenancy.TenantId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each brand's pages ask again and again, read at most every ten seconds. While it cannot be read the last one keeps
 * answering.
 */
public final class TtlCache<V> {

    private static final Logger LOG = LoggerFactory.getLogger(TtlCache.class);
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Function<TenantId, V> read;
    private final LongSupplier nanos;
    private final Map<TenantId, Known<V>> known = new ConcurrentHashMap<>();

    public TtlCache(Function<TenantId, V> read) {
        this(read, System::nanoTime);
    }

    TtlCache(Function<TenantId, V> read, LongSupplier nanos) {
        this.read = read;
        this.nanos = nanos;
    }

    public V of(TenantId tenant) {
        long now = nanos.getAsLong();
        Known<V> last = known.get(tenant);
        if (last != null && now - last.readAt() < FRESH.toNanos()) return last.value();
        V value = read(tenant, last);
        known.put(tenant, new Known<>(value, now));
        return value;
    }

    private V read(TenantId tenant, @Nullable Known<V> last) {
        try {
            return read.apply(tenant);
        } catch (Exception e) { // a transaction that fails at its commit throws a checked RollbackException
            if (last == null) throw e;
            LOG.warn("something of {} could not be read, its last copy keeps answering: {}", tenant, e.toString());
            return last.value();
        }
    }

    private record Known<V>(V value, long readAt) {}
}
