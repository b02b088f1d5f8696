package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.catalog.availability.Availabilities;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderAdvanced;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where managers move orders by hand: tick, untick, return, withdraw, reject, and the receipt number afterwards. Tick
 * first, type second: while somebody types for minutes, a till that comes back would book the same order.
 */
@ApplicationScoped
@RetryOnConflict
@Transactional
public class Handovers {

    private final Transfers transfers;
    private final TransferNotes notes;
    private final Locations locations;
    private final TickKeys keys;
    private final Orders orders;
    private final Availabilities availabilities;
    private final Audit audit;
    private final Event<DomainEvent> events;
    private final Clock clock;

    @Inject
    public Handovers(
            Transfers transfers,
            TransferNotes notes,
            Locations locations,
            TickKeys keys,
            Orders orders,
            Availabilities availabilities,
            Audit audit,
            Event<DomainEvent> events,
            Clock clock) {
        this.transfers = transfers;
        this.notes = notes;
        this.locations = locations;
        this.keys = keys;
        this.orders = orders;
        this.availabilities = availabilities;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Move 3 (T27, T29).
     *
     * @param shownFence the fence on the page that asked "take it over from till 2?"; null on the first try
     * @param key of this tick, the same however often it is sent; empty from a page without script
     * @throws TransferRefused {@code being-fetched} (ask, then come back with its fence), {@code already-fetched},
     *     {@code already-ticked} by another tick, {@code unticked-since}, {@code order-withdrawn}
     */
    public void tick(Scope scope, Actor by, OrderId id, @Nullable Long shownFence, String key) {
        Transfers.Placed placed = transfers.placed(scope, id);
        String own = TickKeys.read(key);
        if (own != null && madeBefore(id, own)) return;
        Instant now = clock.instant();
        boolean takeOver = transfers.get(id).leaseAlive(now);
        TransferMove.Move move = takeOver ? TransferMove.Move.TAKE_OVER : TransferMove.Move.TICK;
        try {
            Transfer after = transfers.move(placed, move, by, "", now, t -> t.tick(by.name(), shownFence, now));
            if (own != null) keys.made(id.value(), own, after.fence());
        } catch (TransferRefused refused) {
            if (own == null ? keys.madeBy(transfers.get(id), by.id()) : madeBefore(id, own)) return;
            throw refused;
        }
        audit.record(by, placed.tenant(), takeOver ? "order-taken-over" : "order-ticked", number(id), "");
    }

    /** @throws TransferRefused {@code unticked-since} when this tick was stored and taken back: it is not made again */
    private boolean madeBefore(OrderId id, String key) {
        Long fence = keys.fence(id.value(), key);
        if (fence == null) return false;
        Transfer transfer = transfers.get(id);
        if (transfer.state() != PosTransfer.TRANSFERRED_MANUAL || transfer.fence() != fence)
            throw new TransferRefused("unticked-since", transfer);
        return true;
    }

    /** The till's receipt number of a ticked order, or the reason why there is none; asked for until given. */
    public void receipt(Scope scope, Actor by, OrderId id, @Nullable String number, @Nullable String reason) {
        Transfers.Placed placed = transfers.placed(scope, id);
        String receipt = blankToNull(number, 64, "receiptNumber");
        String why = blankToNull(reason, 500, "receiptReason");
        if (receipt == null && why == null)
            throw new Invalid("required", "give the receipt number, or the reason why there is none", "receiptNumber");
        if (!notes.receipt(id, receipt, why)) throw new TransferRefused("not-ticked", transfers.get(id));
        audit.record(by, placed.tenant(), "receipt-noted", number(id), receipt == null ? "" + why : receipt);
    }

    /** Move 4 (T29): the order becomes transferable again; a reason is asked for. */
    public void untick(Scope scope, Actor by, OrderId id, String reason) {
        String why = required(reason);
        Transfers.Placed placed = transfers.placed(scope, id);
        Instant now = clock.instant();
        transfers.move(placed, TransferMove.Move.UNTICK, by, why, now, t -> t.untick(now));
        refuseEnded(id);
        notes.forgetReceipt(id);
        audit.record(by, placed.tenant(), "order-unticked", number(id), why);
    }

    /** Move 5: may double; refused once the till has reported it booked. */
    public void giveBack(Scope scope, Actor by, OrderId id, String reason) {
        String why = required(reason);
        Transfers.Placed placed = transfers.placed(scope, id);
        Instant now = clock.instant();
        transfers.move(placed, TransferMove.Move.RETURN, by, why, now, t -> t.giveBack(now));
        refuseEnded(id);
        notes.forgetReceipt(id);
        audit.record(by, placed.tenant(), "order-returned", number(id), why);
    }

    /** Move 6: cancels the order before anybody had it; counted portions can be sold again. */
    public void withdraw(Scope scope, Actor by, OrderId id, @Nullable Long shownFence, String reason) {
        String why = required(reason);
        end(transfers.placed(scope, id), by, shownFence, OrderStatus.CANCELLED, why);
        audit.record(by, orders.get(id).tenant().value(), "order-withdrawn", number(id), why);
    }

    /**
     * The restaurant says no: to an order that it works by hand, or, in emergency mode, to one that nobody had yet (move 6).
     *
     * @param reason for the guest
     * @throws TransferRefused {@code not-in-emergency}: otherwise an order that waits is cancelled, and a till says no to
     *     what it has; or why it is nobody's to reject
     */
    public void reject(Scope scope, Actor by, OrderId id, @Nullable Long shownFence, String reason) {
        String why = required(reason);
        Transfers.Placed placed = transfers.placed(scope, id);
        Transfer transfer = transfers.get(id);
        if (transfer.state() == PosTransfer.TRANSFERRED_MANUAL) {
            advance(scope, by, id, OrderStatus.REJECTED, why);
            return;
        }
        if (!locations.get(new LocationId(placed.location())).inEmergency())
            throw new TransferRefused("not-in-emergency", transfer);
        end(placed, by, shownFence, OrderStatus.REJECTED, why);
        audit.record(by, placed.tenant(), "order-rejected", number(id), why);
    }

    private void end(Transfers.Placed placed, Actor by, @Nullable Long shownFence, OrderStatus status, String why) {
        Instant now = clock.instant();
        transfers.move(placed, TransferMove.Move.WITHDRAW, by, why, now, t -> t.withdraw(by.name(), shownFence, now));
        Order order = orders.get(new OrderId(placed.order()));
        if (order.advance(status, why, now)) events.fire(OrderAdvanced.of(order));
        availabilities.giveBack(order.location(), order.document().quantities());
    }

    /**
     * Moves the status of an order that is worked by hand.
     *
     * @throws TransferRefused {@code not-ticked} unless a manager ticked it: what a till has, the till reports
     */
    public void advance(Scope scope, Actor by, OrderId id, OrderStatus status, @Nullable String reason) {
        Transfers.Placed placed = transfers.placed(scope, id);
        Transfer transfer = transfers.get(id);
        if (transfer.state() != PosTransfer.TRANSFERRED_MANUAL) throw new TransferRefused("not-ticked", transfer);
        Order order = orders.get(id);
        if (!order.advance(status, blankToNull(reason, 500, "reason"), clock.instant())) return;
        audit.record(by, placed.tenant(), "order-" + status.name().toLowerCase(Locale.ROOT), number(id), "");
        events.fire(OrderAdvanced.of(order));
    }

    /**
     * What the guest was told not to expect is cooked for nobody. Asked after the move, which holds the row: whoever says
     * at the same moment that it is cancelled comes before or after both.
     */
    private void refuseEnded(OrderId id) {
        OrderStatus status = orders.get(id).status();
        if (status == OrderStatus.CANCELLED || status == OrderStatus.REJECTED)
            throw new TransferRefused("order-ended", transfers.get(id));
    }

    private String number(OrderId id) {
        return orders.get(id).number();
    }

    public static String required(String reason) {
        String why = blankToNull(reason, 500, "reason");
        if (why == null) throw new Invalid("required", "a reason is needed", "reason");
        return why;
    }

    public static @Nullable String blankToNull(@Nullable String text, int max, String field) {
        if (text == null || text.isBlank()) return null;
        if (text.length() > max) throw new Invalid("too-long", field + " has more than " + max + " characters", field);
        return text.strip();
    }
}
