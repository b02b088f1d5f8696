package de.hypersoft.esolutions.kernel.audit;

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
            Frau GROSS hat angerufen              | Frau […] hat angerufen
            KASTANIENALLEE 7                      | […]
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Müller   | MÜLLER, Mueller, MUELLER, Mu\u0308ller, Muller | […], […], […], […], […]
            Mueller  | Müller, mueller, Mu\u0308ller                  | […], […], […]
            Weiss    | Weiß, WEISS, Weiss, Weis                      | […], […], […], Weis
            Weiß     | WEISS, weiß, WEIẞ, weiss                      | […], […], […], […]
            Zoë René | zoe, ZOË, Zoe\u0308, Rene, RENÉ, Renette       | […], […], […], […], […], Renette
            Moe      | Mö, Moe                                       | Mö, […]
            Goes     | Gös, GOES                                     | […], […]
            Łukasz   | ŁUKASZ, Łukasz                                | […], […]
            Renee    | Renée, RENÉE, Rene\u0301e, renee, Renette     | […], […], […], […], Renette
            Zoe      | Zoë, ZOË, Zoe\u0308, Zoe                      | […], […], […], […]
            Muller   | Müller, Mu\u0308ller, Mullers                 | […], […], Mullers
            """)
    void a_name_is_found_however_machines_spell_it(String name, String written, String left) {
        String text = written.replace("\\u0308", "\u0308").replace("\\u0301", "\u0301");

        assertThat(Redaction.of(name, "", List.of()).of(text)).isEqualTo(left);
    }

    @Test
    void a_note_is_found_across_a_line_that_a_till_broke() {
        assertThat(Redaction.of("", "", List.of("bitte  zweimal\nklingeln")).of("Notiz: Bitte zweimal klingeln, eilig"))
                .isEqualTo("Notiz: […], eilig");
    }

    @Test
    void of_what_stands_in_another_word_of_the_guest_s_the_longer_goes_whole() {
        assertThat(Redaction.of("", "", List.of("Hinterhaus", "Hinterhaus links"))
                        .of("an Hinterhaus links"))
                .isEqualTo("an […]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            am Tor, Bo        | am […], Bo
            Tel. 55501        | Tel. […]
            Tel. 0 555 01     | Tel. […]
            Tor 5550, 555012  | […] 5550, 555012
            """)
    void what_is_too_short_to_tell_a_guest_from_others_stays(String written, String left) {
        assertThat(Redaction.of("Bo", "55501", List.of("Tor")).ofAny(written)).isEqualTo(left);
        assertThat(Redaction.of("Bo", "5550", List.of()).of(written)).isEqualTo(written);
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
    void what_JSON_writes_in_another_way_is_found_all_the_same() {
        Redaction quoted = Redaction.of("", "", List.of("Klingel \"Öz\""));

        assertThat(quoted.ofJson("{\"for\":\"an Klingel \\\"\\u00d6z\\\"\"}")).isEqualTo("{\"for\":\"an […]\"}");
    }

    @Test
    void of_a_guest_who_was_forgotten_nothing_is_taken_out() {
        Redaction nobody = Redaction.of("", "", List.of("", ""));

        assertThat(nobody.of("Ofen kaputt")).isEqualTo("Ofen kaputt");
        assertThat(nobody.ofJson("{\"why\":\"Ofen kaputt\"}")).isEqualTo("{\"why\":\"Ofen kaputt\"}");
        assertThat(nobody.ofAny(null)).isNull();
    }

    @Test
    void no_text_grows_so_each_fits_where_it_stood() {
        assertThat(anna.of("Groß Groß")).hasSizeLessThanOrEqualTo("Groß Groß".length());
        assertThat(Redaction.of("Ann Lee", "", List.of()).of("Ann Lee")).hasSizeLessThanOrEqualTo(7);
    }
}
