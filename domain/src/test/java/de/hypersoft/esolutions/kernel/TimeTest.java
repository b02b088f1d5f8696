package de.hypersoft.esolutions.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimeTest {

    private static final Duration DAYS = Duration.ofDays(2);

    private final Instant begin = Instant.now();

    @Test
    void the_clock_of_a_server_that_guests_order_from_cannot_be_moved() {
        Time time = new Time(false);

        assertThat(time.movable()).isFalse();
        assertThatThrownBy(() -> time.advance(DAYS)).isInstanceOf(IllegalStateException.class);
        assertThat(time.clock().instant()).isBetween(begin, Instant.now());
    }

    @Test
    void who_moves_the_clock_of_a_test_server_is_told_what_time_it_is_there() {
        Time time = new Time(true);
        time.advance(DAYS);

        assertThat(time.movable()).isTrue();
        assertThat(time.advance(DAYS))
                .isBetween(begin.plus(DAYS).plus(DAYS), Instant.now().plus(DAYS).plus(DAYS));
        assertThat(time.unmoved()).isBetween(begin, Instant.now());
    }

    @Test
    void the_clock_tells_the_moved_time_in_every_zone() {
        Time time = new Time(true);
        Instant moved = time.advance(DAYS);
        ZoneId zurich = ZoneId.of("Europe/Zurich");
        Clock there = time.clock().withZone(zurich);

        assertThat(time.clock().getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(there.getZone()).isEqualTo(zurich);
        assertThat(there.instant()).isBetween(moved, time.clock().instant());
    }
}
