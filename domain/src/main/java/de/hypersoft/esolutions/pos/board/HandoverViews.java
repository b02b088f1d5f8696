package de.hypersoft.esolutions.pos.board;

import de.hypersoft.esolutions.ordering.OrderDocument;
import de.hypersoft.esolutions.ordering.OrderDocument.PaymentState;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.ordering.PaymentMethod;
import de.hypersoft.esolutions.pos.PosTransfer;
import de.hypersoft.esolutions.pos.Transfer;
import de.hypersoft.esolutions.pos.report.EventType;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.LocationLimits;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people are shown of orders and their handover. */
public final class HandoverViews {

    private HandoverViews() {}

    /**
     * One line of the order list.
     *
     * @param waitingSince since when it waits for a till in this episode, null when it does not wait
     * @param leaseAlive a till is fetching it right now
     * @param receiptMissing ticked, and neither receipt number nor reason was given yet
     */
    public record Row(
            OrderId id,
            LocationId location,
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
            boolean leaseAlive,
            boolean receiptMissing,
            boolean booked,
            boolean mayBeDoubled,
            Payment payment,
            Deadlines deadlines,
            Voiding voiding) {

        /** Cancelled or rejected: nothing of it is cooked, typed or paid. */
        public boolean ended() {
            return status == OrderStatus.CANCELLED || status == OrderStatus.REJECTED;
        }
    }

    /**
     * Of an order that is at the till: since when it is to be cancelled there, and since when it is.
     *
     * @param askedAt when its till was asked last; null for never
     * @param voidedAt when the till, or a person for it, said so; null as long as nobody did
     */
    public record Voiding(
            @Nullable Instant askedAt, @Nullable Instant voidedAt) {
        /** The till was asked and did not answer yet. */
        public boolean waits() {
            return askedAt != null && voidedAt == null;
        }

        public boolean done() {
            return voidedAt != null;
        }
    }

    /**
     * The times by which an order is judged.
     *
     * @param handOverAnyway a person decided that it goes to the till however old it is
     * @param unbookedSince since when a till has it without having booked it; null when it was booked or settled
     */
    public record Deadlines(
            Instant promisedAt,
            boolean handOverAnyway,
            @Nullable Instant unbookedSince) {

        /** A till has it for so long that somebody must look (handover.md A1). */
        public boolean unbooked(Instant now, LocationLimits limits) {
            return unbookedSince != null && !now.isBefore(unbookedSince.plus(limits.bookedWithin()));
        }

        /** So old that no till gets it before a person decided (handover.md A4); asked of orders that wait. */
        public boolean tooOld(Instant now, LocationLimits limits) {
            return new Transfer.Age(promisedAt, handOverAnyway).asks(now, limits.askBeforeHandover());
        }
    }

    /** How the guest pays: what is paid online already must not be asked for again at the till (T30). */
    public record Payment(PaymentState state, PaymentMethod method) {
        public boolean paidOnline() {
            return state == PaymentState.PAID;
        }

        public boolean nothingToPay() {
            return state == PaymentState.NOTHING_TO_PAY;
        }
    }

    /**
     * Some rows of a list.
     *
     * @param total of all pages; null where counting would read years of orders
     * @param next the last row, when more follow it
     */
    public record Page(
            List<Row> rows, @Nullable Long total, @Nullable Key next) {}

    /**
     * Where a list goes on: behind this order, wherever it stands by then, so nothing is shown twice or passed over while
     * orders come and go.
     */
    public record Key(Instant placedAt, UUID order) {}

    /** One order whole: what to type into a till by hand, and everything that happened to it. */
    public record Sheet(
            Row row,
            OrderDocument document,
            String trackingToken,
            @Nullable String statusReason,
            @Nullable String receiptNumber,
            @Nullable String receiptReason,
            @Nullable String refusalCode,
            @Nullable String refusalDetail,
            int offers,
            List<Step> history,
            List<Reported> events) {}

    public record Step(
            Instant at, String move, PosTransfer to, long fence, String actorKind, String actor, String detail) {}

    /** @param receipt JSON as the till told it */
    public record Reported(
            EventType type,
            @Nullable Instant at,
            Instant receivedAt,
            @Nullable String reason,
            @Nullable String receipt,
            boolean mayBeDoubled) {}

    /** Why nobody can say that the kitchen gets an order. */
    public enum Doubt {
        NONE,
        /** A till acknowledged it and did not book it in time. */
        UNBOOKED,
        /** It is too old to be handed over before somebody decided. */
        TOO_OLD
    }

    /**
     * What the guest may know.
     *
     * @param restaurantHasIt only after a manager's tick, or after a till's acknowledgement unless it owes the booking for
     *     too long
     * @param waitingSince since when nobody has it
     */
    public record Progress(
            boolean restaurantHasIt, @Nullable Instant waitingSince, Doubt doubt) {}
}
