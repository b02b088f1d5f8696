package de.hypersoft.esolutions.portal.pos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PinAttemptsTest {

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final PinAttempts tries = new PinAttempts(new HandClock());

    @Test
    void whoever_guesses_pins_gets_ten_tries_from_all_addresses_of_a_network_together() {
        for (int i = 1; i <= 10; i++) {
            assertThat(tries.allowed("2001:db8:1:2::" + i)).isTrue();
            tries.wrong("2001:db8:1:2::" + i);
        }

        assertThat(tries.allowed("2001:db8:1:2::ffff")).isFalse();
        assertThat(tries.allowed("2001:db8:1:3::1")).isTrue();
        assertThat(tries.allowed("192.0.2.1")).isTrue();
    }

    @Test
    void many_networks_together_get_a_hundred_tries_and_then_one_each_so_that_nobody_is_kept_from_pairing() {
        for (int i = 0; i < 100; i++) tries.wrong("192.0.2." + i);

        assertThat(tries.allowed("192.0.2.200")).as("beside the guessers").isFalse();
        assertThat(tries.allowed("198.51.100.1")).as("a restaurant elsewhere").isTrue();
        tries.wrong("198.51.100.1");
        assertThat(tries.allowed("198.51.100.1")).as("in this minute").isFalse();
    }

    @Test
    void whoever_has_very_many_networks_has_no_try_for_each_of_them() {
        for (int i = 0; i < 100; i++) tries.wrong("2001:db8:1:" + Integer.toHexString(i) + "::1");

        assertThat(tries.allowed("2001:db8:1:ffff::1")).isFalse();
        assertThat(tries.allowed("2001:db8:2::1")).isTrue();
        for (int i = 0; i < 10_000; i++) tries.wrong("10." + i / 256 + "." + i % 256 + ".1");
        assertThat(tries.allowed("198.51.100.1"))
                .as("more of them than anybody has")
                .isFalse();
    }

    @Test
    void a_guesser_gets_one_more_try_each_tenth_of_a_minute_and_ten_at_once_again_after_a_whole_one() {
        for (int i = 0; i < 10; i++) tries.wrong("192.0.2.1");

        now = now.plus(Duration.ofSeconds(6));
        assertThat(tries.allowed("192.0.2.1")).isTrue();
        tries.wrong("192.0.2.1");
        assertThat(tries.allowed("192.0.2.1")).isFalse();
        now = now.plus(Duration.ofMinutes(1));
        for (int i = 0; i < 10; i++) {
            assertThat(tries.allowed("192.0.2.1")).isTrue();
            tries.wrong("192.0.2.1");
        }
        assertThat(tries.allowed("192.0.2.1")).isFalse();
    }

    private final class HandClock extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
