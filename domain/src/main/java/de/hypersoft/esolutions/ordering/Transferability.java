package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.kernel.database.Inserts;
import java.time.Instant;

/**
 * What ordering asks of the handover, against the arrow: the row that makes an order transferable is inserted with
 * it, never by a listener afterwards (handover, state PENDING).
 */
public interface Transferability {

    void open(Order order, Instant now, Inserts inserts);
}
