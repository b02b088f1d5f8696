package de.hypersoft.esolutions.ordering.limits;

import de.hypersoft.esolutions.kernel.database.Inserts;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one order counts, or several that are stored together, each decided after those before it. It begins with what stood in
 * the database a moment ago, and is stored under the condition that this decides the same still. If not, or if another order
 * has begun one of its subjects meanwhile, all is tried again.
 */
public final class OrderTally {

    private final OrderPace pace;
    private final Instant now;
    private final Map<String, Long> busyUntil;
    private final Map<String, PaceOfKey> used = new TreeMap<>();
    private final Map<String, PaceOfKey> fresh = new TreeMap<>();

    OrderTally(OrderPace pace, Map<String, Long> busyUntil, Instant now) {
        this.pace = pace;
        this.now = now;
        this.busyUntil = new HashMap<>(busyUntil);
    }

    Instant now() {
        return now;
    }

    /** @return null for what nobody has used */
    @Nullable
    Long busyUntil(String hash) {
        return busyUntil.get(hash);
    }

    void add(List<PaceOfKey> taken) {
        for (PaceOfKey one : taken) {
            Long before = busyUntil.get(one.hash());
            (before == null || fresh.containsKey(one.hash()) ? fresh : used).merge(one.hash(), one, PaceOfKey::plus);
            busyUntil.put(one.hash(), one.after(before == null ? one.now() : before));
        }
    }

    /**
     * Stores what was counted of subjects that are in use, and adds those that nobody used before to what is inserted.
     *
     * @throws OptimisticLockException when others were counted meanwhile, and one of these would be too fast by now
     */
    public void store(Inserts inserts) {
        pace.advance(List.copyOf(used.values()), now);
        pace.begin(List.copyOf(fresh.values()), inserts);
    }

    /**
     * Stores all of it.
     *
     * @throws OptimisticLockException as {@link #store(Inserts)}
     */
    public void store() {
        pace.advance(List.copyOf(used.values()), now);
        pace.begin(List.copyOf(fresh.values()));
    }
}
