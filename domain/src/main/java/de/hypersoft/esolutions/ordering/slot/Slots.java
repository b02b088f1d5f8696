package de.hypersoft.esolutions.ordering.slot;

import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.hours.OpeningHours;
import de.hypersoft.esolutions.tenancy.hours.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When an order can be fulfilled: the one rule of menu, checkout and API, for "as soon as possible" and for slots alike.
 * Pure. Ready no earlier than the lead time after now and after opening, no later than closing, and on one of the next
 * {@link #DAYS_AHEAD} days. Slots are counted in steps from the opening; where one opening follows the other without a
 * pause nothing is left out. While a location takes no orders, nothing can be had at once, and slots begin the lead time
 * after the end of it; none while nobody knows that end.
 *
 * @param step distance of two slots, 15 minutes
 * @param lead from order to pickup, or to the guest's door
 */
public record Slots(OpeningHours hours, OrderType type, Duration step, Duration lead) {

    public static final Duration STEP = Duration.ofMinutes(15);

    /** How far ahead one may order: until the end of the local day so many days from today. */
    public static final int DAYS_AHEAD = 7;

    public static Slots of(OpeningHours hours, OrderType type, int leadMinutes) {
        return new Slots(hours, type, STEP, Duration.ofMinutes(leadMinutes));
    }

    /** @param delivery the terms where it is delivered to; null when it is not, or while that is unknown */
    public static Slots of(
            OpeningHours hours, LocationDetails location, OrderType type, DeliveryZone.@Nullable Terms delivery) {
        return of(hours, location.leadMinutes(), type, delivery);
    }

    /** @param leadMinutes of the location; {@code delivery} as above */
    public static Slots of(OpeningHours hours, int leadMinutes, OrderType type, DeliveryZone.@Nullable Terms delivery) {
        Integer own = type == OrderType.DELIVERY && delivery != null ? delivery.leadMinutes() : null;
        return of(hours, type, own == null ? leadMinutes : own);
    }

    /** What "as soon as possible" promises now; never past closing. */
    public Soonest soonest(Instant now) {
        if (hours.pauseAt(now).isPresent()) return Soonest.no(Soonest.Why.PAUSED);
        Optional<Instant> closing = hours.openUntil(now, type);
        if (closing.isEmpty()) return Soonest.no(Soonest.Why.CLOSED);
        Instant ready = wholeMinute(now.plus(lead));
        return ready.isAfter(closing.get()) ? Soonest.no(Soonest.Why.CLOSING) : Soonest.promised(ready);
    }

    /** The slots whose own local day this is, as far as they are still possible; earliest first. */
    public List<Instant> on(LocalDate day, Instant now) {
        if (day.isAfter(today(now).plusDays(DAYS_AHEAD))) return List.of();
        Optional<Instant> start = start(now);
        if (start.isEmpty()) return List.of();
        TreeSet<Instant> slots = new TreeSet<>();
        for (OpeningHours.Stretch stretch : hours.stretches(day.minusDays(2), 3, type)) {
            Instant earliest = later(start.get(), stretch.from()).plus(lead);
            for (OpeningHours.Opening opening : stretch.openings())
                counted(opening).stream()
                        .filter(slot -> !slot.isBefore(earliest))
                        .filter(slot -> dayOf(slot).equals(day))
                        .forEach(slots::add);
        }
        return List.copyOf(slots);
    }

    /** The days on which something can be had, with their slots; the first day is today. */
    public List<Day> days(Instant now) {
        List<Day> days = new ArrayList<>();
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            LocalDate day = today(now).plusDays(ahead);
            List<Instant> slots = on(day, now);
            if (!slots.isEmpty()) days.add(new Day(day, slots));
        }
        return days;
    }

    /** A local day and the slots on it. */
    public record Day(LocalDate date, List<Instant> slots) {}

    public boolean offers(Instant slot, Instant now) {
        if (slot.isBefore(now) || slot.isAfter(now.plus(Duration.ofDays(DAYS_AHEAD + 2)))) return false;
        return on(dayOf(slot), now).contains(slot);
    }

    /** The first slot that can be had; empty when none is within the days ahead. */
    public Optional<Instant> first(Instant now) {
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            List<Instant> slots = on(today(now).plusDays(ahead), now);
            if (!slots.isEmpty()) return Optional.of(slots.get(0));
        }
        return Optional.empty();
    }

    /** From when on something may be made: now, or when the pause ends; empty while nobody knows when that is. */
    private Optional<Instant> start(Instant now) {
        Optional<Pause> pause = hours.pauseAt(now);
        return pause.isEmpty() ? Optional.of(now) : pause.get().end();
    }

    private List<Instant> counted(OpeningHours.Opening opening) {
        List<Instant> slots = new ArrayList<>();
        Instant slot = opening.from().plusNanos(lead.toNanos() % step.toNanos());
        for (; !slot.isAfter(opening.until()); slot = slot.plus(step)) slots.add(slot);
        return slots;
    }

    private LocalDate today(Instant now) {
        return dayOf(now);
    }

    private LocalDate dayOf(Instant at) {
        return at.atZone(hours.zone()).toLocalDate();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static Instant wholeMinute(Instant at) {
        Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(at) ? at : minute.plus(1, ChronoUnit.MINUTES);
    }
}
