package de.hypersoft.esolutions.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    private final Redaction anna = Redaction.of(
            "Anna-Lena Groß", "+49 171 5550017", List.of("anna@example.org", "Kastanienallee 7", "", "bitte klingeln"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Frau GROSS hat angerufen              | Frau GROSS hat angerufen
            Frau Groß hat angerufen               | Frau […] hat angerufen
            frau groß, lena                       | frau […], […]
            Anna-Lena Groß war nicht da           | […] war nicht da
            Großmutter bestellt, Annas Hund       | Großmutter bestellt, Annas Hund
            Tel. 0171/555 00 17 geht nicht        | Tel. […] geht nicht
            Tel. +49 (0)171-5550017               | Tel. […]
            Tel. 0049 171 5550017.                | Tel. […].
            Bon 1715550017                        | Bon […]
            Bon 91715550017                       | Bon 91715550017
            an Anna@Example.org, KASTANIENALLEE 7 | an […], […]
            Bitte klingeln!                       | […]!
            Ofen kaputt                           | Ofen kaputt
            """)
    void what_names_the_guest_goes_and_the_reason_stays(String written, String left) {
        assertThat(anna.of(written)).isEqualTo(left);
    }

    @Test
    void a_receipt_stays_a_receipt_with_its_numbers_and_shape() {
        String receipt =
                "{\"total\":\"23.80\",\"number\":1715550017,\"for\":[\"Anna-Lena Groß\",{\"tel\":\"0171 5550017\"}]}";

        assertThat(anna.ofJson(receipt))
                .isEqualTo("{\"total\":\"23.80\",\"number\":1715550017,\"for\":[\"[…]\",{\"tel\":\"[…]\"}]}");
        assertThat(anna.ofJson("{\"total\":\"23.80\"}")).isEqualTo("{\"total\":\"23.80\"}");
    }

    @Test
    void of_a_guest_who_was_forgotten_nothing_is_taken_out() {
        Redaction nobody = Redaction.of("", "", List.of("", ""));

        assertThat(nobody.of("Ofen kaputt")).isEqualTo("Ofen kaputt");
        assertThat(nobody.ofAny(null)).isNull();
    }

    @Test
    void no_text_grows_so_each_fits_where_it_stood() {
        assertThat(anna.of("Groß Groß")).hasSizeLessThanOrEqualTo("Groß Groß".length());
        assertThat(Redaction.of("Ann Lee", "", List.of()).of("Ann Lee")).hasSizeLessThanOrEqualTo(7);
    }
}
