package de.hypersoft.esolutions.connector.journal;

import org.jspecify.annotations.Nullable;

/**
 * Something the portal asks of the people at the till, as "void it at the till", or of this program.
 *
 * @param orderId empty when it is about no order
 */
public record Task(String id, String kind, @Nullable String orderId, String text) {

    private static final String SEND_CATALOG = "SEND_CATALOG";

    /** Whether the program does it by itself; every other task is shown to a person. */
    public boolean forProgram() {
        return kind.equals(SEND_CATALOG);
    }
}
