package de.hypersoft.esolutions.closing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * The stretch of time that counts as one day of sales, from cut-off to cut-off (TTA, seed 000). Pure: the same
 * instant, zone and cut-off always give the same day (T39).
 *
 * @param date the calendar day on which it begins
 * @param begins inclusive
 * @param ends exclusive; 23 or 25 hours later when the clocks change
 */
public record BusinessDay(LocalDate date, Instant begins, Instant ends) {

    public static BusinessDay of(Instant instant, ZoneId zone, LocalTime cutoff) {
        LocalDate date = instant.atZone(zone).toLocalDate().plusDays(1);
        while (boundary(date, zone, cutoff).isAfter(instant)) date = date.minusDays(1);
        return on(date, zone, cutoff);
    }

    public static BusinessDay on(LocalDate date, ZoneId zone, LocalTime cutoff) {
        return new BusinessDay(date, boundary(date, zone, cutoff), boundary(date.plusDays(1), zone, cutoff));
    }

    /**
     * When the day begins. A cut-off in the missing hour of spring falls on the moment of the change; in the doubled
     * hour of autumn its first passing counts. So there is exactly one per date.
     */
    public static Instant boundary(LocalDate date, ZoneId zone, LocalTime cutoff) {
        LocalDateTime local = date.atTime(cutoff);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change != null && change.isGap()) return change.getInstant();
        return local.atZone(zone).toInstant();
    }
}
