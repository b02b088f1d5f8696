package de.hypersoft.esolutions.closing;

import de.hypersoft.esolutions.kernel.WallTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The stretch of time that counts as one day of sales, from cut-off to cut-off (TTA, seed 000). Pure: the same
 * instant, zone and cut-off always give the same day (T39). Day end, order list, charts and exports ask here and nowhere
 * else.
 *
 * @param date the calendar day on which it begins
 * @param begins inclusive
 * @param ends exclusive; 23 or 25 hours later when the clocks change
 */
public record BusinessDay(LocalDate date, Instant begins, Instant ends) {

    /** The day of sales to which an instant belongs, by zone and cut-off of its location. */
    public static BusinessDay of(Instant instant, ZoneId zone, LocalTime cutoff) {
        LocalDate date = instant.atZone(zone).toLocalDate().plusDays(1);
        while (boundary(date, zone, cutoff).isAfter(instant)) date = date.minusDays(1);
        return on(date, zone, cutoff);
    }

    /** The day of sales that begins on a calendar day. */
    public static BusinessDay on(LocalDate date, ZoneId zone, LocalTime cutoff) {
        return new BusinessDay(date, boundary(date, zone, cutoff), boundary(date.plusDays(1), zone, cutoff));
    }

    /** When the day begins: on the days of both clock changes too there is exactly one per date. */
    static Instant boundary(LocalDate date, ZoneId zone, LocalTime cutoff) {
        return WallTime.at(date, cutoff, zone);
    }
}
