package de.hypersoft.esolutions.catalog.document;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.Invalid;
import java.io.StringReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTextTest {

    private static final String DIGITS = "9".repeat(5_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":%s}",
                "{\"version\":\"1\",\"articles\":%s}",
                "{\"version\":\"1\",\"articles\":[%s]}",
                "{\"version\":\"1\",\"articles\":[{\"id\":\"101\",\"sort\":%s}]}",
                "{\"version\":\"1\",\"articles\":[{\"id\":\"101\",\"price\":1e%s}]}",
                "{\"version\":\"1\",\"optionGroups\":[{\"id\":\"size\",\"min\":%s}]}"
            })
    void a_number_of_thousands_of_digits_is_no_incident_but_no_catalogue(String json) {
        assertThatThrownBy(() -> CatalogText.read(new StringReader(json.formatted(DIGITS))))
                .isInstanceOf(Invalid.class);
    }
}
