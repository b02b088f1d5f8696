package de.hypersoft.esolutions.connector.desk;

import de.hypersoft.esolutions.connector.journal.Journal;
import de.hypersoft.esolutions.connector.journal.JournalEntry;
import de.hypersoft.esolutions.connector.journal.Seen;
import de.hypersoft.esolutions.connector.tillcore.BookOfBookings;
import de.hypersoft.esolutions.connector.tillcore.DamagedBook;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at what the till remembers: whether it can be read, whether it fits together, whether it can grow. */
final class FolderCheck {

    private final Path data;
    private final Path core;
    private final boolean simulator;
    private final Findings found;
    private final Set<FileStore> measured = new HashSet<>();

    /** @param simulator whether the books are in this folder too */
    FolderCheck(Path data, boolean simulator, Findings found) {
        this.data = data;
        this.core = data.resolve(BookOfBookings.FOLDER);
        this.simulator = simulator;
        this.found = found;
    }

    void examine() {
        List<String> booked = journal();
        if (simulator) books(booked);
        disk(data, List.of(data.resolve(Journal.FILE)));
        if (simulator && Files.isDirectory(core)) disk(core, BookOfBookings.files(core));
    }

    /** @return the orders it knows to be booked; looked up before the books, which are never behind it */
    private List<String> journal() {
        try {
            Seen seen = Journal.look(data);
            found.well("journal", seen.rows().size());
            seen.halt().ifPresent(this::halted);
            return seen.booked();
        } catch (IOException unreadable) {
            found.sick("journal", found.reasons().of(unreadable));
            return List.of();
        }
    }

    private void halted(JournalEntry.Halted halt) {
        String steps = found.texts().of("alarm.rolled-back");
        String since = halt.at();
        if (since == null) {
            found.sick("halted", halt.why(), steps);
        } else {
            Instant at = Instant.parse(since);
            found.sick("halted-since", halt.why(), steps, Until.shown(at, at.atZone(ZoneId.systemDefault())));
        }
    }

    private void books(List<String> booked) {
        try {
            BookOfBookings books = BookOfBookings.look(core);
            List<String> missing = books.missing(booked);
            if (!missing.isEmpty()) {
                found.sick("book-short", BookOfBookings.bookings(core), missing.size(), booked.size());
            } else if (Files.isDirectory(core)) {
                found.well("book", books.orders().size());
            }
        } catch (DamagedBook damaged) {
            found.sick("book", damaged.words(found.texts()));
        } catch (IOException unreadable) {
            found.sick("book", found.reasons().of(unreadable));
        }
    }

    private void disk(Path folder, List<Path> logs) {
        Path place = folder;
        try {
            Path written = DiskCheck.write(folder);
            for (Path log : logs) {
                place = log;
                DiskCheck.growth(log);
            }
            found.well("disk", written);
        } catch (IOException noWrite) {
            found.sick("disk", place.toAbsolutePath(), found.reasons().of(noWrite));
        }
        space(folder);
    }

    private void space(Path folder) {
        try {
            if (!measured.add(DiskCheck.store(folder))) {
                return; // the same disk as before
            }
            long free = DiskCheck.freeMegabytes(folder);
            if (free < DiskCheck.LEAST_MEGABYTES) {
                found.sick("space", free, DiskCheck.LEAST_MEGABYTES, folder.toAbsolutePath());
            } else {
                found.well("space", free, folder.toAbsolutePath());
            }
        } catch (IOException unknown) {
            found.sick("disk", folder.toAbsolutePath(), found.reasons().of(unknown));
        }
    }
}
