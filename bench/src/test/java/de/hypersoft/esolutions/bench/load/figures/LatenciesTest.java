package de.hypersoft.esolutions.bench.load.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void a_percentile_is_the_least_value_that_so_many_do_not_exceed() {
        Latencies latencies = new Latencies();
        for (int i = 2_000; i >= 1; i--) latencies.add(i * 1_000_000L);

        assertThat(latencies.count()).isEqualTo(2_000);
        assertThat(latencies.percentiles(50, 95, 99, 100)).containsExactly(1_000, 1_900, 1_980, 2_000);
        assertThat(latencies.percentiles(0)).containsExactly(1);
    }

    @Test
    void of_several_threads_all_values_count() {
        Latencies one = new Latencies();
        one.add(1_500_000);
        Latencies other = new Latencies();
        other.add(500_000);
        other.add(2_500_000);

        Latencies both = Latencies.merged(List.of(one, other, new Latencies()));

        assertThat(both.count()).isEqualTo(3);
        assertThat(both.percentiles(50, 99)).containsExactly(1.5, 2.5);
        both.add(9_000_000);
        assertThat(both.percentiles(100)).containsExactly(9);
    }

    @Test
    void without_values_there_is_no_number() {
        assertThat(Latencies.merged(List.of()).percentiles(50)).containsExactly(Double.NaN);
    }
}
