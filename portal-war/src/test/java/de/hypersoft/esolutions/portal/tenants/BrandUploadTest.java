package de.hypersoft.esolutions.portal.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.portal.Refused;
import de.hypersoft.esolutions.portal.access.Upload;
import de.hypersoft.esolutions.web.body.MultipartBody;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of a new brand, as people send it. */
class BrandUploadTest {

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "{", "[]", "brand: linde", "{\"locations\":7}", "<brand/>"})
    void what_is_no_brand_file_is_called_so(String file) {
        Refusal refused = Refused.of(() -> BrandUpload.document(file));

        assertThat(refused.code()).isEqualTo("unreadable-brand");
        assertThat(refused.parameters()).containsEntry("field", "brand");
    }

    @Test
    void the_first_member_that_is_missing_is_named() {
        Refusal none = Refused.of(() -> BrandUpload.document("{}"));
        Refusal some = Refused.of(() -> BrandUpload.document("{\"brand\":{}}"));

        assertThat(none.code()).isEqualTo("missing-member");
        assertThat(none.parameters()).containsEntry("field", "brand");
        assertThat(some.code()).isEqualTo("missing-member");
        assertThat(some.parameters()).containsEntry("field", "brand.slug");
    }

    @Test
    void a_file_of_a_megabyte_is_read_and_one_byte_more_is_not() {
        assertThat(BrandUpload.file(sent("x".repeat(BrandUpload.MOST_BYTES)))).hasSize(BrandUpload.MOST_BYTES);
        assertThat(Refused.code(() -> BrandUpload.file(sent("x".repeat(BrandUpload.MOST_BYTES + 1)))))
                .isEqualTo("file-too-large");
    }

    @Test
    void a_form_without_a_file_and_a_file_in_another_alphabet_are_told_apart() {
        assertThat(Refused.code(() -> BrandUpload.file(new Upload.Parts(Map.of()))))
                .isEqualTo("required");
        assertThat(Refused.code(() -> BrandUpload.file(sent(new byte[] {'{', (byte) 0xFC, '}'}))))
                .isEqualTo("not-utf-8");
    }

    private static Upload.Parts sent(String file) {
        return sent(file.getBytes(StandardCharsets.UTF_8));
    }

    private static Upload.Parts sent(byte[] file) {
        return new Upload.Parts(Map.of("brand", List.of(new MultipartBody.Part("brand", "brand.json", file))));
    }
}
