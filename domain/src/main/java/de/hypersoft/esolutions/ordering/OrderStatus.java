package de.hypersoft.esolutions.ordering;

/**
 * Where an order stands for the guest. Independent of the transfer to the till (T26). What is reported out of order is
 * accepted, and a status never moves backwards: of two statuses the later in this list stays. That also is the
 * precedence of the ends: REJECTED overrules COMPLETED, CANCELLED overrules both.
 */
public enum OrderStatus {
    PLACED,
    ACCEPTED,
    PREPARING,
    READY,
    COMPLETED,
    REJECTED,
    CANCELLED;

    public boolean isTerminal() {
        return compareTo(COMPLETED) >= 0;
    }

    public OrderStatus or(OrderStatus reported) {
        return reported.compareTo(this) > 0 ? reported : this;
    }
}
