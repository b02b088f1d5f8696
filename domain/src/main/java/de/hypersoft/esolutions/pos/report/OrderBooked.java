package de.hypersoft.esolutions.pos.report;

import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A till booked an order: the first one after the cut-off opens the business day (T40).
 *
 * @param bookedAt the till's clock, null when it told none; {@code receivedAt} ours
 */
public record OrderBooked(
        UUID orderId,
        UUID tenantId,
        UUID locationId,
        UUID tillId,
        @Nullable Instant bookedAt,
        Instant receivedAt) implements DomainEvent {
    @Override
    public String type() {
        return "order-booked/1";
    }

    @Override
    public String aggregate() {
        return orderId.toString();
    }
}
