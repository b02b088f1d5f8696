package de.hypersoft.esolutions.acme.renewal;

import de.hypersoft.esolutions.acme.authority.RenewalWindow;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something happens to a certificate by itself. The share of the lifetime decides, so that it is right for 200 days
 * as for 47; certificates obtained together are spread by their own fingerprints, so that they do not come back together.
 */
final class RenewalMoment {

    private static final Duration LAST_DAYS = Duration.ofDays(3);
    private static final int PARTS = 1000;

    private RenewalMoment() {}

    /**
     * Of an automatic certificate: where the authority's window says, but with a tenth of the lifetime left at the
     * latest; without a window when between 33 and 30 percent are left.
     *
     * @param sha256 of the certificate, hexadecimal
     */
    static Instant of(Instant from, Instant until, String sha256, @Nullable RenewalWindow window) {
        Duration life = Duration.between(from, until);
        if (window == null) return spread(until.minus(life.dividedBy(3)), life.dividedBy(30), sha256);
        Instant wished = spread(window.from(), Duration.between(window.from(), window.until()), sha256);
        Instant latest = until.minus(life.dividedBy(10));
        return wished.isBefore(latest) ? wished : latest;
    }

    /** From when on an automatic one is kept ready behind an uploaded certificate: its first warning goes out then too. */
    static Instant reserve(Instant from, Instant until) {
        return until.minus(Duration.between(from, until).dividedBy(3));
    }

    /** When it takes the place of an uploaded one that nobody renewed: 3 days before its end, or a tenth of its lifetime. */
    static Instant takeOver(Instant from, Instant until) {
        Duration tenth = Duration.between(from, until).dividedBy(10);
        return until.minus(tenth.compareTo(LAST_DAYS) < 0 ? tenth : LAST_DAYS);
    }

    private static Instant spread(Instant begin, Duration over, String sha256) {
        int part = Integer.parseInt(sha256.substring(0, 6), 16) % PARTS;
        return begin.plus(over.multipliedBy(part).dividedBy(PARTS));
    }
}
