package de.hypersoft.esolutions.pos.board;

import de.hypersoft.esolutions.kernel.database.Projection;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.pos.PosTransfer;
import de.hypersoft.esolutions.pos.Transfer;
import de.hypersoft.esolutions.pos.TransferMove;
import de.hypersoft.esolutions.pos.TransferRow;
import de.hypersoft.esolutions.pos.Transfers;
import de.hypersoft.esolutions.pos.report.TillEvent;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.LocationLimits;
import de.hypersoft.esolutions.tenancy.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One order with where it stands, for managers; and the one sentence of it that a guest may know. */
@ApplicationScoped
@Transactional
public class OrderBoard {

    private final EntityManager entities;
    private final Transfers transfers;
    private final Orders orders;
    private final Clock clock;

    @Inject
    public OrderBoard(EntityManager entities, Transfers transfers, Orders orders, Clock clock) {
        this.entities = entities;
        this.transfers = transfers;
        this.orders = orders;
        this.clock = clock;
    }

    public HandoverViews.Sheet sheet(Scope scope, OrderId id) {
        transfers.placed(scope, id);
        Order order = orders.get(id);
        HandoverViews.Row row = entities.createQuery(
                        ListedOrder.COLUMNS + " from Order o, TransferRow t where t.order = o.id and o.id = :id",
                        ListedOrder.class)
                .setParameter("id", id.value())
                .getResultStream()
                .map(listed -> listed.row(clock.instant()))
                .findFirst()
                .orElseThrow(() -> new Orders.UnknownOrder(id.toString()));
        Notes notes = entities.createQuery(
                        Projection.of(
                                        Notes.class,
                                        "t.receiptNumber, t.receiptReason, t.refusalCode, t.refusalDetail, t.offers")
                                + " from TransferRow t where t.order = :id",
                        Notes.class)
                .setParameter("id", id.value())
                .getSingleResult();
        return new HandoverViews.Sheet(
                row,
                order.document(),
                order.trackingToken(),
                order.statusReason(),
                notes.receiptNumber(),
                notes.receiptReason(),
                notes.refusalCode(),
                notes.refusalDetail(),
                notes.offers(),
                history(id),
                events(id));
    }

    private record Notes(
            @Nullable String receiptNumber,
            @Nullable String receiptReason,
            @Nullable String refusalCode,
            @Nullable String refusalDetail,
            int offers) {}

    /** Which location an order belongs to; whoever asks checks whether the caller may know. */
    public LocationId place(OrderId id) {
        return new LocationId(transfers.placed(id).location());
    }

    /** Whether the restaurant has the order, for the guest's status page. */
    public HandoverViews.Progress progress(OrderId id) {
        TransferRow row = transfers.row(id);
        Transfer transfer = row.transfer();
        boolean has =
                transfer.state() == PosTransfer.TRANSFERRED_AUTO || transfer.state() == PosTransfer.TRANSFERRED_MANUAL;
        boolean waits = transfer.state() == PosTransfer.PENDING || transfer.state() == PosTransfer.CLAIMED;
        HandoverViews.Doubt doubt = doubt(row, waits);
        return new HandoverViews.Progress(
                has && doubt != HandoverViews.Doubt.UNBOOKED, waits ? transfer.since() : null, doubt);
    }

    private HandoverViews.Doubt doubt(TransferRow row, boolean waits) {
        Instant now = clock.instant();
        LocationLimits limits = entities.find(Location.class, row.location()).limits();
        if (row.deadlines().unbooked(now, limits)) return HandoverViews.Doubt.UNBOOKED;
        boolean free = waits && row.transfer().free(now);
        return free && row.deadlines().tooOld(now, limits) ? HandoverViews.Doubt.TOO_OLD : HandoverViews.Doubt.NONE;
    }

    private List<HandoverViews.Step> history(OrderId id) {
        return entities.createQuery(
                        "select m from TransferMove m where m.order = :id order by m.fence, m.at, m.id",
                        TransferMove.class)
                .setParameter("id", id.value())
                .getResultStream()
                .map(TransferMove::step)
                .toList();
    }

    private List<HandoverViews.Reported> events(OrderId id) {
        return entities.createQuery(
                        "select e from TillEvent e where e.order = :id order by e.receivedAt, e.seq", TillEvent.class)
                .setParameter("id", id.value())
                .getResultStream()
                .map(TillEvent::view)
                .toList();
    }
}
