package de.hypersoft.esolutions.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.connector.Options.Misunderstood;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conformance run as people start it. */
class ConformanceCommandTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void a_program_that_never_pairs_is_told_so_for_people_and_for_programs(@TempDir Path folder) throws Exception {
        Path json = folder.resolve("verdicts.json");

        int exit = run(
                "--candidate",
                "true {portal}",
                "--patience-seconds",
                "1",
                "--json",
                json.toString(),
                "--data",
                folder.resolve("run").toString());

        assertThat(exit).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("BROKEN bears-its-token", "it never paired", "0 rules kept, 1 broken", "(exit code 1)");
        assertThat(Files.readString(json))
                .contains("\"broken\":1", "\"rule\":\"bears-its-token\"", "\"verdict\":\"BROKEN\"");
    }

    @Test
    void a_pairing_that_fails_ends_the_run_and_names_the_file_with_its_words(@TempDir Path folder) {
        assertThatThrownBy(() -> run(
                        "--candidate",
                        "true",
                        "--pairing",
                        "false",
                        "--data",
                        folder.resolve("run").toString()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the pairing ended with 1")
                .hasMessageContaining("candidate.log");
    }

    @Test
    void a_till_core_that_is_not_up_is_named(@TempDir Path folder) {
        assertThatThrownBy(() -> run(
                        "--core",
                        "http://127.0.0.1:1",
                        "--data",
                        folder.resolve("run").toString()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the till core at http://127.0.0.1:1 is not up");
    }

    @Test
    void the_folder_of_an_earlier_run_is_not_taken_again(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("till"));

        assertThatThrownBy(() -> run("--candidate", "true", "--data", folder.toString()))
                .isInstanceOf(Misunderstood.class)
                .hasMessageContaining("a folder of its own");
    }

    private int run(String... flags) throws Misunderstood, IOException, InterruptedException {
        Options options = Options.parse(List.of(flags));
        Clock clock = Clock.fixed(Instant.parse("2026-12-01T18:00:00Z"), ZoneOffset.UTC);
        return new ConformanceCommand(options, new PrintStream(said, true, StandardCharsets.UTF_8), clock).run();
    }
}
