package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.ordering.OrderId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

/** What is noted beside a transfer and moves nothing: receipt number, reasons, refusals, the alarm of a double. */
@ApplicationScoped
public class TransferNotes {

    private final EntityManager entities;

    @Inject
    public TransferNotes(EntityManager entities) {
        this.entities = entities;
    }

    void refused(OrderId order, String code, String detail) {
        entities.createQuery("update TransferRow t set t.refusalCode = :code, t.refusalDetail = :detail"
                        + " where t.order = :order")
                .setParameter("code", cut(code, 64))
                .setParameter("detail", cut(detail, 500))
                .setParameter("order", order.value())
                .executeUpdate();
    }

    /** @return false when the order is not ticked any more */
    boolean receipt(OrderId order, @Nullable String number, @Nullable String reason) {
        return entities.createQuery("update TransferRow t set t.receiptNumber = :number, t.receiptReason = :reason"
                                + " where t.order = :order and t.state = :ticked")
                        .setParameter("number", number)
                        .setParameter("reason", reason)
                        .setParameter("order", order.value())
                        .setParameter("ticked", PosTransfer.TRANSFERRED_MANUAL)
                        .executeUpdate()
                == 1;
    }

    /** Of a ticked order of which no receipt is known: there is none to be asked for any more, for this reason. */
    public void noReceipt(OrderId order, String reason) {
        entities.createQuery("update TransferRow t set t.receiptReason = :reason where t.order = :order"
                        + " and t.state = :ticked and t.receiptNumber is null and t.receiptReason is null")
                .setParameter("reason", reason)
                .setParameter("order", order.value())
                .setParameter("ticked", PosTransfer.TRANSFERRED_MANUAL)
                .executeUpdate();
    }

    /**
     * A person settled what a till acknowledged and never booked.
     *
     * @return false when it is not open any more
     */
    public boolean settle(OrderId order, @Nullable String number, @Nullable String reason) {
        return entities.createQuery("update TransferRow t set t.receiptNumber = :number, t.receiptReason = :reason,"
                                + " t.unbookedSince = null where t.order = :order and t.unbookedSince is not null")
                        .setParameter("number", number)
                        .setParameter("reason", reason)
                        .setParameter("order", order.value())
                        .executeUpdate()
                == 1;
    }

    /** Locks the order's row until the transaction ends, if the till still owes the booking and nobody settled it. */
    public boolean lockUnbooked(OrderId order) {
        return entities.createQuery("update TransferRow t set t.unbookedSince = t.unbookedSince"
                                + " where t.order = :order and t.unbookedSince is not null")
                        .setParameter("order", order.value())
                        .executeUpdate()
                == 1;
    }

    void forgetReceipt(OrderId order) {
        entities.createQuery(
                        "update TransferRow t set t.receiptNumber = null, t.receiptReason = null where t.order = :order")
                .setParameter("order", order.value())
                .executeUpdate();
    }

    public void mayBeDoubled(OrderId order) {
        entities.createQuery("update TransferRow t set t.mayBeDoubled = true where t.order = :order")
                .setParameter("order", order.value())
                .executeUpdate();
    }

    private static String cut(String text, int max) {
        return text.length() > max ? text.substring(0, max) : text;
    }
}
