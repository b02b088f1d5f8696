package de.hypersoft.esolutions.catalog;

import de.hypersoft.esolutions.kernel.LruCache;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.database.Condition;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.tenancy.LocationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The menus guests see, from memory. Each is read when first asked for; once a second one look-up for all that are asked for
 * tells whether this or another node has published newer ones. While the database is away the last copy keeps answering.
 */
@ApplicationScoped
public class Menus {

    private static final Logger LOG = LoggerFactory.getLogger(Menus.class);
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** A dish or an option group, as measured by bench/measure. */
    private static final long BYTES_EACH = 1_500;

    /** All menus in memory together take a quarter of the heap. The one that was asked for last always stays. */
    private static final long MAX_PARTS = Runtime.getRuntime().maxMemory() / 4 / BYTES_EACH;

    /** So many are checked by one query. */
    private static final int TOGETHER = 500;

    private final MenuVersions versions;
    private final Clock clock;
    private final ReentrantLock checking = new ReentrantLock();
    private final LruCache<UUID, Held> held = new LruCache<>(MAX_PARTS, Held::parts);

    @Inject
    public Menus(MenuVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    private record Held(@Nullable UUID id, @Nullable Menu menu, Instant checkedAt, LastAsked asked) {
        boolean isFresh(Instant now) {
            return Duration.between(checkedAt, now).abs().compareTo(FRESH) < 0;
        }

        /** Never nothing, so that locations without a menu are forgotten, too. */
        long parts() {
            return 100
                    + (menu == null
                            ? 0
                            : menu.articles().size() + menu.optionGroups().size());
        }
    }

    /** @throws NotFound {@code no-menu-yet} before the location's first catalogue */
    public Menu current(LocationId location) {
        return find(location)
                .orElseThrow(() -> new NotFound("no-menu-yet", "location " + location + " has no menu yet"));
    }

    public Optional<Menu> find(LocationId location) {
        Held known = held.get(location.value());
        Instant now = clock.instant();
        if (known != null) known.asked().at(now);
        if (known == null || !known.isFresh(now)) known = refresh(location, known, now);
        return Optional.ofNullable(known.menu());
    }

    /** This version of a location's menu: from memory when guests see it, else read. */
    public Menu version(LocationId location, UUID id) {
        Held known = held.get(location.value());
        Menu menu = known == null || !id.equals(known.id()) ? null : known.menu();
        return menu == null ? versions.load(id) : menu;
    }

    /** What is to hold when something of this menu is sold: it is the one that guests see. */
    public Condition unchanged(LocationId location, Menu menu) {
        Held known = held.get(location.value());
        return known == null || known.menu() != menu || known.id() == null
                ? new Condition("1 = 0", List.of())
                : MenuVersions.isShown(location, known.id());
    }

    /** For whoever found out that it has changed. */
    public void forget(LocationId location) {
        held.remove(location.value());
    }

    private Held refresh(LocationId location, @Nullable Held old, Instant now) {
        Held fresh;
        try {
            fresh = read(location, old, now);
        } catch (Exception e) { // a transaction that fails at its commit throws a checked RollbackException
            if (old == null) throw e;
            LOG.warn("the menu of {} could not be checked, the last copy keeps answering: {}", location, e.toString());
            fresh = new Held(old.id(), old.menu(), now, old.asked());
        }
        held.put(location.value(), fresh);
        return fresh;
    }

    private Held read(LocationId location, @Nullable Held old, Instant now) {
        UUID shown = old != null && checking.tryLock()
                ? checkedWithOthers(location.value(), now)
                : versions.shownId(location).orElse(null);
        LastAsked asked = old == null ? new LastAsked(now) : old.asked();
        if (shown == null) return new Held(null, null, now, asked);
        if (old != null && shown.equals(old.id())) return new Held(shown, old.menu(), now, asked);
        return new Held(shown, versions.load(shown), now, asked);
    }

    /** What all others that are asked for all the time show is found out by the same query. */
    private @Nullable UUID checkedWithOthers(UUID location, Instant now) {
        try {
            Map<UUID, Held> others = new HashMap<>();
            held.copy().forEach((id, one) -> {
                if (others.size() < TOGETHER && !one.isFresh(now) && one.asked().lately(now)) others.put(id, one);
            });
            others.remove(location);
            Set<UUID> all = new HashSet<>(others.keySet());
            all.add(location);
            Map<UUID, UUID> shown = versions.shownIds(all);
            others.forEach((id, one) -> {
                if (Objects.equals(shown.get(id), one.id()))
                    held.replace(id, one, new Held(one.id(), one.menu(), now, one.asked()));
                else held.remove(id);
            });
            return shown.get(location);
        } finally {
            checking.unlock();
        }
    }

    void published(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed changed) {
        if (changed.what() == Changed.What.MENU) forget(new LocationId(changed.location()));
    }
}
