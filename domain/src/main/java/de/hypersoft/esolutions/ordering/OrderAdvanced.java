package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The order has a new status, by the till's report or by a manager's hand. Told once per status it really took: a report
 * repeated or overtaken by a later one is none.
 *
 * @param reason as whoever moved it wrote it, null when nobody did
 */
public record OrderAdvanced(
        UUID orderId,
        UUID tenantId,
        UUID locationId,
        OrderStatus status,
        @Nullable String reason,
        Instant at) implements DomainEvent {

    /** What just became of this order. */
    public static OrderAdvanced of(Order order) {
        return new OrderAdvanced(
                order.id().value(),
                order.tenant().value(),
                order.location().value(),
                order.status(),
                order.statusReason(),
                order.statusAt());
    }

    @Override
    public String type() {
        return "order-advanced/1";
    }

    @Override
    public String aggregate() {
        return orderId.toString();
    }
}
