package de.hypersoft.esolutions.portal.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.portal.layout.PageModel;
import de.hypersoft.esolutions.web.page.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A load that was refused as a whole, as managers read of it. */
class LoadWordsTest {

    private static final Path DOMAIN = Path.of("../domain/src/main/java/de/hypersoft/esolutions");
    private static final Texts GERMAN = PageModel.TEXTS.german();
    private static final Texts ENGLISH = PageModel.TEXTS.english();

    @Test
    void a_load_in_another_encoding_names_it_and_the_line_in_the_readers_language() {
        Map<String, String> facts = Map.of("encoding", "Windows-1251 (Cyrillic)", "line", "17", "byte", "400");

        assertThat(LoadWords.refused(GERMAN, "not-utf-8", facts))
                .contains("Windows-1251 (kyrillisch)")
                .contains("Zeile 17");
        assertThat(LoadWords.refused(ENGLISH, "not-utf-8", facts))
                .contains("Windows-1251 (Cyrillic)")
                .contains("line 17");
    }

    @Test
    void a_report_of_before_without_facts_shows_no_blanks_to_fill_in() {
        for (Texts texts : List.of(GERMAN, ENGLISH))
            for (String code : List.of("not-utf-8", "required", "version-taken", "wrong-type", "till-has-no-catalog"))
                assertThat(LoadWords.refused(texts, code, Map.of()))
                        .isNotEqualTo(texts.text("load.other"))
                        .doesNotContain("{");
    }

    @Test
    void nobody_reads_a_code_whatever_it_was_refused_for() {
        assertThat(LoadWords.refused(GERMAN, "made-up-code", Map.of())).isEqualTo(GERMAN.text("load.other"));
    }

    @Test
    void every_reason_to_refuse_a_whole_load_has_a_sentence() throws IOException {
        Set<String> codes = new TreeSet<>();
        Pattern refusal = Pattern.compile("(?:new (?:Invalid|Conflict)|super)\\(\\s*\"([a-z0-9-]+)\"");
        for (String source : List.of(
                "catalog/document/CatalogText",
                "catalog/document/CatalogParse",
                "sync/CatalogIntake",
                "sync/LoadRefused",
                "kernel/text/Utf8",
                "tenancy/LocationDetails"))
            refusal.matcher(Files.readString(DOMAIN.resolve(source + ".java")))
                    .results()
                    .forEach(m -> codes.add(m.group(1)));
        codes.removeAll(
                Set.of("invalid-email", "out-of-range", "too-long", "unknown-country")); // typed about a location
        assertThat(codes).hasSizeGreaterThan(11).contains("not-utf-8", "nothing-to-sell", "version-taken");

        for (Texts texts : List.of(GERMAN, ENGLISH))
            assertThat(codes).allSatisfy(code -> assertThat(texts.orElse("load." + code, ""))
                    .as(code)
                    .isNotBlank());
    }
}
