package de.hypersoft.esolutions.portal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Times as all pages of the portal write them. */
class PageModelTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void on_the_night_of_the_change_a_page_tells_the_two_hours_apart() {
        Instant summer = Instant.parse("2026-10-25T00:30:00Z");
        Instant winter = summer.plusSeconds(3_600);
        PageModel german = frame("de", winter);

        assertThat(german.time(summer, BERLIN)).isEqualTo("02:30 (Sommerzeit)");
        assertThat(german.time(winter, BERLIN)).isEqualTo("02:30 (Winterzeit)");
        assertThat(german.seconds(summer, BERLIN)).endsWith("02:30:00 (Sommerzeit)");
        assertThat(german.seconds(winter, BERLIN)).endsWith("02:30:00 (Winterzeit)");
        assertThat(frame("en", winter).time(winter, BERLIN)).isEqualTo("02:30 (winter time)");
        assertThat(german.time(winter.plusSeconds(3_600), BERLIN)).isEqualTo("03:30");
        assertThat(german.time(winter, ZoneId.of("UTC"))).isEqualTo("01:30");
    }

    private static PageModel frame(String language, Instant now) {
        return new PageModel(
                PageModel.TEXTS.in(language).orElseThrow(),
                null,
                new PageModel.Session("tag", () -> "token"),
                "/portal",
                now,
                new PageModel.Surroundings("", List.of(), true, List.of(), List.of()));
    }
}
