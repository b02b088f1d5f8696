package de.hypersoft.esolutions.connector.journal;

import de.hypersoft.esolutions.connector.wire.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * A word about an order that the portal is to hear, in the order of seq. Never changes; whether it was sent is the
 * journal's knowledge.
 *
 * @param seq 1, 2, 3… per order; the portal drops a repetition of (order, fence, seq)
 * @param at ISO instant at which it happened at the till
 */
public record StatusEvent(
        long seq,
        Type type,
        String at,
        @Nullable String reason,
        @Nullable Receipt receipt) {

    /** What happened at the till. */
    public enum Type {
        BOOKED,
        RELEASED,
        SIGNED,
        PREPARING,
        READY,
        COMPLETED,
        REJECTED,
        /** What was booked is cancelled at the till. */
        VOIDED
    }
}
