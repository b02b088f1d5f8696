package de.hypersoft.esolutions.pos.report;

import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.pos.Handovers;
import de.hypersoft.esolutions.pos.PosTransfer;
import de.hypersoft.esolutions.pos.Transfer;
import de.hypersoft.esolutions.pos.TransferMove;
import de.hypersoft.esolutions.pos.TransferNotes;
import de.hypersoft.esolutions.pos.TransferRefused;
import de.hypersoft.esolutions.pos.Transfers;
import de.hypersoft.esolutions.pos.board.HandoverViews;
import de.hypersoft.esolutions.pos.tills.TillId;
import de.hypersoft.esolutions.pos.tills.TillTasks;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Where managers cancel an order that is at the till already, which is too late for {@link Handovers#withdraw}. */
@ApplicationScoped
@RetryOnConflict
@Transactional
public class VoidOrders {

    private final Transfers transfers;
    private final TransferNotes notes;
    private final Voids voids;
    private final TillTasks tasks;
    private final Orders orders;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public VoidOrders(
            Transfers transfers,
            TransferNotes notes,
            Voids voids,
            TillTasks tasks,
            Orders orders,
            Audit audit,
            Clock clock) {
        this.transfers = transfers;
        this.notes = notes;
        this.voids = voids;
        this.tasks = tasks;
        this.orders = orders;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Gives the till that has the order the task to void it. Nothing changes for the guest before the till says that it
     * did ({@link EventType#VOIDED}).
     *
     * @param reason for the guest, unless the till says another
     * @throws TransferRefused {@code not-fetched}, {@code already-voided}
     */
    public void ask(Scope scope, Actor by, OrderId id, String reason) {
        String why = Handovers.required(reason);
        Transfers.Placed placed = transfers.placed(scope, id);
        Instant now = clock.instant();
        boolean asked = voids.asked(id, now);
        Transfer transfer = transfers.get(id);
        UUID till = transfer.till();
        if (!asked || till == null) throw refused("not-fetched", transfer);
        tasks.voidOrder(
                new TillTasks.Recipient(
                        new TillId(till), new TenantId(placed.tenant()), new LocationId(placed.location())),
                placed.order(),
                number(id) + ": " + why);
        transfers.note(placed, TransferMove.Move.ASK_VOID, by, why, now);
        audit.record(by, placed.tenant(), "void-asked", number(id), why);
    }

    /**
     * A person voided it at the till by hand, where the till cannot report it or a manager typed the order in.
     *
     * @param reason for the guest
     * @throws TransferRefused {@code already-voided}; {@code not-booked-yet} while the till still owes the booking and may
     *     yet book it; {@code not-at-the-till}
     */
    public void byHand(Scope scope, Actor by, OrderId id, String reason) {
        String why = Handovers.required(reason);
        Transfers.Placed placed = transfers.placed(scope, id);
        Instant now = clock.instant();
        if (!voids.done(id, why, now)) throw refused("not-at-the-till", transfers.get(id));
        notes.noReceipt(id, why);
        transfers.note(placed, TransferMove.Move.VOID, by, why, now);
        audit.record(by, placed.tenant(), "order-voided", number(id), why);
    }

    private TransferRefused refused(String code, Transfer transfer) {
        HandoverViews.Voiding known =
                transfers.row(new OrderId(transfer.order())).voiding();
        if (known.voidedAt() != null) return new TransferRefused("already-voided", transfer);
        boolean owes = transfer.state() == PosTransfer.TRANSFERRED_AUTO;
        return new TransferRefused(owes ? "not-booked-yet" : code, transfer);
    }

    private String number(OrderId id) {
        return orders.get(id).number();
    }
}
