package de.hypersoft.esolutions.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void cells_are_quoted_and_formulas_are_made_text() {
        String csv = Csv.of(List.of(List.of("a", "b\"c\nd"), List.of("=1+1", "-2", "")));

        assertThat(csv).isEqualTo("\"a\",\"b\"\"c\nd\"\r\n\"'=1+1\",\"'-2\",\"\"\r\n");
    }

    @Test
    void what_is_a_number_and_no_text_stays_one() {
        assertThat(Csv.line(List.of(new BigDecimal("-12.50"), "-12.50", "@SUM(A1)", "+1")))
                .isEqualTo("-12.50,\"'-12.50\",\"'@SUM(A1)\",\"'+1\"\r\n");
    }
}
