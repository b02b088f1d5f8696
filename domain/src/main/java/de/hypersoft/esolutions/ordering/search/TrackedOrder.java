package de.hypersoft.esolutions.ordering.search;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderDocument;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as its guest follows it.
 *
 * @param promisedAt when the guest was told to have it
 * @param document as it was placed
 */
public record TrackedOrder(
        OrderId id,
        LocationId location,
        String number,
        OrderType type,
        Instant placedAt,
        Instant promisedAt,
        OrderStatus status,
        Instant statusAt,
        @Nullable String statusReason,
        Money total,
        String trackingToken,
        OrderDocument document) {

    static TrackedOrder of(Order order) {
        return new TrackedOrder(
                order.id(),
                order.location(),
                order.number(),
                order.type(),
                order.placedAt(),
                order.promisedAt(),
                order.status(),
                order.statusAt(),
                order.statusReason(),
                order.total(),
                order.trackingToken(),
                order.document());
    }
}
