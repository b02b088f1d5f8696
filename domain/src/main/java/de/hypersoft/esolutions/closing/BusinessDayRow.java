package de.hypersoft.esolutions.closing;

import de.hypersoft.esolutions.kernel.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A business day on which something was booked. Opened by the first booking a till reports for it; without one there
 * is no day and no Z number is used (T40). Closed at the cut-off, and from then on it takes no booking: one that comes
 * late, or after a clock was set back, counts for the day that is open then, and is noted there.
 */
@Entity
@Table(schema = "closing", name = "business_day")
class BusinessDayRow {

    @Id
    private UUID id;

    @Column(name = "location_id")
    private UUID location;

    @Column(name = "business_date")
    private LocalDate date;

    @Column(name = "begins_at")
    private Instant begins;

    @Column(name = "ends_at")
    private Instant ends;

    @Column(name = "first_booking_at")
    private @Nullable Instant firstBooking;

    @Column(name = "first_received_at")
    private Instant firstReceived;

    private int bookings;

    /** How many of them belonged to a day that was closed already. */
    private int late;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @SuppressWarnings("NullAway")
    protected BusinessDayRow() {} // JPA

    BusinessDayRow(UUID location, BusinessDay day, @Nullable Instant bookedAt, Instant receivedAt) {
        this.id = Uuid7.at(receivedAt);
        this.location = location;
        this.date = day.date();
        this.begins = day.begins();
        this.ends = day.ends();
        this.firstBooking = bookedAt;
        this.firstReceived = receivedAt;
    }

    void count() {
        this.bookings++;
    }

    void countLate() {
        this.bookings++;
        this.late++;
    }

    UUID id() {
        return id;
    }

    /** At its logical end, whenever the day end got round to it (T43). */
    void close() {
        if (closedAt == null) this.closedAt = ends;
    }

    CloseDays.Day view(List<CloseDays.Late> from) {
        return new CloseDays.Day(date, begins, ends, firstBooking, firstReceived, bookings, late, from, closedAt);
    }
}
