package de.hypersoft.esolutions.connector.tillcore;

import com.fasterxml.jackson.databind.JsonNode;
import de.hypersoft.esolutions.connector.disk.AppendLog;
import de.hypersoft.esolutions.connector.disk.DamagedLog;
import de.hypersoft.esolutions.connector.disk.Framing;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import de.hypersoft.esolutions.connector.wire.Receipt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The till's books: one booking per order id, one signature per released booking, each a line on the disk before
 * anybody hears of it. Not safe for several threads; the server has one.
 */
final class Bookings implements AutoCloseable {

    static final String SIGNER = "SIMULATOR";
    static final long FIRST_TRANSACTION = 40_000_000;
    static final long LAST_TRANSACTION = 49_999_999;
    private static final Set<String> SELF_RELEASED = Set.of("VOUCHER", "RETAIL");

    private final AppendLog bookingLog;
    private final AppendLog signatureLog;
    private final Map<String, Booking> bookings = new LinkedHashMap<>();
    private final Map<String, Signature> signatures = new HashMap<>();
    private final Map<String, Long> lastReceipts = new HashMap<>();
    private final String terminalId;
    private final Clock clock;
    private long lastTransaction = FIRST_TRANSACTION - 1;

    private Bookings(AppendLog bookingLog, AppendLog signatureLog, String terminalId, Clock clock) {
        this.bookingLog = bookingLog;
        this.signatureLog = signatureLog;
        this.terminalId = terminalId;
        this.clock = clock;
    }

    static Bookings open(Path folder, String terminalId, Clock clock) throws IOException {
        Path bookingFile = folder.resolve(BookOfBookings.BOOKINGS);
        Path signatureFile = folder.resolve(BookOfBookings.SIGNATURES);
        AppendLog.Opened booked = open(bookingFile);
        AppendLog.Opened signed = open(signatureFile);
        Bookings books = new Bookings(booked.log(), signed.log(), terminalId, clock);
        BookOfBookings.entries(bookingFile, booked.lines(), Booking.class, Booking::orderId)
                .forEach(books::remember);
        BookOfBookings.entries(signatureFile, signed.lines(), Signature.class, Signature::orderId)
                .forEach(signature -> books.signatures.put(signature.orderId(), signature));
        return books;
    }

    private static AppendLog.Opened open(Path file) throws IOException {
        try {
            return AppendLog.open(file, Framing.JSON_LINES);
        } catch (DamagedLog damaged) {
            throw new DamagedBook(damaged);
        }
    }

    Optional<Booking> find(String orderId) {
        return Optional.ofNullable(bookings.get(orderId));
    }

    List<Booking> all() {
        return List.copyOf(bookings.values());
    }

    /** Books an order that is not booked yet. @throws CannotBook when the numbers for online orders are used up (T37) */
    Booking book(JsonNode order) throws IOException {
        if (lastTransaction >= LAST_TRANSACTION) {
            throw new CannotBook(
                    503,
                    "transaction-numbers-used-up",
                    "All numbers from 40000000 to 49999999 are used; begin a new till core folder after the archive.");
        }
        Booking booking = new Booking(
                order.path("orderId").asText(),
                order.path("orderNumber").asText(),
                lastTransaction + 1,
                lastReceipts.getOrDefault(terminalId, 0L) + 1,
                terminalId,
                clock.instant().toString(),
                SIGNER,
                SELF_RELEASED.contains(order.path("orderType").asText()),
                order);
        bookingLog.append(ConnectorJson.write(booking));
        remember(booking);
        return booking;
    }

    /** Signs a booking, once; the second call gives the first signature (T31: nothing is signed before it is released). */
    Receipt release(Booking booking) throws IOException {
        if (!signatures.containsKey(booking.orderId())) {
            long counter = signatures.size() + 1L;
            Signature signature = new Signature(
                    booking.orderId(),
                    counter,
                    value(booking, counter),
                    clock.instant().toString());
            signatureLog.append(ConnectorJson.write(signature));
            signatures.put(booking.orderId(), signature);
        }
        return receipt(booking);
    }

    Receipt receipt(Booking booking) {
        Signature signature = signatures.get(booking.orderId());
        return signature == null
                ? new Receipt(booking.receiptNumber(), booking.terminalId(), null, null)
                : new Receipt(
                        booking.receiptNumber(),
                        booking.terminalId(),
                        signature.signatureCounter(),
                        signature.signatureValue());
    }

    /** The ticket is on paper: the order need not be kept in memory. */
    void printed(Booking booking) {
        bookings.put(booking.orderId(), booking.withoutOrder());
    }

    @Override
    public void close() throws IOException {
        bookingLog.close();
        signatureLog.close();
    }

    private void remember(Booking booking) {
        bookings.put(booking.orderId(), booking);
        lastReceipts.merge(booking.terminalId(), booking.receiptNumber(), Math::max);
        lastTransaction = Math.max(lastTransaction, booking.transactionNumber());
    }

    private static String value(Booking booking, long counter) {
        String signed = booking.orderId() + '|' + booking.terminalId() + '|' + booking.receiptNumber() + '|' + counter;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(signed.getBytes(StandardCharsets.UTF_8));
            return SIGNER + "-" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
