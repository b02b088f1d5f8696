package de.hypersoft.esolutions.retention;

import de.hypersoft.esolutions.ordering.Order;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was forgotten of one brand's guests on one day (UTC) because its term was over; grows by batches, counts only. */
@Entity
@IdClass(RunRow.Key.class)
@Table(schema = "retention", name = "run")
class RunRow {

    @Id
    @Column(name = "tenant_id")
    private UUID tenant;

    @Id
    @Column(name = "run_day")
    private LocalDate day;

    private long orders;
    private long traces;

    @Column(name = "oldest_at")
    private Instant oldest;

    @Column(name = "newest_at")
    private Instant newest;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @SuppressWarnings("NullAway")
    protected RunRow() {} // JPA

    RunRow(UUID tenant, LocalDate day) {
        this.tenant = tenant;
        this.day = day;
        this.oldest = Instant.parse("9999-01-01T00:00:00Z");
        this.newest = Instant.EPOCH;
        this.finishedAt = Instant.EPOCH;
    }

    void add(Forgetting.Done done, List<Order> batch, Instant now) {
        this.orders += done.orders();
        this.traces += done.traces();
        for (Order order : batch) {
            if (order.placedAt().isBefore(oldest)) this.oldest = order.placedAt();
            if (order.placedAt().isAfter(newest)) this.newest = order.placedAt();
        }
        this.finishedAt = now;
    }

    GuestDataRuns.Run view() {
        return new GuestDataRuns.Run(day, orders, traces, oldest, newest, finishedAt);
    }

    /** Public with a no-argument constructor, as JPA wants it. */
    public static final class Key implements java.io.Serializable {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("NullAway")
        private UUID tenant;

        @SuppressWarnings("NullAway")
        private LocalDate day;

        @SuppressWarnings("NullAway")
        public Key() {}

        Key(UUID tenant, LocalDate day) {
            this.tenant = tenant;
            this.day = day;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key k && tenant.equals(k.tenant) && day.equals(k.day);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenant, day);
        }
    }
}
