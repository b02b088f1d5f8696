package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.pos.board.HandoverViews;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link Transfer} is stored. Inserted with the order, then changed only by {@link Transfers#replace}.
 *
 * <p>{@code waitingLocation} and {@code waitingSince} are set while the order is PENDING or CLAIMED and null otherwise:
 * an index over them holds only what waits, so a poll costs the same whether a thousand orders are stored or a million.
 * {@code ageFrom} stands beside them: the promised time, or {@link #NEVER_OLD} once a person decided, so that a poll does
 * not even meet what is too old. {@code unbookedSince} is set while a till has the order without having reported it booked,
 * until somebody settles it.
 */
@Entity
@Table(schema = "pos", name = "transfer")
public class TransferRow {

    /** Later than any promise, and a time that every database can keep. */
    static final Instant NEVER_OLD = Instant.parse("9999-01-01T00:00:00Z");

    @Id
    @Column(name = "order_id")
    private UUID order;

    @Column(name = "tenant_id")
    private UUID tenant;

    @Column(name = "location_id")
    private UUID location;

    @Column(name = "placed_at")
    private Instant placedAt;

    @Enumerated(EnumType.STRING)
    private PosTransfer state;

    private long fence;

    @Column(name = "till_id")
    private @Nullable UUID till;

    @Column(name = "lease_until")
    private @Nullable Instant leaseUntil;

    private int offers;

    @Column(name = "offer_again_at")
    private @Nullable Instant offerAgainAt;

    private int episode;

    @Column(name = "state_since")
    private Instant since;

    private boolean booked;

    private @Nullable String owner;

    @Column(name = "waiting_location")
    private @Nullable UUID waitingLocation;

    @Column(name = "waiting_since")
    private @Nullable Instant waitingSince;

    @Column(name = "receipt_number")
    private @Nullable String receiptNumber;

    @Column(name = "receipt_reason")
    private @Nullable String receiptReason;

    @Column(name = "refusal_code")
    private @Nullable String refusalCode;

    @Column(name = "refusal_detail")
    private @Nullable String refusalDetail;

    @Column(name = "unbooked_since")
    private @Nullable Instant unbookedSince;

    @Column(name = "promised_at")
    private Instant promisedAt;

    @Column(name = "hand_over_anyway")
    private boolean handOverAnyway;

    @Column(name = "age_from")
    private @Nullable Instant ageFrom;

    @Column(name = "void_asked_at")
    private @Nullable Instant voidAskedAt;

    @Column(name = "voided_at")
    private @Nullable Instant voidedAt;

    @Column(name = "may_be_doubled")
    private boolean mayBeDoubled;

    @SuppressWarnings("NullAway")
    protected TransferRow() {} // JPA

    TransferRow(Order order, Transfer transfer) {
        this.order = order.id().value();
        this.tenant = order.tenant().value();
        this.location = order.location().value();
        this.placedAt = order.placedAt();
        this.state = transfer.state();
        this.fence = transfer.fence();
        this.episode = transfer.episode();
        this.since = transfer.since();
        this.waitingLocation = location;
        this.waitingSince = transfer.since();
        this.promisedAt = transfer.age().promisedAt();
        this.ageFrom = promisedAt;
    }

    UUID tenant() {
        return tenant;
    }

    public UUID location() {
        return location;
    }

    public Transfer transfer() {
        Transfer.Age age = new Transfer.Age(promisedAt, handOverAnyway);
        return new Transfer(
                order, state, fence, till, leaseUntil, offers, offerAgainAt, episode, since, booked, owner, age);
    }

    public HandoverViews.Voiding voiding() {
        return new HandoverViews.Voiding(voidAskedAt, voidedAt);
    }

    public HandoverViews.Deadlines deadlines() {
        return new HandoverViews.Deadlines(promisedAt, handOverAnyway, unbookedSince);
    }
}
