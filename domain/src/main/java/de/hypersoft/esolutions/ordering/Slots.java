package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.tenancy.OpeningHours;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * When an order can be fulfilled. Pure: slots are counted from the opening in steps, the lead time is added to now, and
 * what the page offers is what the server accepts.
 *
 * @param step distance of two slots, 15 minutes
 * @param lead the location's lead time
 */
public record Slots(OpeningHours hours, OrderType type, Duration step, Duration lead) {

    public static final Duration STEP = Duration.ofMinutes(15);
    private static final int DAYS_AHEAD = 7;

    public static Slots of(OpeningHours hours, OrderType type, int leadMinutes) {
        return new Slots(hours, type, STEP, Duration.ofMinutes(leadMinutes));
    }

    /** Whether "as soon as possible" can be promised now. */
    public boolean now(Instant now) {
        return hours.isOpen(now, type);
    }

    /** All slots of one local day that are still possible, earliest first. */
    public List<Instant> on(LocalDate day, Instant now) {
        Instant earliest = now.plus(lead);
        List<Instant> result = new ArrayList<>();
        for (OpeningHours.Opening opening : hours.openings(day, 1, type)) {
            Instant first = opening.from().plus(lead);
            for (Instant slot = first; !slot.isAfter(opening.until()); slot = slot.plus(step))
                if (!slot.isBefore(earliest)) result.add(slot);
        }
        return result;
    }

    public boolean offers(Instant slot, Instant now) {
        if (slot.isBefore(now) || slot.isAfter(now.plus(Duration.ofDays(DAYS_AHEAD)))) return false;
        LocalDate day = slot.atZone(hours.zone()).toLocalDate();
        return on(day, now).contains(slot) || on(day.minusDays(1), now).contains(slot);
    }
}
