package de.hypersoft.esolutions.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration TEN = Duration.ofSeconds(10);

    @Test
    void each_failure_doubles_the_wait_up_to_the_most() {
        Backoff backoff = Backoff.doubling(TEN, Duration.ofSeconds(100));

        assertThat(IntStream.range(0, 7).mapToObj(backoff::after))
                .extracting(Duration::toSeconds)
                .containsExactly(10L, 20L, 40L, 80L, 100L, 100L, 100L);
    }

    @Test
    void however_often_it_failed_the_wait_is_the_most() {
        for (int failures : List.of(40, 63, 64, 65, 1_000, Integer.MAX_VALUE))
            assertThat(Backoff.doubling(TEN, Duration.ofMinutes(5)).after(failures))
                    .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void a_factor_of_its_own_makes_waits_grow_as_slowly_as_it_says() {
        Backoff backoff = new Backoff(Duration.ofSeconds(60), 105, Duration.ofHours(4));

        assertThat(backoff.after(1)).isEqualTo(Duration.ofSeconds(63));
        assertThat(backoff.after(2)).isEqualTo(Duration.ofMillis(66_150));
    }

    @Test
    void a_factor_of_one_waits_always_the_same() {
        assertThat(new Backoff(TEN, 100, Duration.ofMinutes(5)).after(Integer.MAX_VALUE))
                .isEqualTo(TEN);
    }

    @Test
    void the_first_wait_is_no_longer_than_the_most_either() {
        assertThat(Backoff.doubling(Duration.ofMinutes(10), Duration.ofMinutes(5))
                        .after(0))
                .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void what_would_try_again_without_a_pause_is_refused() {
        assertThatThrownBy(() -> Backoff.doubling(Duration.ZERO, TEN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Backoff.doubling(TEN, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Backoff(TEN, 99, TEN)).isInstanceOf(IllegalArgumentException.class);
    }
}
