package de.hypersoft.esolutions.acme.renewal;

import de.hypersoft.esolutions.acme.authority.AcmeRefused;
import de.hypersoft.esolutions.kernel.Backoff;
import java.time.Duration;

/**
 * When to try again. A refused validation counts at the authority (Let's Encrypt allows five an hour for a host), so
 * the waits are long; an authority that is only away is asked again soon.
 */
public final class AcmeWaits {

    private static final Backoff REFUSED = Backoff.doubling(Duration.ofMinutes(30), Duration.ofHours(24));
    private static final Backoff AWAY = Backoff.doubling(Duration.ofMinutes(2), Duration.ofHours(1));
    private static final Duration MOST_ASKED = Duration.ofDays(7);

    private AcmeWaits() {}

    /** @param failures with this one, in a row */
    public static Duration after(AcmeRefused refused, int failures) {
        Backoff own = refused.reason().passing() ? AWAY : REFUSED;
        return longer(own.after(failures - 1), shorter(refused.askedToWait(), MOST_ASKED));
    }

    /** How long to look again for a domain that does not point here: soon at first, then ever less often. */
    public static Duration forDns(Duration waitedSoFar) {
        return longer(Duration.ofSeconds(10), shorter(waitedSoFar.dividedBy(10), Duration.ofMinutes(10)));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
