package de.hypersoft.esolutions.ordering.limits;

import de.hypersoft.esolutions.kernel.RateLimiter;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.kernel.text.MailAddress;
import de.hypersoft.esolutions.ordering.Guest;
import de.hypersoft.esolutions.ordering.OrderRequest;
import de.hypersoft.esolutions.ordering.search.Folding;
import de.hypersoft.esolutions.tenancy.Location;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How many orders one mailbox, one phone, one cart and one location get within an hour, whatever addresses they come
 * from, how many guests one network orders for, and all that whichever nodes they meet. Meant against machines: who orders
 * three times on a Friday evening, an office that orders for all its desks, and a location with hundreds of orders an hour do not notice. A mailbox and a phone are one
 * over all brands, as it is one person whose mailbox would be filled.
 */
@ApplicationScoped
public class OrderLimits {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int ASKED_IN_A_DAY = 10;
    private static final int SWEPT_AT_ONCE = 10_000;

    private final OrderPace pace;
    private final LimitSettings settings;
    private final Clock clock;

    @Inject
    public OrderLimits(OrderPace pace, LimitSettings settings, Clock clock) {
        this.pace = pace;
        this.settings = settings;
        this.clock = clock;
    }

    /** By what this order is counted. */
    public OrderSubjects subjects(Location location, OrderRequest request, Sender sender) {
        return OrderSubjects.of(location, request, sender, settings);
    }

    /**
     * What orders of one transaction count together.
     *
     * @param busyUntil by hash, of the subjects that are in use: as it stands in the database
     */
    public OrderTally tally(Map<String, Long> busyUntil, Instant now) {
        return new OrderTally(pace, busyUntil, now);
    }

    /** The counting of an order that is about to be placed, in its transaction: one that is refused after all counts nowhere. */
    public OrderCounting counting(OrderSubjects subjects, OrderTally tally) {
        return new OrderCounting(settings, subjects, tally);
    }

    /**
     * Counts a mail that asks for a click.
     *
     * @throws TooMany {@code confirmation-pending} when the mailbox got one just now, or ten within a day
     */
    public void countAsked(Location location, OrderRequest request, Instant now) {
        String mailbox = mailKey(request.guest());
        Optional<Duration> wait = pace.take(
                        "asked " + mailbox,
                        new RateLimiter.Rate(1, settings.asking().again()),
                        now)
                .or(() -> pace.take("asked in a day " + mailbox, new RateLimiter.Rate(ASKED_IN_A_DAY, DAY), now));
        if (wait.isPresent())
            throw new TooMany(
                    "confirmation-pending",
                    "a mail with a link went to this mailbox already",
                    wait.get(),
                    Map.of("phone", location.details().phone()));
        Optional<Duration> place = pace.take(
                "order ASKED " + location.id(),
                new RateLimiter.Rate(settings.most().location(), HOUR),
                now);
        if (place.isPresent()) throw tooMany("ASKED", place.get(), location);
    }

    /** How long the link in a mail is good. */
    public Duration clickWithin() {
        return settings.asking().within();
    }

    /** Forgets who does not slow anybody down any more. */
    @Transactional
    public int sweep() {
        return pace.sweep(clock.instant(), SWEPT_AT_ONCE);
    }

    /** The mailbox in which it ends, however the address was dressed. */
    public static String mailKey(Guest guest) {
        return MailAddress.parse(guest.email(), "guest.email").mailbox();
    }

    public static String phoneKey(Guest guest) {
        return Folding.significant(guest.phone());
    }

    static TooMany tooMany(String of, Duration wait, Location location) {
        return new TooMany(
                "too-many-orders",
                "too many orders within an hour by " + of,
                wait,
                Map.of("of", of, "phone", location.details().phone()));
    }
}
