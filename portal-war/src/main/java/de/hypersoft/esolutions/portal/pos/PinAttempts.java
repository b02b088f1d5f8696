package de.hypersoft.esolutions.portal.pos;

import de.hypersoft.esolutions.kernel.ClientNetwork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Ten wrong PINs a minute from one address (of IPv6 from one network), a hundred from everywhere; the PIN itself dies
 * after five. Kept by each node for itself: the five are what protects the PIN, this only keeps guessers from wearing all
 * PINs out. Over the hundred, whoever comes from where nobody was wrong in this minute still has one try, so that
 * guessers keep no restaurant from pairing its till.
 */
@ApplicationScoped
public class PinAttempts {

    private static final int PER_NETWORK = 10;
    private static final int FROM_EVERYWHERE = 100;
    private static final int MOST_AROUND = 10_000;

    private final Map<ClientNetwork, Integer> wrong = new HashMap<>();
    private final Set<String> around = new HashSet<>();
    private final Clock clock;
    private long minute;
    private int all;

    @Inject
    public PinAttempts(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean allowed(String address) {
        turn();
        ClientNetwork network = ClientNetwork.of(address);
        if (all < FROM_EVERYWHERE) return wrong.getOrDefault(network, 0) < PER_NETWORK;
        return around.size() < MOST_AROUND && !around.contains(network.wide());
    }

    synchronized void wrong(String address) {
        turn();
        all++;
        ClientNetwork network = ClientNetwork.of(address);
        wrong.merge(network, 1, Integer::sum);
        around.add(network.wide());
    }

    private void turn() {
        long now = clock.instant().getEpochSecond() / 60;
        if (now == minute) return;
        minute = now;
        all = 0;
        wrong.clear();
        around.clear();
    }
}
