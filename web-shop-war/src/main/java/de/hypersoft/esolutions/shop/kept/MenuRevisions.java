package de.hypersoft.esolutions.shop.kept;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.availability.Availability;
import de.hypersoft.esolutions.kernel.LruCache;
import de.hypersoft.esolutions.tenancy.LocationId;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Names what a location sells now: another menu, or another dish that is sold out, is another revision on this node. */
@ApplicationScoped
public class MenuRevisions {

    private static final int MAX_LOCATIONS = 10_000;

    private final LruCache<LocationId, Known> known = new LruCache<>(MAX_LOCATIONS);
    private final AtomicLong last = new AtomicLong();

    /**
     * @param minute where the words about the menu depend on the time of day, else 1970
     */
    public record Revision(LocationId location, long number, Instant minute) {}

    private record Known(WeakReference<Menu> menu, Availability availability, long number, boolean timed) {
        boolean is(Menu now, Availability left) {
            return menu.refersTo(now) && availability.equals(left);
        }
    }

    /** What depends on the time of day is asked for each minute, the smallest step of all times of a menu. */
    public Revision of(LocationId location, Menu menu, Availability availability, Instant now) {
        Known of = known.get(location);
        if (of == null || !of.is(menu, availability)) {
            of = new Known(new WeakReference<>(menu), availability, last.incrementAndGet(), timed(menu, availability));
            known.put(location, of);
        }
        return new Revision(location, of.number(), of.timed() ? now.truncatedTo(ChronoUnit.MINUTES) : Instant.EPOCH);
    }

    private static boolean timed(Menu menu, Availability availability) {
        return !availability.backAt().isEmpty()
                || menu.articles().values().stream()
                        .anyMatch(article -> !article.windows().isEmpty());
    }
}
