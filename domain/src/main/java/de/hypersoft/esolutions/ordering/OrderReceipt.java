package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.kernel.Money;
import java.time.Instant;

/**
 * What the guest's client is told after placing.
 *
 * @param trackingToken the secret of the status page
 * @param promisedAt when it can be had
 * @param first false when this is the answer to a repeated request
 */
public record OrderReceipt(
        OrderId orderId,
        String orderNumber,
        OrderStatus status,
        Instant promisedAt,
        Money total,
        String trackingToken,
        boolean first)
        implements Placing {

    public static OrderReceipt of(Order order, boolean first) {
        return new OrderReceipt(
                order.id(),
                order.number(),
                order.status(),
                order.promisedAt(),
                order.total(),
                order.trackingToken(),
                first);
    }
}
