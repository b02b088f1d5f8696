package de.hypersoft.esolutions.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** Between instants and what the clock on a wall shows, on the days of both clock changes too. */
public final class WallTime {

    private WallTime() {}

    /** Which passing of a time of day an instant is: in autumn an hour is shown twice. */
    public enum Passing {
        ONLY,
        /** Before the clocks go back: summer time. */
        FIRST,
        /** After the clocks went back: winter time. */
        SECOND
    }

    /**
     * When the clock shows that time on that day. One that is left out in spring is the moment of the change; of one
     * that comes twice in autumn the first passing counts. So there is exactly one instant per date.
     */
    public static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        LocalDateTime local = day.atTime(time);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change != null && change.isGap()) return change.getInstant();
        return local.atZone(zone).toInstant();
    }

    public static Passing passing(Instant at, ZoneId zone) {
        ZoneOffsetTransition change =
                zone.getRules().getTransition(at.atZone(zone).toLocalDateTime());
        if (change == null || !change.isOverlap()) return Passing.ONLY;
        return at.isBefore(change.getInstant()) ? Passing.FIRST : Passing.SECOND;
    }
}
