package de.hypersoft.esolutions.portal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarChartTest {

    @Test
    void bars_stand_on_the_floor_and_none_is_higher_than_the_upper_line() {
        BarChart chart = BarChart.of(List.of("a", "b", "c"), List.of(0L, 7L, 10L), List.of(3L, 10L));

        assertThat(chart.top()).isEqualTo(10);
        assertThat(chart.bars()).extracting(BarChart.Bar::top).containsExactly(BarChart.FLOOR, 556, BarChart.CEILING);
        assertThat(chart.bars())
                .extracting(BarChart.Bar::topBehind)
                .containsExactly(1_084, BarChart.CEILING, BarChart.FLOOR);
    }

    @Test
    void the_upper_line_is_a_round_number_at_or_above_the_highest() {
        for (long[] pair : new long[][] {{0, 1}, {1, 1}, {3, 5}, {11, 20}, {51, 100}, {4_321, 5_000}})
            assertThat(BarChart.of(List.of("a"), List.of(pair[0]), List.of()).top())
                    .isEqualTo(pair[1]);
    }

    @Test
    void a_day_of_25_hours_fits_with_every_third_label() {
        List<String> labels = Collections.nCopies(25, "12:00");
        BarChart chart = BarChart.of(labels, Collections.nCopies(25, 1L), List.of());

        BarChart.Bar last = chart.bars().get(24);
        assertThat(last.x() + last.width()).isLessThanOrEqualTo(BarChart.WIDTH);
        assertThat(chart.bars()).filteredOn(bar -> !bar.label().isEmpty()).hasSize(9);
    }

    @Test
    void nothing_today_and_nothing_a_week_ago_is_no_chart() {
        assertThat(BarChart.of(List.of("a"), List.of(0L), List.of(0L)).empty()).isTrue();
        assertThat(BarChart.of(List.of("a"), List.of(0L), List.of(1L)).empty()).isFalse();
    }
}
