package de.hypersoft.esolutions.pos.report;

import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderAdvanced;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.pos.PosTransfer;
import de.hypersoft.esolutions.pos.TransferMove;
import de.hypersoft.esolutions.pos.Transfers;
import de.hypersoft.esolutions.pos.tills.TillId;
import de.hypersoft.esolutions.pos.tills.Tills;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of cancelling an order that is at the till already. It moves nothing between us and the till: the order
 * stays where it is, and both facts stand beside it.
 */
@ApplicationScoped
public class Voids {

    private static final List<PosTransfer> AT_THE_TILL =
            List.of(PosTransfer.TRANSFERRED_AUTO, PosTransfer.TRANSFERRED_MANUAL);

    private final EntityManager entities;
    private final Tills tills;
    private final Transfers transfers;
    private final Orders orders;
    private final Event<DomainEvent> events;

    @Inject
    public Voids(EntityManager entities, Tills tills, Transfers transfers, Orders orders, Event<DomainEvent> events) {
        this.entities = entities;
        this.tills = tills;
        this.transfers = transfers;
        this.orders = orders;
        this.events = events;
    }

    /** @return false when the till does not have the order, or it is cancelled there already */
    boolean asked(OrderId order, Instant now) {
        return entities.createQuery("update TransferRow t set t.voidAskedAt = :now where t.order = :order"
                                + " and t.state = :auto and t.voidedAt is null")
                        .setParameter("now", now)
                        .setParameter("order", order.value())
                        .setParameter("auto", PosTransfer.TRANSFERRED_AUTO)
                        .executeUpdate()
                == 1;
    }

    /** The till that was asked can not: nobody waits for its answer any more, and its words stand in the history. */
    public void unable(TillId till, OrderId order, String detail, Instant now) {
        boolean waited = entities.createQuery("update TransferRow t set t.voidAskedAt = null where t.order = :order"
                                + " and t.till = :till and t.voidAskedAt is not null and t.voidedAt is null")
                        .setParameter("order", order.value())
                        .setParameter("till", till.value())
                        .executeUpdate()
                == 1;
        if (!waited) return;
        transfers.note(
                transfers.placed(order),
                TransferMove.Move.VOID_UNABLE,
                tills.get(till).actor(),
                detail,
                now);
    }

    /**
     * The order is cancelled at the till: its guest hears it, once, however often and by whom it is said. A rejected order
     * stays rejected, since its guest knows.
     *
     * @param reason for the guest; null for the one with which the till was asked
     * @return false when that was known, when nobody has the order, or when its till still owes the booking
     */
    boolean done(OrderId id, @Nullable String reason, Instant now) {
        boolean first = entities.createQuery("update TransferRow t set t.voidedAt = :now where t.order = :order"
                                + " and t.state in :atTheTill and t.voidedAt is null and t.unbookedSince is null")
                        .setParameter("now", now)
                        .setParameter("order", id.value())
                        .setParameter("atTheTill", AT_THE_TILL)
                        .executeUpdate()
                == 1;
        if (!first) return false;
        Order order = orders.get(id);
        String why = reason == null || reason.isBlank() ? asking(id) : reason;
        if (order.status() != OrderStatus.REJECTED && order.advance(OrderStatus.CANCELLED, why, now))
            events.fire(OrderAdvanced.of(order));
        return true;
    }

    private @Nullable String asking(OrderId order) {
        return entities.createQuery(
                        "select m.detail from TransferMove m where m.order = :order and m.move = :asked order by m.at desc, m.id desc",
                        String.class)
                .setParameter("order", order.value())
                .setParameter("asked", TransferMove.Move.ASK_VOID)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }
}
