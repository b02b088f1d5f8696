package de.hypersoft.esolutions.connector.journal;

/** The outcome of one event: the row to store durably first, and then what to do. */
public record Step(JournalRow row, Action action) {

    /** What the program does after the row is on disk. */
    public enum Action {
        /** The row rests. */
        NOTHING,
        /**
         * Send the acknowledgement with the row's fence. Before it, the till core is asked whether it already holds a
         * booking of this order ({@link JournalEvent.CoreBooked} if so); while the till core can not say, nothing is
         * acknowledged, because an acknowledgement promises a booking.
         */
        ACKNOWLEDGE,
        /** Send the refusal with the row's fence. */
        REFUSE,
        /** Have the till core book the order, once per order id. */
        BOOK,
        /** Send all its status events, under the row's fence. */
        REPORT,
        /** Change nothing, try again later, and tell a person that the portal answers neither yes nor no. */
        TELL_PERSON,
        /** Stop claiming and acknowledging until a person decided which journal is the right one. */
        HALT
    }
}
