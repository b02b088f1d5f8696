package de.hypersoft.esolutions.connector.journal;

import org.jspecify.annotations.Nullable;

/**
 * Something the portal asks of the people at the till, as "void it at the till", or of this program.
 *
 * @param orderId empty when it is about no order
 */
public record Task(String id, String kind, @Nullable String orderId, String text) {

    private static final String SEND_CATALOG = "SEND_CATALOG";

    private static final String VOID_AT_TILL = "VOID_AT_TILL";

    /** Whether the program does it by itself; every other task is shown to a person. */
    public boolean forProgram() {
        return kind.equals(SEND_CATALOG);
    }

    /** Whether a person is to cancel an order at the till and say so afterwards. */
    public boolean toVoid() {
        return kind.equals(VOID_AT_TILL);
    }
}
