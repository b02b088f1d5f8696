package de.hypersoft.esolutions.kernel;

import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.audit.GuestTraces;
import de.hypersoft.esolutions.kernel.audit.LogTraces;
import de.hypersoft.esolutions.kernel.outbox.DeliveredRow;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.kernel.outbox.OutboxRow;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.Store;
import java.util.UUID;

/** What the log of acts and the outbox hold of a guest when people write names into reasons. */
public final class LoggedOfGuest {

    private LoggedOfGuest() {}

    public static GuestTraces traces(Store store) {
        return new LogTraces(store.entities());
    }

    public static void about(UUID tenant, UUID order, String number, String text, Store store, HandClock clock) {
        Audit audit = new Audit(store.entities(), clock);
        store.run(() -> {
            audit.record(Actor.user("1", "Maria"), tenant, "order-returned", number, text);
            audit.record(Actor.user("1", "Maria"), tenant, "order-returned", order.toString(), text);
            DeliveredRow.of("tell-guest", new Told(order.toString(), text), clock.instant(), store.entities());
            OutboxRow stuck = new OutboxRow("tell-guest", new Told(order.toString(), text), clock.instant());
            stuck.failed("refused " + text, clock.instant());
            store.entities().persist(stuck);
        });
    }

    /** Public because JSON-B reads it. */
    public record Told(String orderId, String reason) implements DomainEvent {
        @Override
        public String type() {
            return "order-advanced/1";
        }

        @Override
        public String aggregate() {
            return orderId;
        }
    }
}
