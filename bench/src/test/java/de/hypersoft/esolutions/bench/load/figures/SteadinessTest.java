package de.hypersoft.esolutions.bench.load.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SteadinessTest {

    private final Steadiness steadiness = new Steadiness(3, 0.10);

    @Test
    void three_windows_in_a_row_within_a_tenth_are_steady() {
        for (double rate : new double[] {10, 40, 91}) {
            steadiness.add(rate);
            assertThat(steadiness.reached()).isFalse();
        }
        steadiness.add(100);
        assertThat(steadiness.reached()).isFalse();
        steadiness.add(90);
        assertThat(steadiness.reached()).isTrue();
    }

    @Test
    void a_slower_window_after_steady_ones_is_not_steady() {
        for (double rate : new double[] {100, 100, 100, 89}) steadiness.add(rate);

        assertThat(steadiness.reached()).isFalse();
    }

    @Test
    void nothing_at_all_is_never_steady() {
        for (int i = 0; i < 5; i++) steadiness.add(0);

        assertThat(steadiness.reached()).isFalse();
    }
}
