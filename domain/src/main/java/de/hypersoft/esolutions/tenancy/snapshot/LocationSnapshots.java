package de.hypersoft.esolutions.tenancy.snapshot;

import de.hypersoft.esolutions.kernel.LruCache;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What orders are held against, from memory. At most once a second a look-up by key tells whether this or another node has
 * changed anything; what changes within that second is caught when an order is stored
 * ({@link LocationSnapshot#unchanged()}).
 */
@ApplicationScoped
public class LocationSnapshots {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final Duration LATELY = Duration.ofSeconds(2);

    /** A zone or an opening window. */
    private static final long BYTES_EACH = 250;

    /** All locations in memory together take a sixty-fourth of the heap. */
    private static final long MAX_PARTS = Runtime.getRuntime().maxMemory() / 64 / BYTES_EACH;

    private final SnapshotReader reader;
    private final Clock clock;
    private final LruCache<Key, Held> held = new LruCache<>(MAX_PARTS, Held::parts);

    @Inject
    public LocationSnapshots(SnapshotReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    private record Key(TenantId tenant, String slug) {}

    private record Held(LocationSnapshot snapshot, Instant checkedAt) {
        long parts() {
            return 8L + snapshot.zones().size() + snapshot.hours().spans().size();
        }

        boolean isYounger(Duration age, Instant now) {
            return Duration.between(checkedAt, now).abs().compareTo(age) < 0;
        }
    }

    /**
     * To be asked for before anything else of a transaction, which holds no connection yet.
     *
     * @throws Locations.UnknownLocation when the tenant has no such location
     */
    public LocationSnapshot of(TenantId tenant, String slug) {
        Key key = new Key(tenant, slug);
        Instant now = clock.instant();
        Held known = held.get(key);
        if (known != null && known.isYounger(FRESH, now)) return known.snapshot();
        LocationSnapshot current = current(key, known);
        held.put(key, new Held(current, now));
        return current;
    }

    /**
     * The copy of which somebody made sure within two seconds, for what is only told to people; the database is not asked.
     * Empty when there is none.
     */
    public Optional<LocationSnapshot> lately(TenantId tenant, String slug) {
        Instant now = clock.instant();
        return Optional.ofNullable(held.get(new Key(tenant, slug)))
                .filter(known -> known.isYounger(LATELY, now))
                .map(Held::snapshot);
    }

    private LocationSnapshot current(Key key, @Nullable Held known) {
        if (known != null
                && reader.revision(known.snapshot().location().id())
                        .filter(known.snapshot().revision()::equals)
                        .isPresent()) return known.snapshot();
        return reader.read(key.tenant(), key.slug());
    }

    /** For whoever found out that it has changed. */
    public void forget(LocationSnapshot outdated) {
        held.remove(new Key(outdated.location().tenant(), outdated.location().slug()));
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed change) {
        if (change.what() == Changed.What.LOCATION)
            held.removeIf(one -> one.snapshot().location().id().value().equals(change.location()));
    }
}
