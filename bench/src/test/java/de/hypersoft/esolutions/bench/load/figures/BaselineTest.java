package de.hypersoft.esolutions.bench.load.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {

    private final Baseline baseline = new Baseline(Map.of("h2 small W3 8", 0.08));

    @Test
    void a_quarter_less_is_let_pass_and_more_is_not() {
        assertThat(baseline.lost("h2", "small", List.of(Results.of("W3", 8, 60, 1_000))))
                .isEmpty();
        assertThat(baseline.lost("h2", "small", List.of(Results.of("W3", 8, 59.9, 1_000))))
                .containsExactly("h2 small W3 8: 0.0599 of the limit, it was 0.0800");
    }

    /** Half the rate on a machine of half the pace is no loss. */
    @Test
    void rates_say_nothing() {
        assertThat(baseline.lost("h2", "small", List.of(Results.of("W3", 8, 4, 50))))
                .isEmpty();
    }

    @Test
    void a_limit_that_did_nothing_is_a_loss() {
        assertThat(baseline.lost("h2", "small", List.of(Results.of("W3", 8, 4, 0))))
                .hasSize(1);
    }

    @Test
    void where_nothing_is_known_nothing_is_called_good() {
        List<Result> others = List.of(Results.of("W3", 32, 4, 50), Results.alone("W4a", 8, 4));

        assertThatThrownBy(() -> baseline.lost("h2", "small", others)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> baseline.lost("postgresql", "small", List.of(Results.of("W3", 8, 4, 50))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_measured_takes_the_place_of_what_was_known(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("baseline.json");
        assertThat(Baseline.read(file).ratios()).isEmpty();

        baseline.with("h2", "small", List.of(Results.of("W3", 8, 12, 100), Results.of("W2-json", 1, 1, 3)))
                .with("h2", "small", List.of(Results.alone("W4a", 1, 7)))
                .write(file);

        assertThat(Baseline.read(file).ratios())
                .containsOnly(Map.entry("h2 small W3 8", 0.12), Map.entry("h2 small W2-json 1", 0.3333));
    }

    @Test
    void of_a_busy_machine_no_baseline_is_made() {
        assertThat(Baseline.doubts(List.of(Results.of("W3", 8, 12, 100)))).isEmpty();
        assertThat(Baseline.doubts(List.of(Results.doubtful("W3", 8))))
                .containsExactly(
                        "W3 with 8 clients: 1 errors",
                        "W3 with 8 clients: the rate had not settled",
                        "W3 with 8 clients: others had 40 % of a processor");
    }
}
