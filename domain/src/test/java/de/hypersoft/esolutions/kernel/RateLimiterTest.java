package de.hypersoft.esolutions.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.testing.HandClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final HandClock clock = HandClock.at("2026-11-22T12:00:00Z");

    @Test
    void one_key_gets_so_many_at_once_and_another_is_not_held_up() {
        RateLimiter<String> limiter = limiter(3, 10, RateLimiter.WhenFull.FORGET_OLDEST);

        assertThat(taken(limiter, "a", 10)).isEqualTo(3);
        assertThat(taken(limiter, "b", 10)).isEqualTo(3);
    }

    @Test
    void each_share_of_the_period_gives_one_more_and_not_a_moment_before() {
        RateLimiter<String> limiter = limiter(3, 10, RateLimiter.WhenFull.FORGET_OLDEST);
        taken(limiter, "a", 3);

        clock.advance(Duration.ofSeconds(20).minusNanos(1));
        assertThat(limiter.take("a")).isFalse();
        clock.advance(Duration.ofNanos(1));
        assertThat(taken(limiter, "a", 10)).isEqualTo(1);
    }

    @Test
    void whoever_rests_for_days_has_one_share_and_no_more() {
        RateLimiter<String> limiter = limiter(3, 10, RateLimiter.WhenFull.FORGET_OLDEST);
        taken(limiter, "a", 3);

        clock.advance(Duration.ofDays(30));

        assertThat(taken(limiter, "a", 10)).isEqualTo(3);
    }

    @Test
    void no_border_between_two_windows_lets_twice_as_many_through() {
        RateLimiter<String> limiter = limiter(60, 10, RateLimiter.WhenFull.FORGET_OLDEST);
        clock.advance(Duration.ofSeconds(59));
        taken(limiter, "a", 60);

        clock.advance(Duration.ofSeconds(2));

        assertThat(taken(limiter, "a", 100)).isEqualTo(2);
    }

    @Test
    void a_number_that_does_not_divide_the_period_is_still_that_number() {
        for (int most : new int[] {1, 7, 11, 99, 59_999})
            assertThat(taken(limiter(most, 10, RateLimiter.WhenFull.FORGET_OLDEST), "a", 100_000))
                    .isEqualTo(most);
    }

    @Test
    void a_refused_try_costs_nothing_and_a_look_neither() {
        RateLimiter<String> limiter = limiter(1, 10, RateLimiter.WhenFull.FORGET_OLDEST);
        for (int i = 0; i < 5; i++) assertThat(limiter.allows("a")).isTrue();
        limiter.take("a");
        for (int i = 0; i < 50; i++) assertThat(limiter.take("a")).isFalse();
        assertThat(limiter.allows("a")).isFalse();

        clock.advance(MINUTE);

        assertThat(limiter.allows("a")).isTrue();
    }

    @Test
    void zero_means_any_number_and_remembers_nobody() {
        RateLimiter<String> limiter = limiter(0, 1, RateLimiter.WhenFull.REFUSE_NEW);

        assertThat(taken(limiter, "a", 1_000)).isEqualTo(1_000);
        assertThat(limiter.allows("b")).isTrue();
        assertThat(limiter.size()).isZero();
    }

    @Test
    void a_clock_that_is_set_back_keeps_nobody_out() {
        RateLimiter<String> limiter = limiter(3, 10, RateLimiter.WhenFull.FORGET_OLDEST);
        taken(limiter, "a", 3);

        clock.advance(Duration.ofHours(-1));

        assertThat(taken(limiter, "a", 10)).isEqualTo(3);
    }

    @Test
    void a_clock_that_is_set_back_by_a_period_at_most_gives_nobody_a_share_for_it() {
        RateLimiter<String> limiter = limiter(1, 10, RateLimiter.WhenFull.FORGET_OLDEST);
        limiter.take("a");

        clock.advance(MINUTE.negated());
        assertThat(limiter.allows("a")).isFalse();
        clock.advance(Duration.ofNanos(-1));
        assertThat(limiter.allows("a")).isTrue();
    }

    @Test
    void many_networks_at_once_fill_no_memory_and_whoever_knocks_all_the_time_is_not_forgotten_for_them() {
        RateLimiter<String> limiter = limiter(3, 1_000, RateLimiter.WhenFull.FORGET_OLDEST);
        taken(limiter, "loud", 3);

        for (int i = 0; i < 100_000; i++) {
            assertThat(limiter.take("stranger " + i)).isTrue();
            if (i % 500 == 0) assertThat(limiter.take("loud")).isFalse();
        }

        assertThat(limiter.size()).isEqualTo(1_000);
    }

    @Test
    void where_strangers_are_refused_a_full_memory_lets_in_who_is_known_and_the_next_when_one_has_its_share_again() {
        RateLimiter<String> limiter = limiter(2, 3, RateLimiter.WhenFull.REFUSE_NEW);
        for (String key : List.of("a", "b")) limiter.take(key);
        clock.advance(Duration.ofSeconds(10));
        limiter.take("c");

        assertThat(limiter.allows("d")).isFalse();
        assertThat(limiter.take("d")).isFalse();
        assertThat(limiter.take("c")).isTrue();
        clock.advance(Duration.ofSeconds(20));
        assertThat(limiter.take("d")).isTrue();
        assertThat(limiter.size()).isEqualTo(2);
    }

    @Test
    void threads_at_once_get_no_more_than_one_alone() throws Exception {
        RateLimiter<String> limiter = limiter(1_000, 10, RateLimiter.WhenFull.FORGET_OLDEST);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> all = IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(() -> taken(limiter, "a", 1_000)))
                    .toList();
            int together = 0;
            for (Future<Integer> one : all) together += one.get();
            assertThat(together).isEqualTo(1_000);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void what_limits_nothing_or_everything_is_no_limit_at_all() {
        assertThatThrownBy(() -> new RateLimiter.Rate(-1, MINUTE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RateLimiter.Rate(2, Duration.ofNanos(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limiter(1, 0, RateLimiter.WhenFull.REFUSE_NEW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private RateLimiter<String> limiter(int most, int keys, RateLimiter.WhenFull whenFull) {
        return new RateLimiter<>(new RateLimiter.Rate(most, MINUTE), keys, whenFull, clock);
    }

    private static int taken(RateLimiter<String> limiter, String key, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) if (limiter.take(key)) taken++;
        return taken;
    }
}
