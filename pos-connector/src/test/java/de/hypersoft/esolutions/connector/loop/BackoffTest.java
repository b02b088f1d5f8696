package de.hypersoft.esolutions.connector.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void the_first_retry_is_quick_then_ten_twenty_forty_up_to_the_longest() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), bound -> bound / 2);

        List<Long> waits = IntStream.range(0, 8)
                .mapToObj(n -> backoff.failed().toSeconds())
                .toList();

        assertThat(waits).containsExactly(1L, 10L, 20L, 40L, 80L, 160L, 300L, 300L);
    }

    @Test
    void after_a_success_it_begins_anew() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), bound -> bound / 2);
        backoff.failed();
        backoff.failed();

        backoff.worked();

        assertThat(backoff.failed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void each_wait_varies_by_a_fifth_and_thousand_failures_overflow_nothing() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), new Random(7)::nextInt);
        IntStream.range(0, 1_000).forEach(n -> backoff.failed());

        List<Duration> waits =
                IntStream.range(0, 1_000).mapToObj(n -> backoff.failed()).toList();

        assertThat(waits).allMatch(wait -> wait.toSeconds() >= 240 && wait.toSeconds() <= 360);
        assertThat(waits.stream().distinct().count()).isGreaterThan(30);
    }
}
