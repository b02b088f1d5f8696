package de.hypersoft.esolutions.closing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;

/**
 * When a location's day ends next. Begun when the location is first seen, without a day end; moved on by each day end;
 * planned anew when the location changes its cut-off or zone. Days of downtime are stepped over, not made up one by one
 * (T41).
 */
@Entity
@Table(schema = "closing", name = "calendar")
class Calendar {

    @Id
    @Column(name = "location_id")
    private UUID location;

    @Column(name = "time_zone")
    private String zone;

    private LocalTime cutoff;

    @Column(name = "last_day")
    private LocalDate lastDay;

    @Column(name = "next_due")
    private Instant nextDue;

    @SuppressWarnings("NullAway")
    protected Calendar() {} // JPA

    @SuppressWarnings("NullAway.Init")
    Calendar(UUID location, ZoneId zone, LocalTime cutoff, Duration spread, Instant now) {
        this.location = location;
        this.lastDay = BusinessDay.of(now, zone, cutoff).date();
        plan(zone, cutoff, spread);
    }

    /** The day end comes up to {@code spread} after the boundary, always the same for one location (T43). */
    final void plan(ZoneId newZone, LocalTime newCutoff, Duration spread) {
        this.zone = newZone.getId();
        this.cutoff = newCutoff;
        this.nextDue =
                BusinessDay.boundary(lastDay.plusDays(1), newZone, newCutoff).plus(jitter(location, spread));
    }

    boolean isDue(Instant now) {
        return !nextDue.isAfter(now);
    }

    /** The day that begins with the newest boundary. */
    BusinessDay current(Instant now) {
        BusinessDay current = BusinessDay.of(now, ZoneId.of(zone), cutoff);
        return current.date().isAfter(lastDay) ? current : BusinessDay.on(lastDay.plusDays(1), ZoneId.of(zone), cutoff);
    }

    /** @return how many boundaries went by without a day end of their own */
    int endDay(BusinessDay current, Duration spread) {
        int missed = (int) (current.date().toEpochDay() - lastDay.toEpochDay() - 1);
        this.lastDay = current.date();
        plan(ZoneId.of(zone), cutoff, spread);
        return missed;
    }

    static Duration jitter(UUID location, Duration spread) {
        if (spread.isZero()) return Duration.ZERO;
        long mixed = (location.getMostSignificantBits() ^ location.getLeastSignificantBits()) * 0x9E37_79B9_7F4A_7C15L;
        return Duration.ofMillis(Math.floorMod(mixed >>> 16, spread.toMillis()));
    }
}
