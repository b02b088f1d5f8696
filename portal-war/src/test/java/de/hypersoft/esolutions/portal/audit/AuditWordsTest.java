package de.hypersoft.esolutions.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.audit.RefusedActs;
import de.hypersoft.esolutions.portal.layout.PageModel;
import de.hypersoft.esolutions.web.testing.Sources;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A manager reads in the log what was done, in words and in the language of the page. */
class AuditWordsTest {

    /** A statement that writes into the log, and the codes in it. */
    private static final Pattern WRITES = Pattern.compile(
            "\\b(?:audit\\.record|record|note|audit)\\(([^;]*?\"[a-z]+(?:-[a-z]+)+\"[^;]*)\\);", Pattern.DOTALL);

    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");

    @Test
    void everything_that_is_written_down_has_words_in_both_languages() {
        Set<String> codes = Sources.ofDomain("").stream()
                .map(Sources.Source::text)
                .filter(source -> source.contains("Audit audit"))
                .flatMap(source -> WRITES.matcher(source).results())
                .map(MatchResult::group)
                .flatMap(statement -> CODE.matcher(statement).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(codes).contains("order-ticked", "till-added", "user-changed", "automatic-allowed");
        for (String language : List.of("de", "en"))
            assertThat(codes).allSatisfy(code -> assertThat(words(language, code)
                            || words(language, "domain-" + code)
                            || PageModel.TEXTS
                                            .in(language)
                                            .orElseThrow()
                                            .orElse("history." + code, "")
                                            .length()
                                    > 0)
                    .as(code)
                    .isTrue());
    }

    @Test
    void every_refused_act_has_words_in_both_languages() {
        for (String language : List.of("de", "en"))
            for (RefusedActs.Kind kind : RefusedActs.Kind.values())
                assertThat(words(language, kind.action())).as(kind.action()).isTrue();
        assertThat(detail("de", "sign-in-refused", "address 192.0.2.1")).isEqualTo("Adresse 192.0.2.1");
        assertThat(detail("en", "signed-in", "recovery code")).isEqualTo("with a recovery code");
        assertThat(detail("en", "form-refused", "left out 12")).startsWith("12 more");
    }

    @Test
    void no_code_of_a_program_stands_in_the_log() {
        assertThat(detail("de", "user-changed", "MANAGER, locations: all")).isEqualTo("Betrieb, alle Standorte");
        assertThat(detail("en", "user-changed", "MANAGER, locations: 2")).endsWith(", locations: 2");
        assertThat(detail("en", "user-changed", "MANAGER, locations: 2, mail changed"))
                .endsWith(", locations: 2, mail address changed");
        assertThat(detail("de", "certificate-refused", "weak-key weak-signature wrong-password"))
                .startsWith("Der RSA-Schlüssel hat nur … Bit;")
                .doesNotContain("{", "weak");
        assertThat(detail("de", "certificate-refused", "chain-invalid"))
                .isEqualTo("Die Kette hält einer genauen Prüfung nicht stand.");
        assertThat(detail("de", "guest-searched", "orders shown 3")).isEqualTo("3 Bestellungen gezeigt");
        assertThat(detail("de", "audit-exported", "lines 12")).isEqualTo("12 Zeilen");
        assertThat(detail("de", "till-added", "CONTROL_TILL")).startsWith("Steuerungskasse");
        assertThat(detail("de", "till-revoked", "2 released, 1 confirmed but not booked"))
                .isEqualTo("2 Bestellungen freigegeben, 1 übernommen und nicht gebucht");
        assertThat(detail("en", "special-day-set", "2026-12-24 DELIVERY geschlossen"))
                .doesNotContain("geschlossen", "DELIVERY", "2026-12-24")
                .endsWith("closed");
        assertThat(detail("de", "delivery-set", "10115, 10117: 10.00 / 2.50 / 30.00"))
                .isEqualTo("10115, 10117: mindestens 10,00, Gebühr 2,50, frei ab 30,00");
        assertThat(detail("de", "certificate-activated", "serial 4A")).isEqualTo("Seriennummer 4A");
        assertThat(detail("de", "header-picture-set", "image/jpeg")).isEqualTo("JPEG");
        assertThat(detail("de", "orders-paused", "MINUTES_30")).isEqualTo("30 Minuten");
        assertThat(AuditWords.actor(frame("de"), line("SYSTEM", "certificate-activated", "")))
                .isEqualTo("von selbst");
    }

    @Test
    void what_a_person_wrote_stays_as_it_was_written() {
        assertThat(detail("en", "order-withdrawn", "Gast kam nicht")).isEqualTo("Gast kam nicht");
    }

    private static boolean words(String language, String code) {
        return !PageModel.TEXTS
                .in(language)
                .orElseThrow()
                .orElse("audit." + code, "")
                .isEmpty();
    }

    private static String detail(String language, String action, String detail) {
        return AuditWords.detail(frame(language), line("USER", action, detail));
    }

    private static Audit.Line line(String kind, String action, String detail) {
        return new Audit.Line("1", Instant.EPOCH, kind, "x", action, "x", detail, null);
    }

    private static PageModel frame(String language) {
        return new PageModel(
                PageModel.TEXTS.in(language).orElseThrow(),
                null,
                new PageModel.Session("tag", () -> "token"),
                "/portal/audit",
                Instant.EPOCH,
                new PageModel.Surroundings("", List.of(), true, List.of(), List.of()));
    }
}
