package de.hypersoft.esolutions.ordering;

import java.util.UUID;

/** Names one {@link Order}; the idempotency key of everything that happens to it at the till (T28). */
public record OrderId(UUID value) {

    /** @throws Orders.UnknownOrder when it is no id at all: to the caller that is the same as an unknown one */
    public static OrderId parse(String text) {
        try {
            return new OrderId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new Orders.UnknownOrder(text.length() > 40 ? "…" : text);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
