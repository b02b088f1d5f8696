package de.hypersoft.esolutions.connector.tillcore;

import com.fasterxml.jackson.databind.JsonNode;
import de.hypersoft.esolutions.connector.disk.FolderLock;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Prints to the console and to {@code tickets/<transaction number>.txt}. The file tells a later start that the paper is
 * out; a booking without one is printed again and marked, since nobody knows how far the first print came.
 */
final class TicketPrinter {

    private final Path folder;
    private final Ticket ticket;
    private final PrintStream console;

    private TicketPrinter(Path folder, Ticket ticket, PrintStream console) {
        this.folder = folder;
        this.ticket = ticket;
        this.console = console;
    }

    static TicketPrinter into(Path folder, Ticket ticket, PrintStream console) throws IOException {
        FolderLock.makePrivate(folder);
        return new TicketPrinter(folder, ticket, console);
    }

    boolean printed(Booking booking) {
        return Files.exists(file(booking, ""));
    }

    void print(Booking booking, JsonNode order, boolean again) throws IOException {
        write(file(booking, ""), ticket.text(booking, order, again));
    }

    /** Prints the paper of an earlier booking once more, marked. */
    void reprint(Booking booking, JsonNode order) throws IOException {
        int copy = 1;
        while (Files.exists(file(booking, "-copy" + copy))) copy++;
        write(file(booking, "-copy" + copy), ticket.text(booking, order, true));
    }

    private Path file(Booking booking, String suffix) {
        return folder.resolve(booking.transactionNumber() + suffix + ".txt");
    }

    private void write(Path file, String text) throws IOException {
        synchronized (console) {
            console.print(text);
            console.flush();
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, text, StandardCharsets.UTF_8);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
