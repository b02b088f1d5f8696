package de.hypersoft.esolutions.pos.report;

import de.hypersoft.esolutions.kernel.audit.Redaction;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.pos.board.HandoverViews;
import de.hypersoft.esolutions.pos.tills.TillId;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a till reported about an order, once per (order, till, fence, sequence); beside the till's time stands ours. */
@Entity
@IdClass(TillEvent.Key.class)
@Table(schema = "pos", name = "till_event")
public class TillEvent {

    @Id
    @Column(name = "order_id")
    private UUID order;

    @Id
    @Column(name = "till_id")
    private UUID till;

    @Id
    private long fence;

    @Id
    private int seq;

    @Enumerated(EnumType.STRING)
    @Column(name = "event_type")
    private EventType type;

    @Column(name = "happened_at")
    private @Nullable Instant at;

    @Column(name = "received_at")
    private Instant receivedAt;

    private @Nullable String reason;

    private @Nullable String receipt;

    @Column(name = "may_be_doubled")
    private boolean mayBeDoubled;

    @SuppressWarnings("NullAway")
    protected TillEvent() {} // JPA

    public TillEvent(UUID order, TillId till, ReportEvents.Report report, boolean mayBeDoubled, Instant receivedAt) {
        this.order = order;
        this.fence = report.fence();
        this.seq = report.seq();
        this.till = till.value();
        this.type = report.type();
        this.at = report.at();
        this.receivedAt = receivedAt;
        this.reason = report.reason();
        this.receipt = report.receipt();
        this.mayBeDoubled = mayBeDoubled;
    }

    EventType type() {
        return type;
    }

    UUID order() {
        return order;
    }

    /** @return whether there were any of the guest's words in it */
    boolean redact(Redaction words) {
        String before = reason + receipt;
        this.reason = words.ofAny(reason);
        this.receipt = receipt == null ? null : words.ofJson(receipt);
        return !before.equals(reason + receipt);
    }

    /** Whether it is this very report, told again; where a guest was taken out, nobody can compare the words any more. */
    boolean says(ReportEvents.Report report) {
        return type == report.type()
                && sameMoment(at, report.at())
                && (redacted(reason) || Objects.equals(reason, report.reason()))
                && (redacted(receipt) || sameJson(receipt, report.receipt()));
    }

    private static boolean redacted(@Nullable String text) {
        return text != null && text.contains(Redaction.GAP);
    }

    /** The databases keep microseconds. */
    private static boolean sameMoment(@Nullable Instant stored, @Nullable Instant told) {
        if (stored == null || told == null) return Objects.equals(stored, told);
        return Duration.between(stored, told).abs().compareTo(Duration.ofNanos(1_000)) < 0;
    }

    /** A till may write the members of its receipt in another order the next time. */
    private static boolean sameJson(@Nullable String stored, @Nullable String told) {
        if (stored == null || told == null || stored.equals(told)) return Objects.equals(stored, told);
        return Json.read(stored, JsonObject.class).equals(Json.read(told, JsonObject.class));
    }

    public HandoverViews.Reported view() {
        return new HandoverViews.Reported(type, at, receivedAt, reason, receipt, mayBeDoubled);
    }

    /** Public with a no-argument constructor, as JPA wants it. */
    public static final class Key implements java.io.Serializable {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("NullAway")
        private UUID order;

        @SuppressWarnings("NullAway")
        private UUID till;

        private long fence;
        private int seq;

        @SuppressWarnings("NullAway")
        public Key() {}

        Key(UUID order, UUID till, long fence, int seq) {
            this.order = order;
            this.till = till;
            this.fence = fence;
            this.seq = seq;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key k
                    && order.equals(k.order)
                    && till.equals(k.till)
                    && fence == k.fence
                    && seq == k.seq;
        }

        @Override
        public int hashCode() {
            return Objects.hash(order, till, fence, seq);
        }
    }
}
