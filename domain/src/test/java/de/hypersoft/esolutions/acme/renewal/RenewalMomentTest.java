package de.hypersoft.esolutions.acme.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.acme.authority.RenewalWindow;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Written out by hand for certificates that begin on 1 January 2027 at 00:00 UTC. */
class RenewalMomentTest {

    private static final Instant FROM = Instant.parse("2027-01-01T00:00:00Z");
    private static final String FIRST = "000000" + "0".repeat(58);
    /** 999 parts of 1000. */
    private static final String LAST = "0003e7" + "0".repeat(58);

    @ParameterizedTest
    @CsvSource({
        // a third left: 15 d 16 h of 47 days (ends 17 Feb), 33 d 8 h of 100 (11 Apr), 66 d 16 h of 200 (20 Jul);
        // spread over a thirtieth: 1 d 13.6 h, 3 d 8 h, 6 d 16 h
        "47, 2027-02-01T08:00:00Z, 2027-02-02T21:33:44.640Z, 2027-02-14T00:00:00Z",
        "100, 2027-03-08T16:00:00Z, 2027-03-11T23:55:12Z, 2027-04-08T00:00:00Z",
        "200, 2027-05-14T08:00:00Z, 2027-05-20T23:50:24Z, 2027-07-17T00:00:00Z"
    })
    void the_dates_of_a_lifetime_are_these(int days, Instant earliest, Instant latest, Instant takeOver) {
        Instant until = FROM.plus(Duration.ofDays(days));

        assertThat(RenewalMoment.of(FROM, until, FIRST, null)).isEqualTo(earliest);
        assertThat(RenewalMoment.of(FROM, until, LAST, null)).isEqualTo(latest);
        assertThat(RenewalMoment.reserve(FROM, until)).isEqualTo(earliest);
        assertThat(RenewalMoment.takeOver(FROM, until)).isEqualTo(takeOver);
    }

    @Test
    void a_short_life_is_taken_over_with_a_tenth_of_it_left() {
        assertThat(RenewalMoment.takeOver(FROM, FROM.plus(Duration.ofDays(20)))).isEqualTo("2027-01-19T00:00:00Z");
    }

    @Test
    void the_authoritys_window_goes_first_but_never_beyond_the_last_tenth() {
        Instant until = FROM.plus(Duration.ofDays(100));
        RenewalWindow now =
                new RenewalWindow(FROM.plus(Duration.ofDays(10)), FROM.plus(Duration.ofDays(12)), Duration.ZERO);
        RenewalWindow late =
                new RenewalWindow(FROM.plus(Duration.ofDays(98)), FROM.plus(Duration.ofDays(99)), Duration.ZERO);

        assertThat(RenewalMoment.of(FROM, until, FIRST, now)).isEqualTo("2027-01-11T00:00:00Z");
        assertThat(RenewalMoment.of(FROM, until, LAST, now)).isEqualTo("2027-01-12T23:57:07.200Z");
        assertThat(RenewalMoment.of(FROM, until, FIRST, late)).isEqualTo("2027-04-01T00:00:00Z");
    }
}
