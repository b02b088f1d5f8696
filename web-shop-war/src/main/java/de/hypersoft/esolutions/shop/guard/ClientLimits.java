package de.hypersoft.esolutions.shop.guard;

import de.hypersoft.esolutions.kernel.ClientNetwork;
import de.hypersoft.esolutions.kernel.RateLimiter;
import de.hypersoft.esolutions.kernel.TooMany;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets each client through so many times a minute, and no more at once; per node, in memory. Meant against machines: a
 * whole office behind one address still gets its lunch. Clients are told apart by their network, for in IPv6 everybody
 * has any number of addresses.
 */
@ApplicationScoped
public class ClientLimits {

    private static final int MOST_CLIENTS = 20_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final RateLimiter<String> orders;
    private final RateLimiter<String> guesses;
    private final RateLimiter<String> carts;
    private final RateLimiter<String> quotes;

    /** @param orders placed per client and minute, 0 for any number; @param guesses at tracking links, carts begun, baskets priced: likewise */
    @Inject
    public ClientLimits(
            Clock clock,
            @ConfigProperty(name = "esolutions.shop.orders-per-minute", defaultValue = "120") int orders,
            @ConfigProperty(name = "esolutions.shop.wrong-links-per-minute", defaultValue = "30") int guesses,
            @ConfigProperty(name = "esolutions.shop.new-carts-per-minute", defaultValue = "240") int carts,
            @ConfigProperty(name = "esolutions.shop.quotes-per-minute", defaultValue = "600") int quotes) {
        this.orders = perMinute(orders, clock);
        this.guesses = perMinute(guesses, clock);
        this.carts = perMinute(carts, clock);
        this.quotes = perMinute(quotes, clock);
    }

    /** @throws TooMany {@code too-many-requests} */
    public void order(String client) {
        pass(orders, client);
    }

    /** @throws TooMany {@code too-many-requests} */
    public void wrongLink(String client) {
        pass(guesses, client);
    }

    /** A cart is kept for thirty days, and whoever comes without a cookie begins one. @throws TooMany {@code too-many-requests} */
    public void newCart(String client) {
        pass(carts, client);
    }

    /** A basket is priced at each change of it. @throws TooMany {@code too-many-requests} */
    public void quote(String client) {
        pass(quotes, client);
    }

    private static RateLimiter<String> perMinute(int most, Clock clock) {
        // Below nothing is no limit either: so the settings have been read since they exist.
        RateLimiter.Rate rate = new RateLimiter.Rate(Math.max(0, most), WINDOW);
        return new RateLimiter<>(rate, MOST_CLIENTS, RateLimiter.WhenFull.FORGET_OLDEST, clock);
    }

    private static void pass(RateLimiter<String> limiter, String client) {
        if (!limiter.take(ClientNetwork.of(client).name()))
            throw new TooMany("too-many-requests", "no more of these at once from this address", WINDOW, Map.of());
    }
}
