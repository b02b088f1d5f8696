package de.hypersoft.esolutions.ordering.limits;

import de.hypersoft.esolutions.kernel.ClientNetwork;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many orders one mailbox, one phone, one cart and one location get within an hour, whatever addresses they come
 * from, how many guests one network orders for, and all that whichever nodes they meet. Meant against machines: who orders three times on a Friday evening, an office that
 * orders for all its desks, and a location with hundreds of orders an hour do not notice. A mailbox and a phone are one
 * over all brands, as it is one person whose mailbox would be filled.
 */
@ApplicationScoped
public class OrderLimits {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration EVENING = Duration.ofHours(6);
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

    /**
     * Whether an order may be placed without asking its guest by mail; counts it among those. More than so many, and a
     * mailbox that is not the sender's own would be filled, or a kitchen kept busy for nobody.
     *
     * @throws TooMany {@code too-many-orders} with {@code of} NETWORK, where so many guests of one network are asked about
     *     that it may be a machine which writes to everybody
     */
    public boolean isFree(Location location, OrderRequest request, Sender sender, Instant now) {
        LimitSettings.Free free = settings.free();
        String network = networkKey(sender, location);
        String mailbox = mailKey(request.guest());
        String phone = phoneKey(request.guest());
        String place = location.id().toString();
        String guest = "guest of " + network + " " + mailbox;
        PaceOfOrder counts = pace.taking(
                List.of(
                        guest,
                        ordered("NETWORK", network),
                        free("NETWORK", network),
                        free("MAIL", mailbox),
                        free("PHONE", phone),
                        free("LOCATION", place)),
                now);
        boolean stranger = countGuest(counts, guest, network, location);
        boolean isFree = (!stranger || isFree(counts, free("NETWORK", network), free.network(), HOUR))
                && isFree(counts, free("MAIL", mailbox), free.mail(), EVENING)
                && isFree(counts, free("PHONE", phone), free.phone(), EVENING)
                && isFree(counts, free("LOCATION", place), free.location(), HOUR);
        counts.begin();
        return isFree;
    }

    /**
     * Each order is a mail to an address that the sender chose, so the mailboxes are counted to which one network orders;
     * one that it ordered to within the hour counts no more.
     *
     * @return whether it is a mailbox that counts
     */
    private boolean countGuest(PaceOfOrder counts, String guest, String network, Location location) {
        int most = settings.most().network();
        if (network.isEmpty() || (most == 0 && settings.free().network() == 0)) return false;
        RateLimiter.Rate once = new RateLimiter.Rate(1, HOUR);
        if (counts.take(guest, once).isPresent()) return false;
        take(counts, "NETWORK", network, most, location);
        return true;
    }

    /**
     * Empty where there is nobody to count: a proxy of this machine stands for all guests. Each brand counts for itself,
     * since a carrier of mobile phones has hundreds of guests behind one address.
     */
    private static String networkKey(Sender sender, Location location) {
        ClientNetwork from = sender.from();
        return from == null || from.many()
                ? ""
                : from.name() + " " + location.tenant().value();
    }

    private static boolean isFree(PaceOfOrder counts, String key, int most, Duration within) {
        return counts.take(key, new RateLimiter.Rate(most, within)).isEmpty();
    }

    private static String free(String of, String key) {
        return "free " + of + " " + key;
    }

    private static String ordered(String of, String key) {
        return "order " + of + " " + key;
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
        PaceOfOrder counts = pace.taking(List.of(ordered("ASKED", location.id().toString())), now);
        take(counts, "ASKED", location.id().toString(), settings.most().location(), location);
        counts.begin();
    }

    /** How long the link in a mail is good. */
    public Duration clickWithin() {
        return settings.asking().within();
    }

    /**
     * Counts an order that is about to be placed, in its transaction: one that is refused after all counts nowhere.
     *
     * @throws TooMany {@code too-many-orders} with {@code of} (MAIL, PHONE, CART, LOCATION, NETWORK) and the location's phone
     */
    public void count(Location location, OrderRequest request, Sender sender, Instant now) {
        LimitSettings.Most most = settings.most();
        String mailbox = mailKey(request.guest());
        String phone = phoneKey(request.guest());
        String cart = sender.cart();
        String place = location.id().toString();
        PaceOfOrder counts = pace.taking(
                List.of(
                        ordered("MAIL", mailbox),
                        ordered("PHONE", phone),
                        ordered("CART", cart == null ? "" : cart),
                        ordered("LOCATION", place)),
                now);
        // Always in this order: transactions that wait for each other's rows never wait in a circle.
        take(counts, "MAIL", mailbox, most.mail(), location);
        take(counts, "PHONE", phone, most.phone(), location);
        if (cart != null) take(counts, "CART", cart, most.cart(), location);
        take(counts, "LOCATION", place, most.location(), location);
        counts.begin();
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

    private static void take(PaceOfOrder counts, String of, String key, int perHour, Location location) {
        Optional<Duration> wait = counts.take(ordered(of, key), new RateLimiter.Rate(perHour, HOUR));
        if (wait.isPresent())
            throw new TooMany(
                    "too-many-orders",
                    "too many orders within an hour by " + of,
                    wait.get(),
                    Map.of("of", of, "phone", location.details().phone()));
    }
}
