package de.hypersoft.esolutions.reporting;

import de.hypersoft.esolutions.ordering.OrderStatus;

/** What became of an order as far as the sums are concerned. */
enum Outcome {
    SOLD,
    REJECTED,
    CANCELLED;

    static Outcome of(OrderStatus status) {
        return switch (status) {
            case PLACED, ACCEPTED, PREPARING, READY, COMPLETED -> SOLD;
            case REJECTED -> REJECTED;
            case CANCELLED -> CANCELLED;
        };
    }
}
