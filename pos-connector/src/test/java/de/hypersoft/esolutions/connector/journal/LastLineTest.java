package de.hypersoft.esolutions.connector.journal;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.connector.journal.Journal.Facts;
import de.hypersoft.esolutions.connector.journal.JournalEvent.Answer;
import de.hypersoft.esolutions.connector.journal.JournalRow.State;
import de.hypersoft.esolutions.connector.wire.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a power cut or a bad sector does to the last line costs nothing; what lost more than that is still found out. */
class LastLineTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T18:00:00Z"), ZoneOffset.UTC);
    private static final int[] FLIPS = {0x01, 0xff};

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private String name = "";
    private long used;

    @Test
    void a_torn_or_flipped_number_is_never_told_again() throws IOException {
        write(journal -> {
            used = journal.nextSequence();
            used = journal.nextSequence();
        });
        eachDamage(journal -> assertThat(journal.find("A")).isEmpty());

        write(journal -> used = journal.nextSequence());
        open(journal -> used = journal.nextSequence());
        eachDamage(journal -> assertThat(journal.find("A")).isEmpty());
    }

    @Test
    void an_order_that_was_acknowledged_is_still_known_with_the_last_line_gone() throws IOException {
        write(journal -> {
            offer(journal, "A");
            used = journal.nextSequence();
        });

        eachDamage(journal ->
                assertThat(journal.find("A").orElseThrow().row().state()).isEqualTo(State.RECEIVED));
    }

    @Test
    void a_confirmed_order_is_asked_about_again_and_never_forgotten() throws IOException {
        write(journal -> {
            offer(journal, "A");
            used = journal.nextSequence();
            answered(journal, Answer.CONFIRMED);
        });

        eachDamage(journal -> assertThat(
                        JournalRules.due(journal.find("A").orElseThrow().row()))
                .isEqualTo(Step.Action.ACKNOWLEDGE));
    }

    @Test
    void a_booked_order_is_at_worst_asked_for_again() throws IOException {
        write(journal -> {
            offer(journal, "A");
            used = journal.nextSequence();
            answered(journal, Answer.CONFIRMED);
            journal.apply("A", new JournalEvent.CoreBooked(), new Facts(null, null, new Receipt(1, "1", null, null)));
        });

        eachDamage(journal ->
                assertThat(journal.find("A").orElseThrow().row().state()).isIn(State.CONFIRMED, State.BOOKED));
    }

    @Test
    void what_a_person_said_at_the_till_is_kept() throws IOException {
        write(journal -> {
            offer(journal, "A");
            used = journal.nextSequence();
            journal.report("A", StatusEvent.Type.REJECTED, "no dough", null, "wish-1");
        });

        eachDamage(journal -> assertThat(journal.find("A").orElseThrow().event(StatusEvent.Type.REJECTED))
                .isPresent());
    }

    @Test
    void a_journal_that_was_just_paired_keeps_the_name_under_which_the_portal_knows_it() throws IOException {
        write(journal -> {});
        eachDamage(journal -> assertThat(journal.find("A")).isEmpty());

        write(journal -> journal.rename("paired-anew"));
        eachDamage(journal -> assertThat(journal.id()).isEqualTo("paired-anew"));
    }

    @Test
    void a_rewritten_journal_has_no_order_in_its_last_line() throws IOException {
        String note = "x".repeat(9_000_000);
        write(journal -> {
            offer(journal, "A");
            used = journal.nextSequence();
            answered(journal, Answer.CONFIRMED);
            journal.halt(note);
        });
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, lastLine(whole)));

        open(journal -> assertThat(journal.find("A")).isPresent());
    }

    @Test
    void a_backup_that_is_older_than_the_last_two_requests_tells_a_number_again() throws IOException {
        write(journal -> used = journal.nextSequence());
        byte[] backup = Files.readAllBytes(file());
        open(journal -> {
            offer(journal, "A");
            used = journal.nextSequence();
            used = journal.nextSequence();
        });

        Files.write(file(), backup);

        open(journal -> assertThat(journal.nextSequence()).isLessThanOrEqualTo(used));
    }

    @Test
    void a_cloned_disk_tells_the_number_that_its_original_tells() throws IOException {
        write(journal -> used = journal.nextSequence());
        byte[] clone = Files.readAllBytes(file());
        open(journal -> used = journal.nextSequence());

        Files.write(file(), clone);

        open(journal -> assertThat(journal.nextSequence()).isEqualTo(used));
    }

    private interface Work {
        void with(Journal journal) throws IOException;
    }

    /** In a folder that is empty before. */
    private void write(Work work) throws IOException {
        Files.deleteIfExists(file());
        used = 0;
        open(work);
    }

    private void open(Work work) throws IOException {
        try (Journal journal = Journal.open(folder, CLOCK)) {
            work.with(journal);
            name = journal.id();
        }
    }

    /** Opens the journal once for each way its last line can be damaged. */
    private void eachDamage(Consumer<Journal> then) throws IOException {
        byte[] whole = Files.readAllBytes(file());
        String known = name;
        for (byte[] damaged : damages(whole)) {
            Files.write(file(), damaged);
            open(journal -> {
                then.accept(journal);
                assertThat(journal.id()).isEqualTo(known);
                assertThat(journal.nextSequence()).isGreaterThan(used);
            });
        }
    }

    private static List<byte[]> damages(byte[] whole) {
        List<byte[]> all = new ArrayList<>(List.of(whole));
        for (int at = lastLine(whole); at < whole.length; at++) {
            all.add(Arrays.copyOf(whole, at));
            for (int flip : FLIPS) {
                byte[] flipped = whole.clone();
                flipped[at] = (byte) (flipped[at] ^ flip);
                all.add(flipped);
            }
        }
        return all;
    }

    private static int lastLine(byte[] bytes) {
        int start = bytes.length - 1;
        while (start > 0 && bytes[start - 1] != '\n') start--;
        return start;
    }

    private Path file() {
        return folder.resolve(Journal.FILE);
    }

    private static void offer(Journal journal, String orderId) throws IOException {
        journal.apply(orderId, new JournalEvent.Offered(1), Facts.NONE);
    }

    private static void answered(Journal journal, Answer answer) throws IOException {
        journal.apply("A", new JournalEvent.Answered(1, answer), Facts.NONE);
    }
}
