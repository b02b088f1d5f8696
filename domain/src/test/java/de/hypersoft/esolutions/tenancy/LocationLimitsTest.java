package de.hypersoft.esolutions.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.hypersoft.esolutions.kernel.Invalid;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationLimitsTest {

    @Test
    void a_location_that_set_nothing_asks_after_an_hour_and_warns_after_three_minutes() {
        LocationLimits limits = LocationLimits.DEFAULT;

        assertThat(limits.askBeforeHandover()).isEqualTo(Duration.ofHours(1));
        assertThat(limits.bookedWithin()).isEqualTo(Duration.ofMinutes(3));
        assertThat(limits.heldPercent()).isEqualTo(20);
        assertThat(limits.heldAtLeast()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "0,3,60,3,30,heldPercent", "101,3,60,3,30,heldPercent",
        "20,0,60,3,30,heldAtLeast", "20,1001,60,3,30,heldAtLeast",
        "20,3,4,3,30,askBeforeHandover", "20,3,10081,3,30,askBeforeHandover",
        "20,3,60,0,30,bookedWithin", "20,3,60,121,30,bookedWithin",
        "20,3,60,3,4,digestEvery", "20,3,60,3,1441,digestEvery"
    })
    void a_limit_that_would_ask_never_or_always_is_refused_at_its_field(
            int percent, int atLeast, int ask, int booked, int digest, String field) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> limits(percent, atLeast, ask, booked, digest))
                .matches(e -> field.equals(e.field()) && e.code().equals("out-of-range"));
    }

    @ParameterizedTest
    @CsvSource({"1,1,5,1,5", "100,1000,10080,120,1440"})
    void the_bounds_themselves_are_taken(int percent, int atLeast, int ask, int booked, int digest) {
        assertThat(limits(percent, atLeast, ask, booked, digest).heldPercent()).isEqualTo(percent);
    }

    private static LocationLimits limits(int percent, int atLeast, int ask, int booked, int digest) {
        return new LocationLimits(
                percent, atLeast, Duration.ofMinutes(ask), Duration.ofMinutes(booked), Duration.ofMinutes(digest));
    }
}
