package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.kernel.MailAddress;
import de.hypersoft.esolutions.kernel.TooMany;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many orders one mailbox, one phone, one cart and one location get within an hour, whatever addresses they come
 * from and whichever nodes they meet. Meant against machines: who orders three times on a Friday evening, an office that
 * orders for all its desks, and a location with hundreds of orders an hour do not notice. A mailbox and a phone are one
 * over all brands, as it is one person whose mailbox would be filled.
 */
@ApplicationScoped
public class OrderLimits {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int SWEPT_AT_ONCE = 10_000;

    private final Pace pace;
    private final Clock clock;
    private final Most most;

    @SuppressWarnings("NullAway")
    protected OrderLimits() { // CDI
        this.pace = null;
        this.clock = null;
        this.most = null;
    }

    /** @param limited false for no limit at all (load tests); of the others each is 0 for any number */
    @Inject
    OrderLimits(
            Pace pace,
            Clock clock,
            @ConfigProperty(name = "esolutions.orders.limited", defaultValue = "true") boolean limited,
            @ConfigProperty(name = "esolutions.orders.per-mail-per-hour", defaultValue = "12") int mail,
            @ConfigProperty(name = "esolutions.orders.per-phone-per-hour", defaultValue = "20") int phone,
            @ConfigProperty(name = "esolutions.orders.per-cart-per-hour", defaultValue = "20") int cart,
            @ConfigProperty(name = "esolutions.orders.per-location-per-hour", defaultValue = "1000") int location) {
        this(pace, clock, limited ? new Most(mail, phone, cart, location) : new Most(0, 0, 0, 0));
    }

    OrderLimits(Pace pace, Clock clock, Most most) {
        this.pace = pace;
        this.clock = clock;
        this.most = most;
    }

    /** Orders within an hour; 0 for any number. */
    record Most(int mail, int phone, int cart, int location) {}

    /**
     * Counts an order that is about to be placed, in its transaction: one that is refused after all counts nowhere.
     *
     * @throws TooMany {@code too-many-orders} with {@code of} (MAIL, PHONE, CART, LOCATION) and the location's phone
     */
    void count(Location location, OrderRequest request, Sender sender, Instant now) {
        // Always in this order: transactions that wait for each other's rows never wait in a circle.
        take("MAIL", mailKey(request.guest()), most.mail(), location, now);
        take("PHONE", phoneKey(request.guest()), most.phone(), location, now);
        String cart = sender.cart();
        if (cart != null) take("CART", cart, most.cart(), location, now);
        take("LOCATION", location.id().toString(), most.location(), location, now);
    }

    /** Forgets who does not slow anybody down any more. */
    @Transactional
    public int sweep() {
        return pace.sweep(clock.instant(), SWEPT_AT_ONCE);
    }

    /** The mailbox in which it ends, however the address was dressed. */
    static String mailKey(Guest guest) {
        return MailAddress.parse(guest.email(), "guest.email").mailbox();
    }

    static String phoneKey(Guest guest) {
        return Folding.significant(guest.phone());
    }

    private void take(String of, String key, int perHour, Location location, Instant now) {
        Optional<Duration> wait = pace.take("order " + of + " " + key, new Pace.Rate(perHour, HOUR), now);
        if (wait.isPresent())
            throw new TooMany(
                    "too-many-orders",
                    "too many orders within an hour by " + of,
                    wait.get(),
                    Map.of("of", of, "phone", location.details().phone()));
    }
}
