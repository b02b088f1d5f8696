package de.hypersoft.esolutions.ordering.limits;

import de.hypersoft.esolutions.kernel.RateLimiter;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.ordering.limits.OrderSubjects.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The counting of one order: decided by what its tally knows, of which it becomes a part once it is {@link #accept accepted}. */
public final class OrderCounting {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration EVENING = Duration.ofHours(6);

    private final LimitSettings settings;
    private final OrderSubjects subjects;
    private final OrderTally tally;
    private final List<PaceOfKey> taken = new ArrayList<>();

    OrderCounting(LimitSettings settings, OrderSubjects subjects, OrderTally tally) {
        this.settings = settings;
        this.subjects = subjects;
        this.tally = tally;
    }

    /**
     * Whether the order may be placed without asking its guest by mail; counts it among those. More than so many, and a
     * mailbox that is not the sender's own would be filled, or a kitchen kept busy for nobody.
     *
     * @throws TooMany {@code too-many-orders} with {@code of} NETWORK, where so many guests of one network are asked about
     *     that it may be a machine which writes to everybody
     */
    public boolean isFree() {
        LimitSettings.Free free = settings.free();
        return (!countGuest() || isFree(Kind.FREE_BY_NETWORK, free.network(), HOUR))
                && isFree(Kind.FREE_BY_MAIL, free.mail(), EVENING)
                && isFree(Kind.FREE_BY_PHONE, free.phone(), EVENING)
                && isFree(Kind.FREE_AT_LOCATION, free.location(), HOUR);
    }

    /**
     * Counts it among all orders, free and asked about.
     *
     * @throws TooMany {@code too-many-orders} with {@code of} (MAIL, PHONE, CART, LOCATION) and the location's phone
     */
    public void count() {
        LimitSettings.Most most = settings.most();
        countOrdered(Kind.ORDERED_BY_MAIL, "MAIL", most.mail());
        countOrdered(Kind.ORDERED_BY_PHONE, "PHONE", most.phone());
        countOrdered(Kind.ORDERED_BY_CART, "CART", most.cart());
        countOrdered(Kind.ORDERED_AT_LOCATION, "LOCATION", most.location());
    }

    /** Makes what was counted a part of the tally. */
    public void accept() {
        tally.add(taken);
    }

    /**
     * Each order is a mail to an address that the sender chose, so the mailboxes are counted to which one network orders;
     * one that it ordered to within the hour counts no more.
     *
     * @return whether it is a mailbox that counts
     */
    private boolean countGuest() {
        if (!subjects.byKind().containsKey(Kind.GUEST_OF_NETWORK)) return false;
        if (take(Kind.GUEST_OF_NETWORK, 1, HOUR).isPresent()) return false;
        countOrdered(Kind.ORDERED_BY_NETWORK, "NETWORK", settings.most().network());
        return true;
    }

    private boolean isFree(Kind kind, int most, Duration within) {
        return take(kind, most, within).isEmpty();
    }

    private void countOrdered(Kind kind, String of, int perHour) {
        Optional<Duration> wait = take(kind, perHour, HOUR);
        if (wait.isPresent()) throw OrderLimits.tooMany(of, wait.get(), subjects.location());
    }

    /** @return empty when it was counted, or nothing is counted there; else for how long not to try */
    private Optional<Duration> take(Kind kind, int most, Duration within) {
        String hash = subjects.byKind().get(kind);
        if (hash == null) return Optional.empty();
        PaceOfKey one = PaceOfKey.of(hash, new RateLimiter.Rate(most, within), tally.now());
        Long busy = tally.busyUntil(hash);
        if (busy != null && !one.takes(busy)) return Optional.of(one.waitUntil(busy));
        taken.add(one);
        return Optional.empty();
    }
}
