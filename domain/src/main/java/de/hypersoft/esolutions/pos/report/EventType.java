package de.hypersoft.esolutions.pos.report;

import de.hypersoft.esolutions.ordering.OrderStatus;
import org.jspecify.annotations.Nullable;

/** What a till reports of an order it has. A cart is signed only after the operator released it (T31). */
public enum EventType {
    /** The till core has it: kitchen ticket printed. */
    BOOKED(null),
    /** The operator released it. */
    RELEASED(OrderStatus.ACCEPTED),
    SIGNED(null),
    REJECTED(OrderStatus.REJECTED),
    /** What it had booked is cancelled there. */
    VOIDED(OrderStatus.CANCELLED),
    PREPARING(OrderStatus.PREPARING),
    READY(OrderStatus.READY),
    COMPLETED(OrderStatus.COMPLETED);

    private final @Nullable OrderStatus status;

    EventType(@Nullable OrderStatus status) {
        this.status = status;
    }

    /** The order status it means, null when it means none. */
    public @Nullable OrderStatus status() {
        return status;
    }
}
