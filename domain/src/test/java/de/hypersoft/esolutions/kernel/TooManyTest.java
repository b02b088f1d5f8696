package de.hypersoft.esolutions.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TooManyTest {

    /** Told too early, who asked would be refused once more. */
    @ParameterizedTest
    @CsvSource({"PT0S,1,1", "PT0.001S,1,1", "PT1S,1,1", "PT1.001S,2,1", "PT60S,60,1", "PT60.5S,61,2", "PT15M,900,15"})
    void the_wait_is_told_in_whole_seconds_and_minutes_and_never_too_short(Duration wait, long seconds, long minutes) {
        TooMany refusal = new TooMany("too-many-orders", "later", wait, Map.of("limit", 3));

        assertThat(refusal.retryAfter()).isEqualTo(wait);
        assertThat(refusal.parameters())
                .isEqualTo(Map.of("limit", 3, "retryAfterSeconds", seconds, "minutes", minutes));
    }
}
