package de.hypersoft.esolutions.http.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TransferPaceTest {

    private static final long SECOND = 1_000_000_000L;

    private final TransferPace pace =
            new TransferPace(new TransferLimit(Duration.ofSeconds(10), 1024, Duration.ofSeconds(75)));

    @Test
    void a_byte_each_five_seconds_is_waited_for_no_longer_than_silence() {
        long now = 0;
        pace.waits(now);
        for (int bytes = 0; bytes < 2; bytes++) {
            now += 5 * SECOND;
            pace.moved(1, now);
            pace.waits(now);
        }

        assertThat(pace.left(now)).isLessThan(SECOND / 100);
    }

    @Test
    void an_old_phone_that_sends_a_kilobyte_a_second_is_waited_for() {
        long now = 0;
        pace.waits(now);
        for (int kilobytes = 0; kilobytes < 60; kilobytes++) {
            now += SECOND;
            pace.moved(1024, now);
            pace.waits(now);
        }

        assertThat(pace.left(now)).isEqualTo(10 * SECOND);
    }

    @Test
    void nobody_is_waited_for_without_end() {
        long now = 0;
        pace.waits(now);
        for (int seconds = 0; seconds < 70; seconds++) {
            now += SECOND;
            pace.moved(1_000_000, now);
            pace.waits(now);
        }

        assertThat(pace.left(now)).isEqualTo(5 * SECOND);
    }

    @Test
    void what_the_buffers_of_the_network_took_at_once_earns_no_patience() {
        pace.moved(2_000_000, 0);
        pace.waits(0);
        pace.moved(1, 9 * SECOND);
        pace.waits(9 * SECOND);

        assertThat(pace.left(9 * SECOND)).isLessThan(2 * SECOND);
    }

    @Test
    void silence_ends_whatever_was_earned_before() {
        pace.waits(0);
        pace.moved(1_000_000, 1);
        pace.waits(1);

        assertThat(pace.left(1)).isEqualTo(10 * SECOND);
    }

    @Test
    void a_server_that_is_busy_itself_blames_nobody() {
        pace.waits(0);
        pace.moved(1, SECOND);

        assertThat(pace.left(1000 * SECOND)).isGreaterThan(9 * SECOND);
    }

    @Test
    void a_page_that_listens_for_hours_may_be_out_of_reach_now_and_then() {
        long now = 0;
        for (int hours = 0; hours < 10; hours++) {
            pace.waits(now);
            now += 5 * SECOND;
            pace.moved(0, now);
            now += 3600 * SECOND;
        }
        pace.waits(now);

        assertThat(pace.left(now)).isEqualTo(10 * SECOND);
    }
}
