package de.hypersoft.esolutions.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "030 5550001,030 5550001",
        "90 90-9,90 90-9",
        "030/555.00(01),030/555.00(01)",
        "+49305550001,+49305550001",
        "'030  5550001 ',030 5550001",
        "+49 (0) 30 5550001,+49 (0) 30 5550001",
        "\u202a+49 30 5550001\u202c,+49 30 5550001",
        "\u200e+49\u00a030\u2009555\u202f0001,+49 30 555 0001",
        "030\u20135550001,030-5550001",
        "030\u22125550001,030-5550001",
        "030\u2044555\u22c50001,030/555.0001",
        "tel:+49-30-5550001,+49-30-5550001",
        "TEL: +49305550001;phone-context=x,+49305550001",
        "Tel. 030 5550001,030 5550001",
        "\uff0b\uff14\uff19\uff083\uff10\uff095550001,+49(30)5550001",
        "\u0660\u0663\u0660 \u0665\u0665\u0665\u0660\u0660\u0660\u0661,030 5550001",
        "(+49) 30 5550001,+49 30 5550001",
        "+ 49 30 5550001,+49 30 5550001",
        "030\t555  0001,030 555 0001",
        "[030] 5550001,(030) 5550001",
        "Mobil: +49 171 5550001,+49 171 5550001",
        "Handy 0171 5550001,0171 5550001",
        "030 5550001 (Büro),030 5550001",
        "Tel.: (030) 5550001 (privat),(030) 5550001"
    })
    void a_number_is_taken_as_a_phone_pastes_it_and_can_be_read(String given, String kept) {
        assertThat(PhoneNumber.of(given)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234",
                "12-34",
                "1------",
                "+1234567890123456789012345678901",
                "-----",
                "+49 30 x5550001",
                "030 555;0001",
                "0305550001\n110",
                "keine",
                "Zimmer 12",
                "030 5550001 (Büro 2)"
            })
    void what_cannot_be_rung_is_none(String given) {
        assertThat(PhoneNumber.of(given)).isEmpty();
    }
}
