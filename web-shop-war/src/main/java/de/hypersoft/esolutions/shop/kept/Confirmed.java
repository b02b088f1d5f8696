package de.hypersoft.esolutions.shop.kept;

import de.hypersoft.esolutions.hostnames.shopfront.Shopfront;
import de.hypersoft.esolutions.kernel.LruCache;
import de.hypersoft.esolutions.tenancy.LocationId;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the ordinary way saw of hosts and locations a moment ago. It looks into copies that are renewed in time; whoever
 * answers beside it may rely on what it saw for half a second, and not beyond a change on this node. In the second half of
 * that one is sent to look again, so that the others need not.
 */
final class Confirmed {

    static final long NANOS = 500_000_000;

    private static final int MOST = 10_000;

    private final LongSupplier nanos;
    private final LruCache<String, SeenShop> shops = new LruCache<>(MOST);
    private final LruCache<String, SeenPictures> pictures = new LruCache<>(MOST);
    private final LruCache<LocationId, SeenRevision> revisions = new LruCache<>(MOST);
    private volatile long shopsChanged;

    Confirmed(LongSupplier nanos) {
        this.nanos = nanos;
        this.shopsChanged = nanos.getAsLong() - 1;
    }

    private record SeenShop(WeakReference<Shopfront> shop, long at) {}

    private record SeenPictures(Object pictures, long at) {}

    /** @param number null since it changed, at that moment */
    private record SeenRevision(@Nullable Long number, long at, AtomicBoolean again) {}

    /** @param since nanoseconds at which the look began */
    synchronized void saw(String host, Shopfront shop, MenuRevisions.Revision revision, long since) {
        if (since - shopsChanged > 0) shops.put(host, new SeenShop(new WeakReference<>(shop), since));
        SeenRevision before = revisions.get(revision.location());
        if (before == null || since - before.at() > 0)
            revisions.put(revision.location(), new SeenRevision(revision.number(), since, new AtomicBoolean()));
    }

    /**
     * @return the equal ones that were seen before, so that who compares them need not look into them
     */
    synchronized Object sawPictures(String host, Object seen, long since) {
        SeenPictures before = pictures.get(host);
        Object its = before != null && before.pictures().equals(seen) ? before.pictures() : seen;
        if (before == null || since - before.at() > 0) pictures.put(host, new SeenPictures(its, since));
        return its;
    }

    /** Whether these are what was seen last, and just now. */
    boolean holds(String host, Object its) {
        SeenPictures seen = pictures.get(host);
        return seen != null
                && nanos.getAsLong() - seen.at() < NANOS
                && seen.pictures().equals(its);
    }

    /** Whether this shop and this revision are what was seen last, and just now; false too for the one that is to look again. */
    boolean holds(String host, Shopfront shop, MenuRevisions.Revision revision) {
        long now = nanos.getAsLong();
        SeenRevision sold = revisions.get(revision.location());
        if (sold == null || sold.number() == null || sold.number() != revision.number() || now - sold.at() >= NANOS)
            return false;
        SeenShop seen = shops.get(host);
        if (seen == null || now - seen.at() >= NANOS || seen.at() - shopsChanged <= 0) return false;
        if (now - sold.at() >= NANOS / 2 && sold.again().compareAndSet(false, true)) return false;
        return seen.shop().refersTo(shop) || shop.equals(seen.shop().get());
    }

    /** What a location sells changed on this node. */
    synchronized void changed(LocationId location) {
        revisions.put(location, new SeenRevision(null, nanos.getAsLong(), new AtomicBoolean()));
    }

    /** Something of a shop changed on this node, be it a host, the hours or a name. */
    void shopsChanged() {
        shopsChanged = nanos.getAsLong();
    }
}
