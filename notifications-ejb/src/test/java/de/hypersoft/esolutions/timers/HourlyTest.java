package de.hypersoft.esolutions.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.testing.HandClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HourlyTest {

    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final List<String> done = new ArrayList<>();
    private final Hourly hourly = new Hourly(clock, () -> done.add("swept"));

    @Test
    void it_is_done_at_the_start_and_after_each_hour_of_the_clock() {
        hourly.run();
        clock.advance(Duration.ofMinutes(59));
        hourly.run();
        assertThat(done).hasSize(1);

        clock.advance(Duration.ofMinutes(1));
        hourly.run();
        hourly.run();
        assertThat(done).hasSize(2);
    }

    @Test
    void a_clock_that_is_set_back_stops_nothing() {
        hourly.run();
        clock.advance(Duration.ofDays(-300));
        hourly.run();

        assertThat(done).hasSize(2);
    }

    @Test
    void what_failed_is_tried_again() {
        List<String> tries = new ArrayList<>();
        Hourly failing = new Hourly(clock, () -> {
            tries.add("one");
            if (tries.size() == 1) throw new IllegalStateException("the database was away");
        });

        assertThatThrownBy(failing::run).hasMessageContaining("away");
        failing.run();
        failing.run();

        assertThat(tries).hasSize(2);
    }
}
