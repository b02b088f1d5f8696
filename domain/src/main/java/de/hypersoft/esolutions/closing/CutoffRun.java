package de.hypersoft.esolutions.closing;

import de.hypersoft.esolutions.kernel.Backoff;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.tenancy.LocationId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One day end of one location. Its life: written in the transaction that closes the day; its catalogue is then
 * published, again and again until that worked.
 */
@Entity
@Table(schema = "closing", name = "cutoff_run")
class CutoffRun {

    private static final Backoff AGAIN = Backoff.doubling(Duration.ofSeconds(10), Duration.ofMinutes(15));

    @Id
    private UUID id;

    @Column(name = "location_id")
    private UUID location;

    @Column(name = "boundary_day")
    private LocalDate day;

    @Column(name = "boundary_at")
    private Instant boundary;

    @Column(name = "ran_at")
    private Instant ranAt;

    @Column(name = "missed_days")
    private int missedDays;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "publish_attempts")
    private int publishAttempts;

    @Column(name = "publish_again_at")
    private Instant publishAgainAt;

    @Column(name = "publish_error")
    private @Nullable String publishError;

    @Column(name = "matched_at")
    private @Nullable Instant matchedAt;

    @SuppressWarnings("NullAway")
    protected CutoffRun() {} // JPA

    CutoffRun(UUID location, BusinessDay begun, int missedDays, Instant now) {
        this.id = Uuid7.at(now);
        this.location = location;
        this.day = begun.date();
        this.boundary = begun.begins();
        this.ranAt = now;
        this.missedDays = missedDays;
        this.publishAgainAt = now;
    }

    void published(Instant now) {
        this.publishAttempts++;
        this.publishedAt = now;
        this.publishError = null;
    }

    void notPublished(String reason, Instant now) {
        this.publishAgainAt = now.plus(AGAIN.after(publishAttempts));
        this.publishAttempts++;
        this.publishError = reason.length() > 500 ? reason.substring(0, 500) : reason;
    }

    UUID id() {
        return id;
    }

    UUID location() {
        return location;
    }

    /** The day before the one that began is the one that ended. */
    ReviewDayMatches.Ended ended() {
        return new ReviewDayMatches.Ended(id, new LocationId(location), day.minusDays(1), missedDays);
    }

    CloseDays.Run view() {
        return new CloseDays.Run(id, day, boundary, ranAt, missedDays, publishedAt, publishError);
    }
}
