package de.hypersoft.esolutions.closing;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.closing.DayMatch.Entry;
import de.hypersoft.esolutions.closing.DayMatch.Facts;
import de.hypersoft.esolutions.closing.DayMatch.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void an_order_is_doubled_when_two_have_it_and_not_when_one_has() {
        assertThat(booked(1, 0)).isEqualTo(Verdict.BOOKED);
        assertThat(booked(1, 1)).isEqualTo(Verdict.DOUBLE);
        assertThat(booked(2, 0)).isEqualTo(Verdict.DOUBLE);
        assertThat(ticked(1)).isEqualTo(Verdict.TYPED);
        assertThat(ticked(2)).isEqualTo(Verdict.TYPED);
    }

    @Test
    void a_day_counts_its_orders_by_what_became_of_them() {
        DayMatch day = day(Verdict.BOOKED, Verdict.MISSING, Verdict.BOOKED);

        assertThat(day.count(Verdict.BOOKED)).isEqualTo(2);
        assertThat(day.count(Verdict.MISSING)).isEqualTo(1);
        assertThat(day.count(Verdict.DOUBLE)).isZero();
        assertThat(day.with(Verdict.MISSING)).hasSize(1);
        assertThat(day.amiss()).isTrue();
        assertThat(day(Verdict.BOOKED, Verdict.TYPED, Verdict.CANCELLED).amiss())
                .isFalse();
    }

    private static DayMatch day(Verdict... verdicts) {
        Instant noon = Instant.parse("2026-11-22T12:00:00Z");
        return new DayMatch(
                new BusinessDay(LocalDate.of(2026, 11, 22), noon, noon),
                Stream.of(verdicts)
                        .map(it -> new Entry(UUID.randomUUID(), "1", noon, 100, "EUR", it, null, null))
                        .toList());
    }

    private static Verdict booked(long tills, long ticks) {
        return new Facts(false, false, true, false, true, false, false, false, tills, ticks).verdict();
    }

    private static Verdict ticked(long ticks) {
        return new Facts(false, false, false, true, false, false, false, false, 0, ticks).verdict();
    }
}
