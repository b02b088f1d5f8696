package de.hypersoft.esolutions.portal.pos.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.portal.Refused;
import de.hypersoft.esolutions.portal.pos.Calling;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a till's list of blocks and counters lacks is refused before anything is asked of the model, which is not there. */
class AvailabilityRefusedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "blocks":[{"articleId":"1"},{"articleId":"2","until":"tomorrow"}] | invalid-time | blocks[1].until
            "blocks":[{"articleId":"1"},{}]                                   | required     | blocks[1].articleId
            "blocks":[null]                                                   | required     | blocks[0]
            "counters":[{"articleId":"1","remaining":1},{"articleId":"2"}]    | required     | counters[1].remaining
            "counters":[{"remaining":1}]                                      | required     | counters[0].articleId
            "counters":[null]                                                 | required     | counters[0]
            """)
    void what_is_wrong_in_a_list_is_named_with_its_place(String lists, String code, String field) {
        AvailabilityResource availability = new AvailabilityResource();
        availability.caller = Calling.till(false);

        Refusal refused = Refused.of(() -> availability.put("{" + lists + "}"));

        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.parameters()).containsEntry("field", field);
    }
}
