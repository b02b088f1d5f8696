package de.hypersoft.esolutions.portal.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.Invalid;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000000-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z",
                "-1000000000-01-01T00:00:00Z",
                "1969-12-31T23:59:59Z",
                "tomorrow",
                ""
            })
    void a_moment_that_no_page_could_show_is_refused_by_the_name_of_its_member(String text) {
        assertThatThrownBy(() -> Bodies.instant(text, "at")).isInstanceOfSatisfying(Invalid.class, refused -> {
            assertThat(refused.code()).isEqualTo("invalid-time");
            assertThat(refused.field()).isEqualTo("at");
        });
    }

    @Test
    void a_clock_that_was_never_set_is_believed_for_what_it_is() {
        assertThat(Bodies.instant("1970-01-01T00:00:00Z", "at")).isEqualTo(Instant.EPOCH);
        assertThat(Bodies.instant("2026-11-22T18:03:11.250Z", "at")).isEqualTo("2026-11-22T18:03:11.250Z");
    }
}
