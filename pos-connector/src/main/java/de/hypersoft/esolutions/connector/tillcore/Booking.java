package de.hypersoft.esolutions.connector.tillcore;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code bookings.log}: the order exactly as handed over, never re-priced (T1, I5), and the numbers the
 * till gave it.
 *
 * @param transactionNumber 40000000 to 49999999, the range of online orders (T37)
 * @param receiptNumber 1, 2, 3… without a gap per terminal
 * @param order null in memory once the kitchen ticket is printed
 */
record Booking(
        String orderId,
        String orderNumber,
        long transactionNumber,
        long receiptNumber,
        String terminalId,
        String at,
        String signer,
        boolean selfReleased,
        @Nullable JsonNode order) {

    Booking withoutOrder() {
        return new Booking(
                orderId, orderNumber, transactionNumber, receiptNumber, terminalId, at, signer, selfReleased, null);
    }
}
