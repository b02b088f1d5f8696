package de.hypersoft.esolutions.acme.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.acme.authority.AcmeFailure;
import de.hypersoft.esolutions.acme.authority.AcmeRefused;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AcmeWaitsTest {

    @Test
    void a_refusal_is_tried_again_ever_later_and_at_least_once_a_day() {
        assertThat(waits(AcmeFailure.CONNECTION, Duration.ZERO))
                .startsWith(minutes(30), minutes(60), minutes(120), minutes(240))
                .endsWith(Duration.ofHours(24));
    }

    @Test
    void an_authority_that_is_away_is_asked_again_soon() {
        assertThat(waits(AcmeFailure.UNREACHABLE, Duration.ZERO))
                .startsWith(minutes(2), minutes(4), minutes(8))
                .endsWith(minutes(60));
    }

    @Test
    void the_term_that_the_authority_names_is_kept_but_not_for_more_than_a_week() {
        assertThat(waits(AcmeFailure.RATE_LIMITED, Duration.ofHours(3)))
                .startsWith(Duration.ofHours(3), Duration.ofHours(3), Duration.ofHours(3), Duration.ofHours(4));
        assertThat(waits(AcmeFailure.RATE_LIMITED, Duration.ofDays(400))).containsOnly(Duration.ofDays(7));
    }

    @Test
    void a_domain_that_does_not_point_here_is_looked_at_soon_first_and_then_every_ten_minutes() {
        assertThat(AcmeWaits.forDns(Duration.ZERO)).isEqualTo(Duration.ofSeconds(10));
        assertThat(AcmeWaits.forDns(Duration.ofMinutes(10))).isEqualTo(minutes(1));
        assertThat(AcmeWaits.forDns(Duration.ofDays(10))).isEqualTo(minutes(10));
    }

    private static Duration[] waits(AcmeFailure reason, Duration asked) {
        return IntStream.rangeClosed(1, 20)
                .mapToObj(failures -> AcmeWaits.after(new AcmeRefused(reason, "", asked), failures))
                .toArray(Duration[]::new);
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
