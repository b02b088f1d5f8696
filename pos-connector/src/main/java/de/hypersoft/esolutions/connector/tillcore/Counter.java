package de.hypersoft.esolutions.connector.tillcore;

import com.fasterxml.jackson.databind.JsonNode;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import de.hypersoft.esolutions.connector.wire.Receipt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the till core does with an order, whoever asks: check, book and print once, release, print again. */
final class Counter {

    private final Bookings bookings;
    private final TicketPrinter printer;
    private final Path bookingFile;

    Counter(Bookings bookings, TicketPrinter printer, Path bookingFile) {
        this.bookings = bookings;
        this.printer = printer;
        this.bookingFile = bookingFile;
    }

    /** What the caller hears of a booking. */
    record Booked(String orderId, long transactionNumber, boolean selfReleased, boolean fresh, Receipt receipt) {}

    /** After a crash between booking and paper: print what is missing, marked. @return how many */
    int finishPrinting() throws IOException {
        int printed = 0;
        for (Booking booking : bookings.all()) {
            JsonNode order = booking.order();
            if (order != null && !printer.printed(booking)) {
                printer.print(booking, order, true);
                printed++;
            }
            bookings.printed(booking);
        }
        return printed;
    }

    /** @throws CannotBook when this is no order a till could book */
    void check(JsonNode order) {
        if (order.path("orderId").asText("").isEmpty() || !order.path("lines").isArray())
            throw new CannotBook(422, "unreadable-order", "The order has no id or no lines.");
        if (order.path("lines").isEmpty()) throw new CannotBook(422, "empty-order", "The order has no lines.");
        for (JsonNode line : order.path("lines")) {
            if (line.path("quantity").asLong(0) < 1
                    || line.path("name").asText("").isEmpty()) {
                throw new CannotBook(422, "unreadable-order", "A line has no name or no quantity.");
            }
        }
    }

    /** Books once per order id; the second time the first booking is the answer and nothing is printed (T28). */
    Booked book(JsonNode order) throws IOException {
        check(order);
        Booking known = bookings.find(order.path("orderId").asText()).orElse(null);
        if (known != null) return booked(known, false);
        Booking booking = bookings.book(order);
        printer.print(booking, order, false);
        bookings.printed(booking);
        return booked(booking, true);
    }

    Booked find(String orderId) {
        return booked(known(orderId), false);
    }

    Receipt release(String orderId) throws IOException {
        return bookings.release(known(orderId));
    }

    void reprint(String orderId) throws IOException {
        Booking booking = known(orderId);
        try (var lines = Files.lines(bookingFile, StandardCharsets.UTF_8)) {
            String line = lines.filter(text -> text.contains(orderId))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the booking of " + orderId + " is gone from " + bookingFile));
            printer.reprint(
                    booking,
                    ConnectorJson.tree(line.getBytes(StandardCharsets.UTF_8)).path("order"));
        }
    }

    int count() {
        return bookings.all().size();
    }

    private Booked booked(Booking booking, boolean fresh) {
        return new Booked(
                booking.orderId(),
                booking.transactionNumber(),
                booking.selfReleased(),
                fresh,
                bookings.receipt(booking));
    }

    private Booking known(String orderId) {
        return bookings.find(orderId)
                .orElseThrow(() -> new CannotBook(404, "not-booked", "No booking of order " + orderId + "."));
    }
}
