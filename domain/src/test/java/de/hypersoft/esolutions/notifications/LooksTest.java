package de.hypersoft.esolutions.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.testing.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything is looked at now and then, what is new every second, and neither costs more than a share of the machine. */
class LooksTest {

    private static final Instant START = Instant.parse("2026-11-22T18:00:00Z");
    private static final String ALL = "all";

    private final HandClock clock = HandClock.at(START.toString());
    private final List<String> taken = new ArrayList<>();
    private long nanos;
    private Duration cost = Duration.ZERO;
    private int found;
    private boolean away;
    private final Looks looks = new Looks(clock, () -> nanos);

    @Test
    void the_first_look_and_one_every_ten_seconds_is_at_everything_the_others_at_what_is_new() {
        second();
        for (int i = 0; i < 10; i++) second();

        assertThat(taken).hasSize(11).startsWith(ALL, since(0), since(1)).endsWith(since(8), ALL);
    }

    @Test
    void where_something_was_found_there_may_be_more_so_the_next_look_is_at_everything() {
        second();
        found = 1;
        second();
        found = 0;
        second();
        second();

        assertThat(taken).containsExactly(ALL, since(0), ALL, since(2));
    }

    @Test
    void a_look_at_everything_that_took_a_third_of_a_second_is_taken_every_half_minute_and_what_is_new_every_second() {
        cost = Duration.ofMillis(300);
        second();
        cost = Duration.ZERO;
        for (int i = 1; i < 30; i++) second();
        assertThat(taken.stream().filter(ALL::equals)).hasSize(1);
        assertThat(taken).hasSize(30);

        second();
        assertThat(taken).endsWith(ALL);
    }

    @Test
    void however_long_it_took_everything_is_looked_at_each_minute() {
        cost = Duration.ofMinutes(1);
        second();
        cost = Duration.ZERO;
        clock.advance(Duration.ofSeconds(59));
        second();

        assertThat(taken).containsExactly(ALL, ALL);
    }

    @Test
    void looks_at_what_is_new_rest_too_when_they_take_long() {
        second();
        cost = Duration.ofMillis(30);
        second();
        cost = Duration.ZERO;
        for (int i = 0; i < 3; i++) second();

        assertThat(taken).containsExactly(ALL, since(0), since(1));
    }

    @Test
    void a_look_that_fails_is_taken_again_from_where_it_was() {
        second();
        away = true;
        assertThatThrownBy(this::second).hasMessage("away");
        away = false;
        second();

        assertThat(taken).containsExactly(ALL, since(0), since(0));
    }

    @Test
    void a_clock_that_is_set_back_makes_everything_be_looked_at() {
        second();
        cost = Duration.ofMillis(500);
        second();
        clock.advance(Duration.ofDays(-3));
        second();

        assertThat(taken).containsExactly(ALL, since(0), ALL);
    }

    /** One tick, and the clock a second on. */
    private void second() {
        Instant at = clock.instant();
        try {
            looks.look(since -> took(since.toString()), () -> took(ALL));
        } finally {
            clock.set(at.plusSeconds(1));
        }
    }

    private int took(String look) {
        taken.add(look);
        nanos += cost.toNanos();
        if (away) throw new IllegalStateException("away");
        return found;
    }

    private static String since(int second) {
        return START.plusSeconds(second).toString();
    }
}
