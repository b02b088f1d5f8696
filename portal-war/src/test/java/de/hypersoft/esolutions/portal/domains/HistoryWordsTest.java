package de.hypersoft.esolutions.portal.domains;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.hostnames.DomainHistory;
import de.hypersoft.esolutions.portal.layout.PageModel;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The story of a domain, in the language of whoever reads it. */
class HistoryWordsTest {

    @Test
    void why_a_file_was_refused_is_said_with_its_figures_and_its_times_as_people_write_them() {
        assertThat(refused("weak-key ended", List.of(List.of("1024"), List.of("2026-11-22T18:03:11Z"))))
                .isEqualTo("The RSA key has 1024 bits only; browsers want 2048."
                        + " The certificate has ended, on 22 Nov 2026 19:03:11.");
    }

    @Test
    void what_an_older_release_wrote_without_figures_is_said_without_them() {
        assertThat(refused("weak-key chain-invalid", List.of()))
                .isEqualTo(
                        "The RSA key has … bits only; browsers want 2048. The chain does not hold up to a close check.");
    }

    @Test
    void a_reason_that_another_release_knew_is_something_else() {
        assertThat(refused("unheard-of", List.of(List.of("1")))).isEqualTo(refused("unheard-of", List.of()));
    }

    private static String refused(String codes, List<List<String>> facts) {
        return HistoryWords.detail(
                model(),
                new DomainHistory.Line(Instant.EPOCH, "Ann", "certificate-refused", codes, facts),
                ZoneId.of("Europe/Berlin"));
    }

    private static PageModel model() {
        return new PageModel(
                PageModel.TEXTS.in("en").orElseThrow(),
                null,
                new PageModel.Session("tag", () -> "token"),
                "/portal/domains",
                Instant.EPOCH,
                new PageModel.Surroundings("", List.of(), true, List.of(), List.of()));
    }
}
