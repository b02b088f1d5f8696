package de.hypersoft.esolutions.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.testing.HandClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailRoundTest {

    private final HandClock clock = HandClock.at("2026-11-29T19:00:00Z");
    private final MailRound round = new MailRound(clock);
    private final UUID location = UUID.randomUUID();

    @Test
    void a_failure_that_lasts_is_told_once() {
        assertThat(round.firstFailure(location)).isTrue();
        for (int i = 0; i < 100; i++) {
            clock.advance(Duration.ofSeconds(15));
            assertThat(round.firstFailure(location)).isFalse();
        }
    }

    @Test
    void a_failure_that_comes_back_later_is_told_again() {
        round.firstFailure(location);
        clock.advance(Duration.ofHours(3));

        assertThat(round.firstFailure(location)).isTrue();
    }
}
