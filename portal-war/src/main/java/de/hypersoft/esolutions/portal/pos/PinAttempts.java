package de.hypersoft.esolutions.portal.pos;

import de.hypersoft.esolutions.kernel.ClientNetwork;
import de.hypersoft.esolutions.kernel.RateLimiter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * Ten wrong PINs a minute from one address (of IPv6 from one network), a hundred from everywhere; the PIN itself dies
 * after five. Kept by each node for itself: the five are what protects the PIN, this only keeps guessers from wearing all
 * PINs out. Over the hundred, whoever comes from where nobody was wrong within the minute still has one try, so that
 * guessers keep no restaurant from pairing its till.
 */
@ApplicationScoped
public class PinAttempts {

    private static final int PER_NETWORK = 10;
    private static final int FROM_EVERYWHERE = 100;
    private static final int MOST_NETWORKS = 10_000;
    private static final String EVERYWHERE = "everywhere";

    private final RateLimiter<String> networks;
    private final RateLimiter<String> everywhere;
    private final RateLimiter<String> around;

    @Inject
    public PinAttempts(Clock clock) {
        this.networks = perMinute(PER_NETWORK, MOST_NETWORKS, RateLimiter.WhenFull.FORGET_OLDEST, clock);
        this.everywhere = perMinute(FROM_EVERYWHERE, 1, RateLimiter.WhenFull.FORGET_OLDEST, clock);
        this.around = perMinute(1, MOST_NETWORKS, RateLimiter.WhenFull.REFUSE_NEW, clock);
    }

    boolean allowed(String address) {
        ClientNetwork network = ClientNetwork.of(address);
        if (everywhere.allows(EVERYWHERE)) return networks.allows(network.name());
        return around.allows(network.wide());
    }

    void wrong(String address) {
        ClientNetwork network = ClientNetwork.of(address);
        everywhere.take(EVERYWHERE);
        networks.take(network.name());
        around.take(network.wide());
    }

    private static RateLimiter<String> perMinute(int most, int networks, RateLimiter.WhenFull whenFull, Clock clock) {
        return new RateLimiter<>(new RateLimiter.Rate(most, Duration.ofMinutes(1)), networks, whenFull, clock);
    }
}
