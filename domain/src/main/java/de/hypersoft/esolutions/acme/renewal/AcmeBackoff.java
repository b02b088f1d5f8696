package de.hypersoft.esolutions.acme.renewal;

import de.hypersoft.esolutions.acme.authority.AcmeRefused;
import java.time.Duration;

/**
 * When to try again. A refused validation counts at the authority (Let's Encrypt allows five an hour for a host), so
 * the waits are long; an authority that is only away is asked again soon.
 */
public final class AcmeBackoff {

    private static final Duration FIRST = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration FIRST_PASSING = Duration.ofMinutes(2);
    private static final Duration LONGEST_PASSING = Duration.ofHours(1);
    private static final Duration MOST_ASKED = Duration.ofDays(7);

    private AcmeBackoff() {}

    /** @param failures with this one, in a row */
    public static Duration after(AcmeRefused refused, int failures) {
        boolean passing = refused.reason().passing();
        Duration first = passing ? FIRST_PASSING : FIRST;
        Duration longest = passing ? LONGEST_PASSING : LONGEST;
        Duration wait = shorter(first.multipliedBy(1L << Math.min(failures - 1, 16)), longest);
        return longer(wait, shorter(refused.askedToWait(), MOST_ASKED));
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
