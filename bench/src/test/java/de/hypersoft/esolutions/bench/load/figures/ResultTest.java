package de.hypersoft.esolutions.bench.load.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultTest {

    private static final Offset<Double> NEAR = Offset.offset(1e-9);

    @Test
    void a_ratio_is_of_two_windows_that_followed_each_other() {
        Result result = Result.of(
                "W2-json",
                "words",
                8,
                List.of(Results.window(10), Results.window(30), Results.window(20)),
                "a limit",
                List.of(Results.window(100), Results.window(100), Results.window(50)),
                true);

        assertThat(result.rate()).isEqualTo(new Spread(20, 10, 30));
        assertThat(result.limit()).isNotNull().satisfies(limit -> {
            assertThat(limit.rate()).isEqualTo(new Spread(100, 50, 100));
            assertThat(limit.ratio().median()).isEqualTo(0.3, NEAR);
            assertThat(limit.ratio().min()).isEqualTo(0.1, NEAR);
            assertThat(limit.ratio().max()).isEqualTo(0.4, NEAR);
        });
    }

    @Test
    void processor_time_is_per_operation_and_what_others_had_is_told() {
        Result result = Results.alone("W4a", 1, 600);

        assertThat(result.serverMillis()).isEqualTo(700 / 600.0, NEAR);
        assertThat(result.databaseMillis()).isEqualTo(100 / 600.0, NEAR);
        assertThat(result.client()).isEqualTo(0.3, NEAR);
        assertThat(result.others()).isEqualTo(0.02, NEAR);
        assertThat(result.millis().p99()).isEqualTo(2);
    }

    @Test
    void busy_ticks_are_those_of_one_processor_without_idling_and_waiting() throws IOException {
        List<String> stat =
                List.of("cpu  9 9 9 9 9 9 9 9 0 0", "cpu0 1 2 3 100 50 4 5 6 7 0", "cpu1 1 0 0 9 9 0 0 0 0 0");

        assertThat(Usage.busy(stat, 0)).isEqualTo(210);
        assertThat(Usage.busy(stat, 1)).isEqualTo(10);
    }

    @Test
    void a_median_of_two_lies_between_them() {
        assertThat(Spread.of(List.of(4.0, 2.0))).isEqualTo(new Spread(3, 2, 4));
        assertThat(Spread.of(List.of(4.0, 2.0)).text(1)).isEqualTo("3.0 [2.0..4.0]");
    }

    @Test
    void a_report_is_written_for_people_and_machines(@TempDir Path folder) throws IOException {
        List<Result> results = List.of(Results.of("W3", 8, 30, 120), Results.alone("W4a", 1, 7));
        new Report("Load <& more>", Map.of("commit", "abc"), results, Map.of("`select a || b`", "1.00")).write(folder);

        assertThat(Files.readString(folder.resolve("results.json"))).contains("\"operation\" : \"W3\"", "\"min\" : ");
        assertThat(Files.readString(folder.resolve("results.md")))
                .contains(
                        "| W3 | 8 | 30.0 [30.0..30.0] | 120.0 [120.0..120.0] | 0.250 [0.250..0.250] |",
                        "| `select a \\|\\| b` | 1.00 |",
                        "- commit: abc");
        assertThat(Files.readString(folder.resolve("results.svg")))
                .startsWith("<svg ")
                .contains("Load &lt;&amp; more&gt;", "width=\"105\"", "25.0 %: 30.0/s of 120.0/s", "7.0/s")
                .endsWith("</svg>\n");
    }
}
