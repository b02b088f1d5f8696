package de.hypersoft.esolutions.bench.idle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdleReportTest {

    private final IdleReport report = new IdleReport(
            "H2",
            Map.of("machine", "small"),
            new Idle.Pace(60, 30),
            List.of(
                    new Minute(3, 400, 0, 900, 1_000, Map.of("select 1", 600.0, "select a | b", 300.0)),
                    new Minute(10_000, 410, 0, 901, 1_000, Map.of("select 1", 601.0, "select late", 2.0))));

    @Test
    void few_and_many_stand_side_by_side_and_the_most_frequent_statement_first() {
        assertThat(report.markdown().lines())
                .containsSubsequence(
                        "| per minute | 3 locations | 10,000 locations |",
                        "| statements | 900 | 901 |",
                        "| processor ms, server | 400 | 410 |",
                        "| `select 1` | 600 | 601 |",
                        "| `select a \\| b` | 300 | 0 |",
                        "| `select late` | 0 | 2 |");
    }

    @Test
    void it_is_written_for_machines_and_for_people(@TempDir Path folder) throws Exception {
        report.write(folder);

        assertThat(Files.readString(folder.resolve("results.md"))).startsWith("# An idle node on H2");
        assertThat(Files.readString(folder.resolve("results.json"))).contains("\"locations\" : 10000");
    }
}
