package de.hypersoft.esolutions.retention;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What {@code guest-columns.txt} says of every text column: whether a guest's words may stand in it, or why not. */
public final class GuestColumns {

    private static final String GUEST = "guest";

    private GuestColumns() {}

    /** All that somebody has decided about, as schema.table.column. */
    public static Set<String> decided() {
        return columns(line -> true);
    }

    /** Those in which a guest's words may stand, and from which they go. */
    public static Set<String> ofGuests() {
        return columns(line -> line.reason().equals(GUEST));
    }

    private record Line(String table, String[] columns, String reason) {
        static Line of(String line) {
            int behindTable = line.indexOf(": ");
            int behindColumns = line.indexOf(" = ");
            if (behindTable < 0
                    || behindColumns < 0
                    || line.substring(behindColumns + 3).isBlank())
                throw new IllegalStateException("no reason is given: " + line);
            return new Line(
                    line.substring(0, behindTable),
                    line.substring(behindTable + 2, behindColumns).split(" "),
                    line.substring(behindColumns + 3));
        }
    }

    private static Set<String> columns(Predicate<Line> meant) {
        Set<String> columns = new TreeSet<>();
        try (InputStream file = GuestColumns.class.getResourceAsStream("guest-columns.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Line::of)
                    .filter(meant)
                    .flatMap(line -> Stream.of(line.columns()).map(column -> line.table() + "." + column))
                    .forEach(column -> {
                        if (!columns.add(column)) throw new IllegalStateException("decided twice: " + column);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return columns;
    }
}
