package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** A guest placed an order, and it can be handed to a till. */
public record OrderPlaced(UUID orderId, UUID tenantId, UUID locationId, String orderNumber, Instant placedAt)
        implements DomainEvent {
    @Override
    public String type() {
        return "order-placed/1";
    }

    @Override
    public String aggregate() {
        return orderId.toString();
    }
}
