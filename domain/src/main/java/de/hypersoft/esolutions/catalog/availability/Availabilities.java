package de.hypersoft.esolutions.catalog.availability;

import de.hypersoft.esolutions.catalog.LastAsked;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.Menus;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.LruCache;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can be had right now. Read from memory that is at most a second old, on every node, and for an hour from the last
 * copy while the database is away; taken from the database in the transaction of the order.
 */
@ApplicationScoped
public class Availabilities {

    private static final Logger LOG = LoggerFactory.getLogger(Availabilities.class);
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** For so long the last copy answers while it cannot be read anew. */
    private static final Duration KEPT = Duration.ofHours(1);

    /** An article that is blocked or counted, as it stands in maps. */
    private static final long BYTES_EACH = 150;

    /** All locations in memory together take a sixty-fourth of the heap. */
    private static final long MAX_PARTS = Runtime.getRuntime().maxMemory() / 64 / BYTES_EACH;

    /** So many are read by one query. */
    private static final int TOGETHER = 500;

    private final AvailabilityRows rows;
    private final Menus menus;
    private final Locations locations;
    private final Clock clock;
    private final Event<Changed> changed;
    private final LruCache<UUID, Held> held = new LruCache<>(MAX_PARTS, Held::parts);
    private final ReentrantLock reading = new ReentrantLock();

    @Inject
    public Availabilities(
            AvailabilityRows rows, Menus menus, Locations locations, Clock clock, Event<Changed> changed) {
        this.rows = rows;
        this.menus = menus;
        this.locations = locations;
        this.clock = clock;
        this.changed = changed;
    }

    /**
     * @param menu that it was laid over; it is kept elsewhere, for as long as there is room
     * @param readAt when it stood in the tables
     * @param triedAt when somebody last wanted to read it; long ago after a change
     */
    private record Held(
            Availability availability,
            AvailabilityRows.Snapshot snapshot,
            WeakReference<Menu> menu,
            Instant readAt,
            Instant triedAt,
            LastAsked asked) {
        long parts() {
            return 4L
                    + 2L * (snapshot.blocks().size() + snapshot.counters().size())
                    + availability.blocked().size()
                    + availability.backAt().size();
        }

        boolean shows(AvailabilityRows.Snapshot current, Menu over) {
            return menu.refersTo(over) && snapshot.equals(current);
        }

        boolean serves(Menu current, Instant now) {
            return menu.refersTo(current) && isFresh(now);
        }

        boolean isFresh(Instant now) {
            Instant change = snapshot.nextChange();
            return (change == null || now.isBefore(change))
                    && Duration.between(triedAt, now).abs().compareTo(FRESH) < 0;
        }

        boolean isKept(Instant now) {
            return Duration.between(readAt, now).abs().compareTo(KEPT) < 0;
        }

        Held outdated() {
            return new Held(availability, snapshot, menu, readAt, Instant.EPOCH, asked);
        }
    }

    public Availability of(LocationId location) {
        Menu menu = menus.find(location).orElse(null);
        if (menu == null) return Availability.ALL;
        Instant now = clock.instant();
        Held known = held.get(location.value());
        if (known != null) known.asked().at(now);
        if (known != null && known.serves(menu, now)) return known.availability();
        Held fresh = read(location, menu, known, now);
        held.put(location.value(), fresh);
        return fresh.availability();
    }

    private Held read(LocationId location, Menu menu, @Nullable Held known, Instant now) {
        try {
            AvailabilityRows.Snapshot snapshot = known != null && reading.tryLock()
                    ? readWithOthers(location.value(), now)
                    : rows.snapshots(Set.of(location.value()), now).get(location.value());
            return laid(Objects.requireNonNull(snapshot), menu, known, now, now);
        } catch (Exception e) { // a transaction that fails at its commit throws a checked RollbackException
            if (known == null || !known.isKept(now)) throw e;
            LOG.warn("what {} sells could not be read, the last copy keeps answering: {}", location, e.toString());
            return laid(known.snapshot().at(now), menu, known, known.readAt(), now);
        }
    }

    /** All others that are asked for all the time are read by the same queries. */
    private AvailabilityRows.@Nullable Snapshot readWithOthers(UUID location, Instant now) {
        try {
            Map<UUID, Held> others = new HashMap<>();
            held.copy().forEach((id, one) -> {
                if (others.size() < TOGETHER && !one.isFresh(now) && one.asked().lately(now)) others.put(id, one);
            });
            others.remove(location);
            Set<UUID> all = new HashSet<>(others.keySet());
            all.add(location);
            Map<UUID, AvailabilityRows.Snapshot> read = rows.snapshots(all, now);
            others.forEach((id, one) -> {
                Menu menu = one.menu().get();
                if (menu == null) held.remove(id);
                else held.replace(id, one, laid(Objects.requireNonNull(read.get(id)), menu, one, now, now));
            });
            return read.get(location);
        } finally {
            reading.unlock();
        }
    }

