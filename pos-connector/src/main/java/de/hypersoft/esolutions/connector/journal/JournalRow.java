package de.hypersoft.esolutions.connector.journal;

/**
 * One order as the journal knows it. The pair (state, owes) alone decides what is to be done next, see {@link
 * JournalRules#due}; so a crash at any place is the same as {@link JournalRules#restarted}.
 *
 * @param fence the highest fence under which the portal offered the order; it never falls
 * @param owes whether the portal is owed a word before anything else may happen to the row: an acknowledgement
 *     (RECEIVED, CONFIRMED, BOOKED) or a refusal (REFUSED)
 */
public record JournalRow(String orderId, State state, long fence, boolean owes) {

    /** RECEIVED → CONFIRMED → BOOKED; DISCARDED and REFUSED end it until a higher fence reopens the row. */
    public enum State {
        /** Stored here durably; the portal does not know that yet, or its answer was lost. */
        RECEIVED,
        /** The portal answered that the order is this till's; the till core has not yet said that it booked. */
        CONFIRMED,
        /** The till core holds the one booking of this order. Never left again. */
        BOOKED,
        /** The portal answered that somebody else has the order. */
        DISCARDED,
        /** This till can not take the order and says so; never acknowledged under this fence. */
        REFUSED
    }

    JournalRow at(long newFence) {
        return new JournalRow(orderId, state, newFence, owes);
    }

    JournalRow owing(boolean newOwes) {
        return new JournalRow(orderId, state, fence, newOwes);
    }

    JournalRow to(State newState, boolean newOwes) {
        return new JournalRow(orderId, newState, fence, newOwes);
    }
}
