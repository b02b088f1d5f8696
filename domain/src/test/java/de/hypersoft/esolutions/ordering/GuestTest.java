package de.hypersoft.esolutions.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.testing.Refusals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The driver who stands before a closed door calls the guest. */
class GuestTest {

    @ParameterizedTest
    @ValueSource(strings = {"1234", "call me", "- - - - -", "+49", "030 12345 or 6", "()()()"})
    void nobody_is_rung_up_under_what_is_no_number(String phone) {
        Refusal refused = Refusals.of(() -> new Guest("Gerda Gast", phone, "gerda@gast.example", "de").reachable());

        assertThat(refused.code()).isEqualTo("invalid-phone");
        assertThat(refused.parameters()).containsEntry("field", "guest.phone");
    }

    @Test
    void a_number_is_a_number_however_it_is_written() {
        for (String phone : new String[] {"030 5550199", "+49 (0)30/555-0199", "0049.30.5550199"})
            assertThat(new Guest("Gerda Gast", phone, "gerda@gast.example", "de")
                            .reachable()
                            .phone())
                    .isNotBlank();
    }

    @Test
    void an_order_without_phone_mail_or_name_is_nobodys() {
        assertThat(Refusals.code(() -> new Guest("Gerda", "", "gerda@gast.example", "de")))
                .isEqualTo("required");
        assertThat(Refusals.code(() -> new Guest("Gerda", "030 5550199", "", "de")))
                .isEqualTo("required");
        assertThat(Refusals.code(() -> new Guest("", "", "", "de").reachable())).isEqualTo("required");
    }
}
