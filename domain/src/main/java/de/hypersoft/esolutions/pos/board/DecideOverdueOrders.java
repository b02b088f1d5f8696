package de.hypersoft.esolutions.pos.board;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.pos.Handovers;
import de.hypersoft.esolutions.pos.Transfer;
import de.hypersoft.esolutions.pos.TransferMove;
import de.hypersoft.esolutions.pos.TransferNotes;
import de.hypersoft.esolutions.pos.TransferRefused;
import de.hypersoft.esolutions.pos.Transfers;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a person decides what no program may: whether an order that is too old is still to be cooked (handover.md A4), and
 * what becomes of one that a till acknowledged and never booked (A1). Cancelling and plain ticking are
 * {@link Handovers}'s.
 */
@ApplicationScoped
@RetryOnConflict
@Transactional
public class DecideOverdueOrders {

    private final Transfers transfers;
    private final TransferNotes notes;
    private final Orders orders;
    private final Locations locations;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public DecideOverdueOrders(
            Transfers transfers, TransferNotes notes, Orders orders, Locations locations, Audit audit, Clock clock) {
        this.transfers = transfers;
        this.notes = notes;
        this.orders = orders;
        this.locations = locations;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The order goes to the till although it is too old; nobody is asked about it again.
     *
     * @throws TransferRefused {@code not-too-old}, or why it is nobody's to hand over
     */
    public void handOver(Scope scope, Actor by, OrderId id) {
        Transfers.Placed placed = transfers.placed(scope, id);
        Instant now = clock.instant();
        Duration askAfter =
                locations.get(new LocationId(placed.location())).limits().askBeforeHandover();
        transfers.move(placed, TransferMove.Move.HAND_OVER, by, "", now, t -> t.handOver(askAfter, now));
        audit.record(by, placed.tenant(), "order-handed-over", number(id), "");
    }

    /**
     * Move 5 of an order that a till never booked and nobody settled: it waits for a till again. May double, and the page
     * warns of it.
     *
     * @throws TransferRefused {@code already-booked}, {@code already-settled}, {@code not-fetched}
     */
    public void giveBack(Scope scope, Actor by, OrderId id, String reason) {
        String why = Handovers.required(reason);
        Transfers.Placed placed = unbooked(scope, id);
        returned(placed, by, why);
        audit.record(by, placed.tenant(), "order-returned", number(id), why);
    }

    /**
     * Moves 5 and 3 in one act: nobody gets the order in between, so the manager who types it has it alone. May double with
     * what the till booked without saying so.
     *
     * @throws TransferRefused as {@link #giveBack}
     */
    public void type(Scope scope, Actor by, OrderId id, String reason) {
        String why = Handovers.required(reason);
        Transfers.Placed placed = unbooked(scope, id);
        returned(placed, by, why);
        Instant now = clock.instant();
        transfers.move(placed, TransferMove.Move.TICK, by, "", now, t -> t.tick(by.name(), null, now));
        audit.record(by, placed.tenant(), "order-returned", number(id), why);
        audit.record(by, placed.tenant(), "order-ticked", number(id), why);
    }

    /**
     * It is done: the till booked it without saying so, or somebody dealt with it.
     *
     * @param number of the receipt; or the reason why there is none
     * @throws TransferRefused as {@link #giveBack}
     */
    public void settle(Scope scope, Actor by, OrderId id, @Nullable String number, @Nullable String reason) {
        String receipt = Handovers.blankToNull(number, 64, "receiptNumber");
        String why = Handovers.blankToNull(reason, 500, "receiptReason");
        if (receipt == null && why == null)
            throw new Invalid("required", "give the receipt number, or the reason why there is none", "receiptNumber");
        Transfers.Placed placed = unbooked(scope, id);
        notes.settle(id, receipt, why);
        String detail = receipt == null ? "" + why : why == null ? receipt : receipt + ", " + why;
        transfers.note(placed, TransferMove.Move.SETTLE, by, detail, clock.instant());
        audit.record(by, placed.tenant(), "order-settled", number(id), detail);
    }

    private void returned(Transfers.Placed placed, Actor by, String why) {
        Instant now = clock.instant();
        transfers.move(placed, TransferMove.Move.RETURN, by, why, now, t -> t.giveBack(now));
    }

    /** Locked until the transaction ends: of two who decide, the second is told. */
    private Transfers.Placed unbooked(Scope scope, OrderId id) {
        Transfers.Placed placed = transfers.placed(scope, id);
        if (notes.lockUnbooked(id)) return placed;
        Transfer stands = transfers.get(id);
        stands.giveBack(clock.instant()); // refuses, and says why, unless it was settled
        throw new TransferRefused("already-settled", stands);
    }

    private String number(OrderId id) {
        return orders.get(id).number();
    }
}
