package de.hypersoft.esolutions.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Written out by hand for certificates that begin on 1 January 2027 at 00:00 UTC. */
class ExpiryStepsTest {

    private static final Instant FROM = Instant.parse("2027-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // ends 17 Feb: 33 % = 15.51 d, 14 d, 20 % = 9.4 d, 7 d, 10 % = 4.7 d, 3 d, 1 d, 0 d
        "47, 2027-02-01T11:45:36Z 2027-02-03T00:00:00Z 2027-02-07T14:24:00Z 2027-02-10T00:00:00Z"
                + " 2027-02-12T07:12:00Z 2027-02-14T00:00:00Z 2027-02-16T00:00:00Z 2027-02-17T00:00:00Z",
        // ends 11 Apr: 33 d, 30 d, 20 d, 14 d, 10 d, 7 d, 3 d, 1 d, 0 d
        "100, 2027-03-09T00:00:00Z 2027-03-12T00:00:00Z 2027-03-22T00:00:00Z 2027-03-28T00:00:00Z"
                + " 2027-04-01T00:00:00Z 2027-04-04T00:00:00Z 2027-04-08T00:00:00Z 2027-04-10T00:00:00Z"
                + " 2027-04-11T00:00:00Z",
        // ends 20 Jul: 66 d, 40 d, 30 d, 20 d, 14 d, 7 d, 3 d, 1 d, 0 d
        "200, 2027-05-15T00:00:00Z 2027-06-10T00:00:00Z 2027-06-20T00:00:00Z 2027-06-30T00:00:00Z"
                + " 2027-07-06T00:00:00Z 2027-07-13T00:00:00Z 2027-07-17T00:00:00Z 2027-07-19T00:00:00Z"
                + " 2027-07-20T00:00:00Z"
    })
    void the_dates_of_a_lifetime_are_these(int days, String dates) {
        assertThat(steps(days).all().stream().map(Instant::toString).collect(Collectors.joining(" ")))
                .isEqualTo(dates);
    }

    @Test
    void two_steps_within_a_day_are_one() {
        // 33 % of 90 days are 29.7 days; 30 days lie before it and say nothing
        assertThat(steps(90).all().get(0))
                .isEqualTo(FROM.plus(Duration.ofHours(90 * 24 * 67 / 100)).plusSeconds(720));
        // 20 % of 70 days are exactly 14 days
        assertThat(steps(70).all()).doesNotHaveDuplicates().hasSize(6);
    }

    @Test
    void a_step_is_reached_in_its_very_second_and_the_last_one_stays_reached() {
        ExpirySteps steps = steps(100);
        Instant first = steps.all().get(0);

        assertThat(steps.reached(first.minusSeconds(1))).isEqualTo(-1);
        assertThat(steps.reached(first)).isZero();
        assertThat(steps.reached(FROM.plus(Duration.ofDays(500)))).isEqualTo(8);
        assertThat(steps.at(9)).isNull();
    }

    private static ExpirySteps steps(int days) {
        return ExpirySteps.of(FROM, FROM.plus(Duration.ofDays(days)));
    }
}
