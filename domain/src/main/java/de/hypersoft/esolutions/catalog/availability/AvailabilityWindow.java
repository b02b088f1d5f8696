package de.hypersoft.esolutions.catalog.availability;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;

/**
 * A weekly span in which an article is served, asked at the time of fulfilment in the location's zone (T20). A span that
 * ends at or before its start runs over midnight and belongs to the day it starts on.
 *
 * @param days the days it starts on; empty for every day
 * @param until exclusive
 */
public record AvailabilityWindow(Set<DayOfWeek> days, LocalTime from, LocalTime until) {

    public AvailabilityWindow {
        days = Set.copyOf(days);
    }

    public boolean holds(LocalDateTime at) {
        LocalTime time = at.toLocalTime();
        boolean overnight = !until.isAfter(from);
        if (!overnight) return startsOn(at.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(until);
        return startsOn(at.getDayOfWeek()) && !time.isBefore(from)
                || startsOn(at.getDayOfWeek().minus(1)) && time.isBefore(until);
    }

    private boolean startsOn(DayOfWeek day) {
        return days.isEmpty() || days.contains(day);
    }
}
