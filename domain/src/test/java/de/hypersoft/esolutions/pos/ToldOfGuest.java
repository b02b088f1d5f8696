package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.GuestTraces;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.pos.board.OrderBoard;
import de.hypersoft.esolutions.pos.report.EventType;
import de.hypersoft.esolutions.pos.report.HandoverTraces;
import de.hypersoft.esolutions.pos.report.ReportEvents;
import de.hypersoft.esolutions.pos.report.TillEvent;
import de.hypersoft.esolutions.pos.tills.TillId;
import de.hypersoft.esolutions.pos.tills.TillTask;
import de.hypersoft.esolutions.pos.tills.TillTasks;
import de.hypersoft.esolutions.testing.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The handover of an order at which people and tills wrote the guest's words wherever they can write. */
public final class ToldOfGuest {

    private ToldOfGuest() {}

    public static GuestTraces traces(Store store) {
        return new HandoverTraces(store.entities());
    }

    public static OrderBoard board(Store store, Clock clock) {
        Transfers transfers = new Transfers(store.entities(), new Told<Changed>());
        return new OrderBoard(store.entities(), transfers, new Orders(store.entities()), clock);
    }

    /** A till has it, has booked it and was asked to void it. */
    public static void about(Order order, String text, Store store, Instant now) {
        waiting(order, store, now);
        UUID till = UUID.randomUUID();
        store.run(() -> {
            Transfer opened = Transfer.opened(order.id().value(), order.promisedAt(), now);
            store.entities()
                    .persist(new TransferMove(TransferMove.Move.RETURN, opened, Actor.user("1", "Maria"), text, now));
            ReportEvents.Report booked = new ReportEvents.Report(
                    1L,
                    1,
                    EventType.BOOKED,
                    now,
                    text,
                    "{\"number\":\"4711\",\"total\":\"23.80\",\"for\":\"" + text + "\"}");
            store.entities().persist(new TillEvent(order.id().value(), new TillId(till), booked, false, now));
            store.entities()
                    .persist(TillTask.aboutOrder(
                            new TillId(till),
                            order.id().value(),
                            TillTasks.Kind.VOID_AT_TILL,
                            order.number() + ": " + text,
                            now));
            store.entities()
                    .createNativeQuery("update pos.transfer set state = 'TRANSFERRED_AUTO', booked = true,"
                            + " waiting_since = null, waiting_location = null, age_from = null, owner = 'Kasse 1',"
                            + " receipt_number = :number, receipt_reason = :text, refusal_code = 'other',"
                            + " refusal_detail = :text where order_id = :order")
                    .setParameter("text", text)
                    .setParameter("number", "4711 " + text.substring(0, Math.min(text.length(), 40)))
                    .setParameter("order", order.id().value())
                    .executeUpdate();
        });
    }

    /** No till fetched it. */
    public static void waiting(Order order, Store store, Instant now) {
        store.run(() -> store.entities()
                .persist(new TransferRow(order, Transfer.opened(order.id().value(), order.promisedAt(), now))));
    }
}
