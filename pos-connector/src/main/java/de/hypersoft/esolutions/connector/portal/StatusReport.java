package de.hypersoft.esolutions.connector.portal;

import de.hypersoft.esolutions.connector.journal.StatusEvent;
import de.hypersoft.esolutions.connector.wire.Receipt;
import org.jspecify.annotations.Nullable;

/** A status event on the wire: the event, under the fence the row has now. */
public record StatusReport(
        long fence,
        long seq,
        String type,
        String at,
        @Nullable String reason,
        @Nullable Receipt receipt) {

    public static StatusReport of(long fence, StatusEvent event) {
        return new StatusReport(fence, event.seq(), event.type().name(), event.at(), event.reason(), event.receipt());
    }
}
