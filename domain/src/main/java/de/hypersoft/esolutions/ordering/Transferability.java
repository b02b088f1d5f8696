package de.hypersoft.esolutions.ordering;

import java.time.Instant;

/**
 * What ordering asks of the handover, against the arrow: the row that makes an order transferable is written in the
 * transaction that places it, never by a listener afterwards (handover, state PENDING).
 */
public interface Transferability {

    void open(Order order, Instant now);
}
