package de.hypersoft.esolutions.retention;

import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import java.util.UUID;

/**
 * A guest asked for something from the page of an order. Told once for each order and wish that is not answered yet.
 *
 * @param times how often this was asked by now; each is told anew
 */
public record GuestAsked(
        UUID orderId, UUID tenantId, UUID locationId, String orderNumber, GuestRequestKind wish, int times)
        implements DomainEvent {
    @Override
    public String type() {
        return "guest-asked/1";
    }

    @Override
    public String aggregate() {
        return orderId.toString();
    }
}
