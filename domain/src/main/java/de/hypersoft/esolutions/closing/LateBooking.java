package de.hypersoft.esolutions.closing;

import de.hypersoft.esolutions.kernel.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A booking that belonged to a day which was closed already, and counts for a later one. */
@Entity
@Table(schema = "closing", name = "late_booking")
class LateBooking {

    @Id
    private UUID id;

    @Column(name = "day_id")
    private UUID day;

    @Column(name = "order_id")
    private UUID order;

    /** The day it belonged to. */
    @Column(name = "meant_for")
    private LocalDate meantFor;

    @Column(name = "booked_at")
    private Instant bookedAt;

    @Column(name = "received_at")
    private Instant receivedAt;

    @SuppressWarnings("NullAway")
    protected LateBooking() {} // JPA

    LateBooking(UUID day, UUID order, LocalDate meantFor, Instant bookedAt, Instant receivedAt) {
        this.id = Uuid7.at(receivedAt);
        this.day = day;
        this.order = order;
        this.meantFor = meantFor;
        this.bookedAt = bookedAt;
        this.receivedAt = receivedAt;
    }
}
