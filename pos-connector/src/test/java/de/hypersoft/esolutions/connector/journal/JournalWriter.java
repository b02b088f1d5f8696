package de.hypersoft.esolutions.connector.journal;

import de.hypersoft.esolutions.connector.journal.Journal.Facts;
import java.nio.file.Path;
import java.time.Clock;

/** A program of its own that writes a journal until it is killed, and says each fact only after the journal has it. */
public final class JournalWriter {

    private JournalWriter() {}

    public static void main(String[] arguments) throws Exception {
        try (Journal journal = Journal.open(Path.of(arguments[0]), Clock.systemUTC())) {
            long number = journal.rows().size();
            while (true) {
                String orderId = "order-" + number++;
                journal.apply(orderId, new JournalEvent.Offered(1), Facts.NONE);
                System.out.println("row " + orderId);
                System.out.println("seq " + journal.nextSequence());
                System.out.flush();
            }
        }
    }
}
