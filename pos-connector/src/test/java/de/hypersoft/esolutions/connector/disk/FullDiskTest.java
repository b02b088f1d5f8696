package de.hypersoft.esolutions.connector.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.hypersoft.esolutions.connector.journal.JournalWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that takes no more: which file it was and what to do is said, and what was written before is still there. */
class FullDiskTest {

    @Test
    @Timeout(60)
    // A limit of the shell stands for the end of the disk.
    void a_journal_that_finds_no_more_space_names_its_file_and_what_to_do(@TempDir Path folder) throws Exception {
        Path errors = folder.resolve("errors");
        String java =
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        Process writer = new ProcessBuilder(
                        "bash",
                        "-c",
                        "ulimit -f 8; exec \"$0\" \"$@\"",
                        java,
                        "-XX:-UsePerfData",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        JournalWriter.class.getName(),
                        folder.resolve("till").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile())
                .start();
        assertThat(writer.waitFor(50, TimeUnit.SECONDS)).isTrue();

        assertThat(Files.readString(errors, StandardCharsets.UTF_8))
                .contains(CannotWrite.class.getName(), folder.resolve("till/journal.log") + " can not be written: ")
                .contains("Free some space on this disk");
        assertThat(AppendLog.read(folder.resolve("till/journal.log"), Framing.CHECKED))
                .isNotEmpty();
    }

    @Test
    void a_log_that_can_not_be_rewritten_names_the_file_and_keeps_the_old_one(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("journal.log");
        try (AppendLog log = AppendLog.open(file, Framing.CHECKED).log()) {
            log.append("kept");
            Files.createDirectory(folder.resolve("journal.log.new"));

            assertThatExceptionOfType(CannotWrite.class)
                    .isThrownBy(() -> log.rewrite(List.of("new")))
                    .satisfies(full -> assertThat(full.file()).endsWith("journal.log.new"));
            log.append("after");
        }

        assertThat(AppendLog.read(file, Framing.CHECKED)).containsExactly("kept", "after");
    }
}
