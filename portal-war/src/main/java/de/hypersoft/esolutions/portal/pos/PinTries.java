package de.hypersoft.esolutions.portal.pos;

import de.hypersoft.esolutions.kernel.ClientNetwork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ten wrong PINs a minute from one address (of IPv6 from one network), a hundred from everywhere; the PIN itself dies
 * after five. Kept by each node for itself: the five are what protects the PIN, this only keeps guessers from wearing all
 * PINs out.
 */
@ApplicationScoped
public class PinTries {

    private static final int PER_NETWORK = 10;
    private static final int FROM_EVERYWHERE = 100;

    private final Map<ClientNetwork, Integer> wrong = new LinkedHashMap<>();
    private final Clock clock;
    private long minute;
    private int all;

    @SuppressWarnings("NullAway")
    protected PinTries() { // CDI
        this.clock = null;
    }

    @Inject
    public PinTries(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean allowed(String address) {
        turn();
        return all < FROM_EVERYWHERE && wrong.getOrDefault(ClientNetwork.of(address), 0) < PER_NETWORK;
    }

    synchronized void wrong(String address) {
        turn();
        all++;
        wrong.merge(ClientNetwork.of(address), 1, Integer::sum);
    }

    private void turn() {
        long now = clock.instant().getEpochSecond() / 60;
        if (now == minute) return;
        minute = now;
        all = 0;
        wrong.clear();
    }
}
