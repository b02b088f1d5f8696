package de.hypersoft.esolutions.connector.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.connector.disk.DamagedLog;
import de.hypersoft.esolutions.connector.disk.FolderInUse;
import de.hypersoft.esolutions.connector.journal.Journal.Facts;
import de.hypersoft.esolutions.connector.journal.JournalRow.State;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import de.hypersoft.esolutions.connector.wire.Receipt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T18:00:00Z"), ZoneOffset.UTC);

    @Test
    @Timeout(120)
    void T28_whatever_a_killed_program_said_is_in_its_journal(@TempDir Path folder) throws Exception {
        long lastSequence = 0;
        for (int kill = 1; kill <= 5; kill++) {
            Process program = program(folder);
            String lastRow = "";
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
                for (int line = 0; line < 23 * kill; line++) {
                    String[] words = said.readLine().split(" ");
                    lastRow = words[0].equals("row") ? words[1] : lastRow;
                    lastSequence = words[0].equals("seq") ? Long.parseLong(words[1]) : lastSequence;
                }
                program.destroyForcibly();
                program.waitFor(20, TimeUnit.SECONDS);
            }
            try (Journal journal = Journal.open(folder, CLOCK)) {
                assertThat(journal.find(lastRow)).as("kill %s", kill).isPresent();
                assertThat(journal.nextSequence()).as("kill %s", kill).isGreaterThan(lastSequence);
            }
        }
    }

    @Test
    void a_tail_torn_at_any_byte_costs_the_last_fact_and_nothing_else(@TempDir Path folder) throws IOException {
        try (Journal journal = Journal.open(folder, CLOCK)) {
            offer(journal, "A");
            offer(journal, "B");
        }
        Path file = folder.resolve(Journal.FILE);
        byte[] whole = Files.readAllBytes(file);
        int lastLine = lastLineStart(whole);

        for (int length = lastLine; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            try (Journal journal = Journal.open(folder, CLOCK)) {
                assertThat(journal.find("A")).isPresent();
                assertThat(journal.find("B")).isEmpty();
                offer(journal, "C");
            }
            try (Journal journal = Journal.open(folder, CLOCK)) {
                assertThat(journal.find("C")).as("torn at %s", length).isPresent();
            }
        }
    }

    @Test
    void a_tail_of_zeros_is_torn_too(@TempDir Path folder) throws IOException {
        try (Journal journal = Journal.open(folder, CLOCK)) {
            offer(journal, "A");
        }
        Files.write(folder.resolve(Journal.FILE), new byte[4096], StandardOpenOption.APPEND);

        try (Journal journal = Journal.open(folder, CLOCK)) {
            assertThat(journal.find("A")).isPresent();
        }
    }

    @Test
    void a_damaged_line_in_the_middle_is_refused_and_left_as_it_is(@TempDir Path folder) throws IOException {
        try (Journal journal = Journal.open(folder, CLOCK)) {
            offer(journal, "A");
            offer(journal, "B");
        }
        Path file = folder.resolve(Journal.FILE);
        byte[] bytes = Files.readAllBytes(file);
        bytes[20] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> Journal.open(folder, CLOCK)).isInstanceOf(DamagedLog.class);

        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void a_second_program_on_the_same_journal_is_refused_in_words(@TempDir Path folder) throws IOException {
        try (Journal first = Journal.open(folder, CLOCK)) {
            assertThat(first.id()).isNotEmpty();

            assertThatThrownBy(() -> Journal.open(folder, CLOCK))
                    .isInstanceOf(FolderInUse.class)
                    .hasMessageContaining("in use by another running process");
        }
    }

    @Test
    void a_confirmed_order_owes_its_acknowledgement_again_after_a_start(@TempDir Path folder) throws IOException {
        try (Journal journal = Journal.open(folder, CLOCK)) {
            offer(journal, "A");
            confirm(journal, "A");
            assertThat(journal.find("A").orElseThrow().row()).isEqualTo(new JournalRow("A", State.CONFIRMED, 1, false));
        }

        try (Journal journal = Journal.open(folder, CLOCK)) {
            assertThat(journal.find("A").orElseThrow().row()).isEqualTo(new JournalRow("A", State.CONFIRMED, 1, true));
        }
    }

    @Test
    void a_long_journal_is_rewritten_and_keeps_everything_that_matters(@TempDir Path folder) throws IOException {
        String name;
        long sequence;
        try (Journal journal = Journal.open(folder, CLOCK)) {
            name = journal.id();
            fill(journal);
            journal.halt("journal-rolled-back");
            sequence = journal.nextSequence();
        }

        assertThat(Files.size(folder.resolve(Journal.FILE))).isLessThan(8L * 1024 * 1024);
        try (Journal journal = Journal.open(folder, CLOCK)) {
            assertThat(journal.id()).isEqualTo(name);
            assertThat(journal.nextSequence()).isGreaterThan(sequence);
            assertThat(journal.halted()).isPresent();
            assertThat(journal.rows()).hasSize(120);
            assertThat(journal.find("B7").orElseThrow().nextUnsent()).isPresent();
            assertThat(journal.find("B8").orElseThrow().nextUnsent()).isEmpty();
        }
    }

    @Test
    void rows_that_ended_long_ago_are_forgotten_only_when_the_journal_is_rewritten(@TempDir Path folder)
            throws IOException {
        try (Journal journal = Journal.open(folder, CLOCK)) {
            offer(journal, "old");
            journal.apply("old", new JournalEvent.Answered(1, JournalEvent.Answer.TAKEN), Facts.NONE);
        }

        try (Journal journal = Journal.open(folder, Clock.offset(CLOCK, Duration.ofDays(91)))) {
            assertThat(journal.find("old")).isPresent();
            fill(journal);
            assertThat(journal.find("old")).isEmpty();
        }
    }

    /** 12 MB of orders, all booked; the events of the even ones are sent. */
    private static void fill(Journal journal) throws IOException {
        String note = "x".repeat(100_000);
        for (int i = 0; i < 120; i++) {
            String orderId = "B" + i;
            var order = ConnectorJson.tree(("{\"note\":\"" + note + "\"}").getBytes(StandardCharsets.UTF_8));
            journal.apply(orderId, new JournalEvent.Offered(1), new Facts(order, null, null));
            confirm(journal, orderId);
            Facts booked = new Facts(null, null, new Receipt(i, "1", null, null));
            journal.apply(orderId, new JournalEvent.CoreBooked(), booked);
            if (i % 2 == 0) journal.sent(orderId, 1, 1, null);
        }
    }

    private static void offer(Journal journal, String orderId) throws IOException {
        journal.apply(orderId, new JournalEvent.Offered(1), Facts.NONE);
    }

    private static void confirm(Journal journal, String orderId) throws IOException {
        journal.apply(orderId, new JournalEvent.Answered(1, JournalEvent.Answer.CONFIRMED), Facts.NONE);
    }

    private static Process program(Path folder) throws IOException {
        String java =
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        String path = System.getProperty("java.class.path", "");
        return new ProcessBuilder(java, "-Xmx64m", "-cp", path, JournalWriter.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static int lastLineStart(byte[] bytes) {
        int start = bytes.length - 1;
        while (bytes[start - 1] != '\n') start--;
        return start;
    }
}
