package de.hypersoft.esolutions.pos.report;

import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderAdvanced;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.pos.PosTransfer;
import de.hypersoft.esolutions.pos.Transfer;
import de.hypersoft.esolutions.pos.TransferNotes;
import de.hypersoft.esolutions.pos.TransferRefused;
import de.hypersoft.esolutions.pos.Transfers;
import de.hypersoft.esolutions.pos.tills.Till;
import de.hypersoft.esolutions.pos.tills.TillId;
import de.hypersoft.esolutions.pos.tills.Tills;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A till tells what became of an order. Idempotent by (order, till, fence, sequence); out of order is fine. */
@ApplicationScoped
@RetryOnConflict
@Transactional
public class ReportEvents {

    private final Tills tills;
    private final Transfers transfers;
    private final TransferNotes notes;
    private final Voids voids;
    private final Orders orders;
    private final EntityManager entities;
    private final Event<DomainEvent> events;
    private final Event<Changed> changes;
    private final Clock clock;

    @Inject
    public ReportEvents(
            Tills tills,
            Transfers transfers,
            TransferNotes notes,
            Voids voids,
            Orders orders,
            EntityManager entities,
            Event<DomainEvent> events,
            Event<Changed> changes,
            Clock clock) {
        this.tills = tills;
        this.transfers = transfers;
        this.notes = notes;
        this.voids = voids;
        this.orders = orders;
        this.entities = entities;
        this.events = events;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * @throws TransferRefused {@code not-acknowledged} before the acknowledgement, {@code never-held} when the order was
     *     never handed to this till under this fence
     * @throws SeqTaken when another event of this till has that sequence number already
     * @throws Orders.UnknownOrder for orders of other locations too
     */
    public void report(TillId tillId, OrderId orderId, Report report) {
        Till till = tills.calling(tillId);
        Transfers.Placed placed = transfers.placed(till.scope(), orderId);
        Transfer transfer = transfers.get(orderId);
        boolean his = tillId.value().equals(transfer.till()) && report.fence() == transfer.fence();
        if (!his && !transfers.wasHanded(orderId, tillId, report.fence()))
            throw new TransferRefused(
                    "never-held",
                    transfer,
                    "it was never handed to this till with fence " + report.fence()
                            + "; report with the fence it came with in the claim, and if none brought it, drop the event");
        TillEvent.Key key = new TillEvent.Key(orderId.value(), tillId.value(), report.fence(), report.seq());
        TillEvent told = entities.find(TillEvent.class, key);
        if (told != null) {
            if (!told.says(report)) throw new SeqTaken(orderId, report, told.type());
            return;
        }
        if (his && transfer.state() == PosTransfer.CLAIMED) throw notAcknowledged(transfer);
        boolean overtaken = !his || transfer.state() != PosTransfer.TRANSFERRED_AUTO;
        Instant now = clock.instant();
        entities.persist(new TillEvent(orderId.value(), tillId, report, overtaken, now));
        if (overtaken) notes.mayBeDoubled(orderId);
        else apply(placed, transfer, tillId, report, now);
        changes.fire(new Changed(Changed.What.ORDER, placed.tenant(), placed.location(), placed.order()));
    }

    private static TransferRefused notAcknowledged(Transfer transfer) {
        return new TransferRefused(
                "not-acknowledged",
                transfer,
                "acknowledge it with fence " + transfer.fence() + " first, then send this event again");
    }

    private void apply(Transfers.Placed placed, Transfer transfer, TillId till, Report report, Instant now) {
        if (!transfer.booked()) {
            if (!transfers.replace(transfer, transfer.asBooked()))
                throw new OptimisticLockException(
                        "order " + placed.order() + " was moved while it was reported booked");
            events.fire(new OrderBooked(
                    placed.order(), placed.tenant(), placed.location(), till.value(), report.at(), now));
        }
        OrderId id = new OrderId(placed.order());
        OrderStatus status = report.type().status();
        if (status == null) return;
        if (report.type() == EventType.VOIDED) {
            voids.done(id, report.reason(), now);
            return;
        }
        Order order = orders.get(id);
        if (order.advance(status, report.reason(), now)) events.fire(OrderAdvanced.of(order));
    }

    /** Silence would make a till believe that its second event was heard. */
    static final class SeqTaken extends Conflict {
        SeqTaken(OrderId order, Report report, EventType told) {
            super(
                    "seq-taken",
                    "seq " + report.seq() + " of order " + order + " under fence " + report.fence() + " is " + told
                            + ", told before with other content; this " + report.type()
                            + " was not stored: send it again with a seq of its own",
                    Map.of(
                            "order",
                            order.toString(),
                            "fence",
                            report.fence(),
                            "seq",
                            report.seq(),
                            "told",
                            told.name()));
        }
    }

    /**
     * @param at the till's clock
     * @param receipt the receipt as JSON, as the till told it
     */
    public record Report(
            long fence,
            int seq,
            EventType type,
            @Nullable Instant at,
            @Nullable String reason,
            @Nullable String receipt) {}
}
