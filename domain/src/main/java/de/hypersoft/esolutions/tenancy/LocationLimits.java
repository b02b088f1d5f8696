package de.hypersoft.esolutions.tenancy;

import de.hypersoft.esolutions.kernel.Invalid;
import java.time.Duration;

/**
 * From which point on a location wants a person to look: at a load that empties its menu, at orders that are too old to
 * be cooked unasked, at orders that a till took and did not book, and how often it is written to.
 *
 * @param heldPercent a full load in which more than this share of the dishes on sale disappear is held, 1 to 100
 * @param heldAtLeast fewer than so many vanishing dishes never hold a load, 1 to 1000
 * @param askBeforeHandover how long past its promised time an order may be handed over without asking (handover.md A4),
 *     5 minutes to 7 days
 * @param bookedWithin how long a till may take from acknowledging an order to booking it (handover.md A1), 1 minute to 2
 *     hours
 * @param digestEvery the least time between two mails about waiting orders after the first, 5 minutes to 24 hours
 */
public record LocationLimits(
        int heldPercent, int heldAtLeast, Duration askBeforeHandover, Duration bookedWithin, Duration digestEvery) {

    /** No location hands over unasked what is older than this. */
    public static final Duration LONGEST_ASK = Duration.ofDays(7);

    public static final LocationLimits DEFAULT =
            new LocationLimits(20, 3, Duration.ofMinutes(60), Duration.ofMinutes(3), Duration.ofMinutes(30));

    public LocationLimits {
        if (heldPercent < 1 || heldPercent > 100)
            throw new Invalid("out-of-range", "the share lies between 1 and 100 percent", "heldPercent");
        if (heldAtLeast < 1 || heldAtLeast > 1_000)
            throw new Invalid("out-of-range", "the number of dishes lies between 1 and 1000", "heldAtLeast");
        between(askBeforeHandover, Duration.ofMinutes(5), LONGEST_ASK, "askBeforeHandover");
        between(bookedWithin, Duration.ofMinutes(1), Duration.ofHours(2), "bookedWithin");
        between(digestEvery, Duration.ofMinutes(5), Duration.ofHours(24), "digestEvery");
    }

    private static void between(Duration value, Duration least, Duration most, String field) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0)
            throw new Invalid(
                    "out-of-range",
                    field + " lies between " + least.toMinutes() + " and " + most.toMinutes() + " minutes",
                    field);
    }
}
