package de.hypersoft.esolutions.catalog.availability;

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
import java.util.Map;
import java.util.UUID;

/**
 * What can be had right now. Read from memory that is at most a second old, on every node; taken from the database in the
 * transaction of the order.
 */
@ApplicationScoped
public class Availabilities {

    private static final Duration FRESH = Duration.ofSeconds(1);

    /** An article that is blocked or counted, as it stands in maps. */
    private static final long BYTES_EACH = 150;

    /** All locations in memory together take a sixty-fourth of the heap. */
    private static final long MAX_PARTS = Runtime.getRuntime().maxMemory() / 64 / BYTES_EACH;

    private final AvailabilityRows rows;
    private final Menus menus;
    private final Locations locations;
    private final Clock clock;
    private final Event<Changed> changed;
    private final LruCache<UUID, Held> held = new LruCache<>(MAX_PARTS, Held::parts);

    @Inject
    public Availabilities(
            AvailabilityRows rows, Menus menus, Locations locations, Clock clock, Event<Changed> changed) {
        this.rows = rows;
        this.menus = menus;
        this.locations = locations;
        this.clock = clock;
        this.changed = changed;
    }

    /** @param menu that it was laid over; it is kept elsewhere, for as long as there is room */
    private record Held(Availability availability, WeakReference<Menu> menu, Instant readAt, Instant until) {
        long parts() {
            return 2L
                    + availability.blocked().size()
                    + availability.remaining().size()
                    + availability.backAt().size();
        }

        boolean serves(Menu current, Instant now) {
            return menu.refersTo(current)
                    && now.isBefore(until)
                    && Duration.between(readAt, now).abs().compareTo(FRESH) < 0;
        }
    }

    public Availability of(LocationId location) {
        Menu menu = menus.find(location).orElse(null);
        if (menu == null) return Availability.ALL;
        Instant now = clock.instant();
        Held known = held.get(location.value());
        if (known != null && known.serves(menu, now)) return known.availability();
        AvailabilityRows.Snapshot snapshot = rows.snapshot(location, now);
        Availability fresh = snapshot.over(menu).availability();
        Instant until = snapshot.nextChange() == null ? Instant.MAX : snapshot.nextChange();
        held.put(location.value(), new Held(fresh, new WeakReference<>(menu), now, until));
        return fresh;
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
            int left = snapshot.counters().getOrDefault(part, 0);
            if (!counter.gives(part, pieces, left)) throw refused("sold-out", portions.buyer(part), left);
        });
        return !needed.isEmpty();
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
        if (event.what() == Changed.What.AVAILABILITY) held.remove(event.location());
    }
}
