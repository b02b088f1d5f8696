package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.tenancy.OrderType;

/** How the guest pays; online payment joins when a provider is connected. */
public enum PaymentMethod {
    AT_PICKUP,
    AT_DOOR;

    public boolean fits(OrderType type) {
        return switch (type) {
            case PICKUP, IN_HOUSE -> this == AT_PICKUP;
            case DELIVERY -> this == AT_DOOR;
        };
    }
}
