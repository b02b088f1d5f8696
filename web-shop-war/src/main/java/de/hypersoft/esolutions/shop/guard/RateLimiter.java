package de.hypersoft.esolutions.shop.guard;

import de.hypersoft.esolutions.kernel.ClientNetwork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets each client through so many times a minute, and no more at once; per node, in memory. Meant against machines: a
 * whole office behind one address still gets its lunch. Clients are told apart by their network, for in IPv6 everybody
 * has any number of addresses.
 */
@ApplicationScoped
public class RateLimiter {

    private static final int MOST_CLIENTS = 20_000;

    private final Clock clock;
    private final int orders;
    private final int guesses;
    private final int carts;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    /** @param orders placed per client and minute, 0 for any number; @param guesses at tracking links, carts begun: likewise */
    @Inject
    public RateLimiter(
            Clock clock,
            @ConfigProperty(name = "esolutions.shop.orders-per-minute", defaultValue = "120") int orders,
            @ConfigProperty(name = "esolutions.shop.wrong-links-per-minute", defaultValue = "30") int guesses,
            @ConfigProperty(name = "esolutions.shop.new-carts-per-minute", defaultValue = "240") int carts) {
        this.clock = clock;
        this.orders = orders;
        this.guesses = guesses;
        this.carts = carts;
    }

    /** @throws Rejected 429 */
    public void order(String client) {
        pass("order", client, orders);
    }

    /** @throws Rejected 429 */
    public void wrongLink(String client) {
        pass("link", client, guesses);
    }

    /** A cart is kept for thirty days, and whoever comes without a cookie begins one. @throws Rejected 429 */
    public void newCart(String client) {
        pass("cart", client, carts);
    }

    private void pass(String what, String client, int perMinute) {
        if (perMinute > 0) pass(what + " " + ClientNetwork.of(client).name(), perMinute);
    }

    private synchronized void pass(String who, int perMinute) {
        Instant now = clock.instant();
        Bucket bucket = buckets.computeIfAbsent(who, w -> new Bucket(perMinute, now));
        if (!bucket.take(perMinute, now)) throw Rejected.tooMany();
    }

    /** Holds at most one minute's worth, in thousandths. */
    private static final class Bucket {
        private long left;
        private Instant at;

        Bucket(int perMinute, Instant now) {
            this.left = perMinute * 1_000L;
            this.at = now;
        }

        boolean take(int perMinute, Instant now) {
            long millis = Math.max(0, Math.min(60_000, Duration.between(at, now).toMillis()));
            left = Math.min(perMinute * 1_000L, left + millis * perMinute / 60);
            at = now;
            if (left < 1_000) return false;
            left -= 1_000;
            return true;
        }
    }
}