    /** What stands in the tables as before, over the same menu, is not laid over it once more. */
    private static Held laid(
            AvailabilityRows.Snapshot snapshot, Menu menu, @Nullable Held before, Instant readAt, Instant now) {
        WeakReference<Menu> over = new WeakReference<>(menu);
        if (before == null)
            return new Held(snapshot.over(menu).availability(), snapshot, over, readAt, now, new LastAsked(now));
        Availability left = before.shows(snapshot, menu)
                ? before.availability()
                : snapshot.over(menu).availability();
        return new Held(left, snapshot, over, readAt, now, before.asked());
    }

    /**
     * Takes the portions of an order, in its transaction: of each counted article and of each counted part of its recipe.
     * Of two buyers of the last portion one is refused (T19).
     *
     * @param quantities by article id, articles that stand behind options included
     * @throws Conflict {@code article-blocked} or {@code sold-out}, with the parameter {@code article}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void take(LocationId location, Map<String, Integer> quantities) {
        boolean any = sell(location, quantities, (article, portions, left) -> rows.take(location, article, portions));
        if (any) tell(location);
    }

    /**
     * Refuses what {@link #take} would refuse now, and takes nothing.
     *
     * @throws Conflict as {@link #take}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void check(LocationId location, Map<String, Integer> quantities) {
        sell(location, quantities, (article, portions, left) -> left >= portions);
    }

    /** What an order needs: the ordered articles, and all of their recipes. */
    public static Set<String> needed(Menu menu, Map<String, Integer> quantities) {
        return new NeededPortions(menu, quantities).needed().keySet();
    }

    /**
     * Which of these articles are blocked or counted, by location: whoever sells one of them asks {@link #take}.
     *
     * @param articles by location; what their recipes need is named beside them
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, Set<String>> limited(Map<UUID, Set<String>> articles) {
        Map<UUID, Set<String>> limited = new HashMap<>();
        rows.snapshots(articles, clock.instant()).forEach((location, snapshot) -> {
            Set<String> those = new HashSet<>(snapshot.blocks().keySet());
            those.addAll(snapshot.counters().keySet());
            limited.put(location, those);
        });
        return limited;
    }

    /** Whether so many portions of which so many are left can be had. */
    private interface Counter {
        boolean gives(String article, int portions, int left);
    }

    /** @return whether anything of it is counted */
    private boolean sell(LocationId location, Map<String, Integer> quantities, Counter counter) {
        NeededPortions portions = new NeededPortions(menus.current(location), quantities);
        Map<String, Integer> needed = portions.needed();
        AvailabilityRows.Snapshot snapshot = rows.snapshot(location, clock.instant(), needed.keySet());
        portions.blockedBy(snapshot.blocks().keySet()).ifPresent(article -> {
            throw refused("article-blocked", article, 0);
        });
        needed.keySet().retainAll(snapshot.counters().keySet());
        needed.forEach((part, pieces) -> {
            Integer left = snapshot.counters().get(part);
            while (left != null && !counter.gives(part, pieces, left)) {
                left = left(location, part);
                if (left != null && left < pieces) throw refused("sold-out", portions.buyer(part), left);
            }
        });
        return !needed.isEmpty();
    }

    /** What others left meanwhile; null when it is counted no more, and then anybody may have it. */
    private @Nullable Integer left(LocationId location, String part) {
        return rows.snapshot(location, clock.instant(), Set.of(part)).counters().get(part);
    }

    /** Gives back what an order had taken that never reached the kitchen, in the transaction that withdraws it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void giveBack(LocationId location, Map<String, Integer> quantities) {
        Menu menu = menus.find(location).orElse(null);
        if (menu == null) return;
        boolean any = false;
        for (Map.Entry<String, Integer> need :
                new NeededPortions(menu, quantities).needed().entrySet())
            any |= rows.giveBack(location, need.getKey(), need.getValue());
        if (any) tell(location);
    }

    private static Conflict refused(String code, String article, int left) {
        return new Conflict(
                code, "article " + article + " cannot be had any more", Map.of("article", article, "left", left));
    }

    private void tell(LocationId location) {
        Location found = locations.get(location);
        changed.fire(
                new Changed(Changed.What.AVAILABILITY, found.tenant().value(), location.value(), location.value()));
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed event) {
        if (event.what() != Changed.What.AVAILABILITY) return;
        Held known = held.get(event.location());
        if (known != null) held.replace(event.location(), known, known.outdated());
    }
}
