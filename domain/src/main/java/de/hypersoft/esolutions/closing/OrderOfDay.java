package de.hypersoft.esolutions.closing;

import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.pos.PosTransfer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One order of a business day with where its handover stands, in the order of the columns it is read by. */
record OrderOfDay(
        UUID id,
        String number,
        Instant placedAt,
        long totalMinor,
        String currency,
        @Nullable String owner,
        @Nullable String receiptNumber,
        @Nullable String receiptReason,
        String status,
        String state,
        boolean booked,
        boolean mayBeDoubled,
        @Nullable Instant unbookedSince,
        @Nullable Instant voidedAt,
        long tills,
        long ticks) {

    DayMatch.Entry entry() {
        return new DayMatch.Entry(
                id,
                number,
                placedAt,
                totalMinor,
                currency,
                facts().verdict(),
                owner,
                receiptNumber != null ? receiptNumber : receiptReason);
    }

    private DayMatch.Facts facts() {
        PosTransfer handover = PosTransfer.valueOf(state);
        OrderStatus stands = OrderStatus.valueOf(status);
        boolean withTill = handover == PosTransfer.TRANSFERRED_AUTO;
        return new DayMatch.Facts(
                handover == PosTransfer.WITHDRAWN || stands == OrderStatus.CANCELLED || stands == OrderStatus.REJECTED,
                voidedAt != null,
                withTill,
                handover == PosTransfer.TRANSFERRED_MANUAL,
                booked,
                withTill && !booked && unbookedSince == null,
                receiptNumber == null && receiptReason != null,
                mayBeDoubled,
                tills,
                ticks);
    }
}
