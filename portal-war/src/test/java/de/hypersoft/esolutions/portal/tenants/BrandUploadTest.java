package de.hypersoft.esolutions.portal.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.onboarding.BrandFile;
import de.hypersoft.esolutions.portal.Refused;
import de.hypersoft.esolutions.portal.access.Upload;
import de.hypersoft.esolutions.portal.layout.PageModel;
import de.hypersoft.esolutions.web.body.MultipartBody;
import de.hypersoft.esolutions.web.testing.Sources;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of a new brand, as people send it. */
class BrandUploadTest {

    private static final Pattern REFUSED =
            Pattern.compile("\\bnew\\s+(?:Invalid|Conflict|Forbidden|NotFound)\\(\\s*\"([a-z0-9-]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "{", "[]", "brand: linde", "<brand/>"})
    void what_is_no_brand_file_is_called_so(String file) {
        Refusal refused = Refused.of(() -> BrandFile.ofNew(file));

        assertThat(refused.code()).isEqualTo("unreadable-brand");
        assertThat(refused.parameters()).containsEntry("field", "brand");
    }

    @Test
    void the_first_member_that_is_missing_is_named() {
        Refusal none = Refused.of(() -> BrandFile.ofNew("{}"));
        Refusal some = Refused.of(() -> BrandFile.ofNew("{\"brand\":{}}"));

        assertThat(none.code()).isEqualTo("missing-member");
        assertThat(none.parameters()).containsEntry("field", "brand");
        assertThat(some.code()).isEqualTo("missing-member");
        assertThat(some.parameters()).containsEntry("field", "brand.slug");
    }

    @Test
    void what_is_wrong_is_said_in_the_reader_s_language_and_never_in_the_words_of_a_program() {
        assertThat(said("{\n  \"brand\": {,\n}")).isEqualTo("""
                Die Datei ist so nicht lesbar: In Zeile 2, Spalte 13 stimmt die Schreibweise nicht.""");
        assertThat(said("{\"locations\":7}"))
                .isEqualTo("Die Datei ist so nicht lesbar: Hier steht etwas anderes, als dorthin gehört.");
        assertThat(wrong("{\"locations\":7}").code()).isEqualTo("unreadable-brand");
        assertThat(wrong("{\"locations\":7}").place()).isEqualTo("locations");
        assertThat(wrong("{\"brand\":{\"slug\":{}}}").place()).isEqualTo("brand.slug");
        byte[] latin = {'{', '\n', (byte) 0xFC, '}'};
        assertThat(BrandUpload.Wrong.with(Refused.of(() -> BrandUpload.file(sent(latin))))
                        .sentence(PageModel.TEXTS.german()))
                .contains("Windows-1252 oder ISO 8859-1", "in Zeile 2")
                .doesNotContain("{");
        assertThat(said("null")).isEqualTo("Die Datei ist so nicht lesbar.");
        assertThat(said("{}")).isEqualTo("In der Datei fehlt etwas.");
    }

    /** A code without one would be told as "not taken", and nobody would know why. */
    @Test
    void whatever_a_brand_file_can_be_refused_for_has_a_sentence() {
        Set<String> codes = Stream.of("onboarding", "tenancy", "identity", "hostnames", "pos/tills", "kernel")
                .flatMap(feature -> Sources.ofDomain(feature).stream())
                .flatMap(source -> REFUSED.matcher(source.text()).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(codes).contains("invalid-slug", "slug-taken", "password-in-file");
        codes.removeAll(Set.of("invalid-vat-rate", "no-next-opening", "unknown-task")); // of no file like this
        codes.removeIf(code -> PageModel.TEXTS.german().has("refusal." + code));
        assertThat(codes).isEmpty();
    }

    @Test
    void a_file_of_a_megabyte_is_read_and_one_byte_more_is_not() {
        assertThat(BrandUpload.file(sent("x".repeat(BrandFile.MAX_BYTES)))).hasSize(BrandFile.MAX_BYTES);
        assertThat(Refused.code(() -> BrandUpload.file(sent("x".repeat(BrandFile.MAX_BYTES + 1)))))
                .isEqualTo("file-too-large");
    }

    @Test
    void a_form_without_a_file_and_a_file_in_another_alphabet_are_told_apart() {
        assertThat(Refused.code(() -> BrandUpload.file(new Upload.Parts(Map.of()))))
                .isEqualTo("required");
        assertThat(Refused.code(() -> BrandUpload.file(sent(new byte[] {'{', (byte) 0xFC, '}'}))))
                .isEqualTo("not-utf-8");
    }

    @Test
    void all_that_is_wrong_with_a_file_is_shown_at_once() {
        BrandUpload.Wrong wrong = wrong("{\"brand\":{\"slug\":7},\"hosts\":[],\"locations\":[]}");

        assertThat(wrong.all())
                .extracting(BrandUpload.Wrong::place)
                .containsExactly(
                        "brand.slug", "brand.name", "brand.currency", "brand.colour", "brand.language", "users");
        assertThat(wrong.others()).allSatisfy(other -> assertThat(other.sentence(PageModel.TEXTS.german()))
                .isEqualTo("In der Datei fehlt etwas."));
        assertThat(BrandUpload.Wrong.NOTHING.all()).isEmpty();
    }

    private static String said(String file) {
        return wrong(file).sentence(PageModel.TEXTS.german());
    }

    private static BrandUpload.Wrong wrong(String file) {
        return BrandUpload.Wrong.with(Refused.of(() -> BrandFile.ofNew(file)));
    }

    private static Upload.Parts sent(String file) {
        return sent(file.getBytes(StandardCharsets.UTF_8));
    }

    private static Upload.Parts sent(byte[] file) {
        return new Upload.Parts(Map.of("brand", List.of(new MultipartBody.Part("brand", "brand.json", file))));
    }
}
