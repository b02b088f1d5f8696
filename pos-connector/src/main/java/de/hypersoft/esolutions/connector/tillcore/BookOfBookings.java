package de.hypersoft.esolutions.connector.tillcore;

import de.hypersoft.esolutions.connector.disk.AppendLog;
import de.hypersoft.esolutions.connector.disk.DamagedLog;
import de.hypersoft.esolutions.connector.disk.Framing;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The simulator's books as somebody sees them who does not write them; the till core may be writing right now. */
public record BookOfBookings(Set<String> orders) {

    /** The simulator's folder in the data folder. */
    public static final String FOLDER = "till-core";

    static final String BOOKINGS = "bookings.log";
    static final String SIGNATURES = "signatures.log";

    /** @throws DamagedBook when the till core could not open it */
    public static BookOfBookings look(Path folder) throws IOException {
        List<Booking> booked = read(folder.resolve(BOOKINGS), Booking.class, Booking::orderId);
        read(folder.resolve(SIGNATURES), Signature.class, Signature::orderId);
        return new BookOfBookings(booked.stream().map(Booking::orderId).collect(Collectors.toUnmodifiableSet()));
    }

    public static Path bookings(Path folder) {
        return folder.resolve(BOOKINGS);
    }

    /** What the till core appends to. */
    public static List<Path> files(Path folder) {
        return List.of(folder.resolve(BOOKINGS), folder.resolve(SIGNATURES));
    }

    /** Equal as long as nobody changes the books. */
    public static List<String> stamp(Path folder) throws IOException {
        List<String> stamp = new ArrayList<>();
        for (Path file : files(folder))
            stamp.add(Files.exists(file) ? Files.size(file) + " " + Files.getLastModifiedTime(file) : "none");
        return stamp;
    }

    /** Which of these orders stand in no book although they were booked. */
    public List<String> missing(Collection<String> booked) {
        return booked.stream().filter(order -> !orders.contains(order)).toList();
    }

    private static <T> List<T> read(Path file, Class<T> type, Function<T, @Nullable String> order) throws IOException {
        try {
            return entries(file, AppendLog.read(file, Framing.JSON_LINES), type, order);
        } catch (DamagedLog damaged) {
            throw new DamagedBook(damaged);
        }
    }

    /** The lines as what they say; an object without an order is as unreadable as no object. */
    static <T> List<T> entries(Path file, List<String> lines, Class<T> type, Function<T, @Nullable String> order)
            throws DamagedBook {
        List<T> entries = new ArrayList<>();
        long position = 0;
        for (String line : lines) {
            try {
                T entry = ConnectorJson.read(line, type);
                if (order.apply(entry) == null) throw new IOException("a line without an order");
                entries.add(entry);
            } catch (IOException unreadable) {
                throw new DamagedBook(file, position, unreadable);
            }
            position += line.getBytes(StandardCharsets.UTF_8).length + 1;
        }
        return entries;
    }
}
