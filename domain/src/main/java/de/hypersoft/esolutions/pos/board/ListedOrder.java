package de.hypersoft.esolutions.pos.board;

import de.hypersoft.esolutions.kernel.database.Projection;
import de.hypersoft.esolutions.ordering.OrderDocument.PaymentState;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.ordering.PaymentMethod;
import de.hypersoft.esolutions.pos.PosTransfer;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One order with its handover, as the database holds both. */
record ListedOrder(
        UUID id,
        UUID location,
        String number,
        Instant placedAt,
        OrderType type,
        @Nullable Instant fulfilAt,
        String guestName,
        String guestPhone,
        long totalMinor,
        String currency,
        OrderStatus status,
        PosTransfer transfer,
        long fence,
        @Nullable String owner,
        Instant since,
        @Nullable Instant waitingSince,
        @Nullable Instant leaseUntil,
        @Nullable String receiptNumber,
        @Nullable String receiptReason,
        boolean booked,
        boolean mayBeDoubled,
        PaymentState paymentState,
        PaymentMethod paymentMethod,
        Instant promisedAt,
        boolean handOverAnyway,
        @Nullable Instant unbookedSince,
        @Nullable Instant voidAskedAt,
        @Nullable Instant voidedAt) {

    /** Of Order o and TransferRow t: one for each component of this record, in its order. */
    static final String COLUMNS = Projection.of(
            ListedOrder.class,
            "o.id, o.location, o.number, o.placedAt, o.type, o.fulfilAt, o.guestName, o.guestPhone, o.total,"
                    + " o.currency, o.status, t.state, t.fence, t.owner, t.since, t.waitingSince, t.leaseUntil,"
                    + " t.receiptNumber, t.receiptReason, t.booked, t.mayBeDoubled, o.paymentState, o.paymentMethod,"
                    + " t.promisedAt, t.handOverAnyway, t.unbookedSince, t.voidAskedAt, t.voidedAt");

    HandoverViews.Row row(Instant now) {
        return new HandoverViews.Row(
                new OrderId(id),
                new LocationId(location),
                number,
                placedAt,
                type,
                fulfilAt,
                guestName,
                guestPhone,
                totalMinor,
                currency,
                status,
                transfer,
                fence,
                owner,
                since,
                waitingSince,
                transfer == PosTransfer.CLAIMED && leaseUntil != null && now.isBefore(leaseUntil),
                transfer == PosTransfer.TRANSFERRED_MANUAL && receiptNumber == null && receiptReason == null,
                booked,
                mayBeDoubled,
                new HandoverViews.Payment(paymentState, paymentMethod),
                new HandoverViews.Deadlines(promisedAt, handOverAnyway, unbookedSince),
                new HandoverViews.Voiding(voidAskedAt, voidedAt));
    }
}
