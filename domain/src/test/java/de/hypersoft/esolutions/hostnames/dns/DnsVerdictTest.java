package de.hypersoft.esolutions.hostnames.dns;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.hostnames.HostName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DnsVerdictTest {

    private static final String TARGET = "shops.myhypersoftapp.example";
    private static final List<String> OURS = List.of("192.0.2.10", "2001:db8::10");

    @Test
    void a_record_that_names_us_is_right_however_it_is_written() {
        assertThat(verdict(List.of("192.0.2.10"), List.of())).isEqualTo("RIGHT right");
        assertThat(verdict(List.of("192.0.2.10", "2001:0DB8:0:0:0:0:0:10"), List.of()))
                .isEqualTo("RIGHT right");
        assertThat(verdict(List.of("192.0.2.10"), List.of(TARGET))).isEqualTo("RIGHT right");
    }

    @Test
    void a_right_address_beside_a_foreign_one_is_wrong_and_the_foreign_one_is_named() {
        List<String> found = List.of("192.0.2.10", "2001:db8::99");

        assertThat(verdict(found, List.of())).isEqualTo("WRONG extra-record");
        assertThat(DnsVerdict.foreign(found, OURS)).containsExactly("2001:db8::99");
    }

    @Test
    void records_that_lead_elsewhere_are_wrong_and_missing_ones_are_waited_for() {
        assertThat(verdict(List.of("203.0.113.5"), List.of())).isEqualTo("WRONG elsewhere");
        assertThat(verdict(List.of("203.0.113.5"), List.of("other.example"))).isEqualTo("WRONG elsewhere");
        assertThat(verdict(List.of(), List.of("dangling.example"))).isEqualTo("WRONG elsewhere");
        assertThat(verdict(List.of(), List.of())).isEqualTo("WAITING no-record");
    }

    @Test
    void a_question_that_fails_says_nothing_against_the_host() {
        assertThat(text(DnsVerdict.of(DnsAnswer.FAILED, TARGET, OURS))).isEqualTo("UNKNOWN lookup-failed");
        assertThat(text(DnsVerdict.of(new DnsAnswer(true, List.of("192.0.2.10"), List.of()), "", List.of())))
                .isEqualTo("UNKNOWN nothing-expected");
    }

    @Test
    void it_is_asked_often_at_first_then_ever_less_often_and_at_least_every_four_hours() {
        assertThat(DnsCheck.wait(DnsState.WAITING, 0)).isEqualTo(Duration.ofMinutes(1));
        assertThat(DnsCheck.wait(DnsState.WAITING, 9)).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(95));
        assertThat(DnsCheck.wait(DnsState.WAITING, 10)).isGreaterThan(DnsCheck.wait(DnsState.WAITING, 9));
        assertThat(DnsCheck.wait(DnsState.WAITING, 1_000_000)).isEqualTo(Duration.ofHours(4));
        assertThat(DnsCheck.wait(DnsState.RIGHT, 0)).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void a_change_of_state_starts_the_patience_anew_and_keeps_its_time() {
        Instant now = Instant.parse("2026-11-22T12:00:00Z");
        DnsCheck check = new DnsCheck(HostName.parse("shop.linde.example"), now);

        assertThat(check.answered(DnsState.WAITING, "no-record", "", now.plusSeconds(5)))
                .isTrue();
        assertThat(check.answered(DnsState.WAITING, "no-record", "", now.plusSeconds(65)))
                .isFalse();
        assertThat(check.view().since()).isEqualTo(now.plusSeconds(5));
        assertThat(check.answered(DnsState.RIGHT, "right", "A 192.0.2.10", now.plusSeconds(130)))
                .isTrue();
        assertThat(check.view().nextAt()).isEqualTo(now.plusSeconds(130).plus(Duration.ofHours(4)));
    }

    private static String verdict(List<String> addresses, List<String> aliases) {
        return text(DnsVerdict.of(new DnsAnswer(true, addresses, aliases), TARGET, OURS));
    }

    private static String text(DnsVerdict verdict) {
        return verdict.state() + " " + verdict.reason();
    }
}
