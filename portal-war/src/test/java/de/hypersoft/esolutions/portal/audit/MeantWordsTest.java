package de.hypersoft.esolutions.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.audit.Audit;
import org.junit.jupiter.api.Test;

/** Whoever types what the log shows finds it. */
class MeantWordsTest {

    @Test
    void an_act_is_meant_by_its_words_in_either_language_and_any_case() {
        assertThat(MeantWords.by("Bestellungen angehalten").actions()).containsExactly("orders-paused");
        assertThat(MeantWords.by(" bestellung an pos ").actions()).contains("order-ticked", "order-unticked");
        assertThat(MeantWords.by("Einmalcode ausgeschaltet").actions()).containsExactly("second-factor-off");
        assertThat(MeantWords.by("User added").actions()).containsExactly("user-created");
    }

    @Test
    void a_session_is_meant_by_its_signs_with_and_without_the_words_before_them() {
        assertThat(MeantWords.by("4a0f2c").session()).isEqualTo("4a0f2c");
        assertThat(MeantWords.by("Sitzung 4A0F2C").session()).isEqualTo("4a0f2c");
        assertThat(MeantWords.by("192.0.2.1, session 4a0f2c").session()).isEqualTo("4a0f2c");
        assertThat(MeantWords.by("Tisch 123456").session()).isEmpty();
        assertThat(MeantWords.by("Sitzung").session()).isEmpty();
    }

    @Test
    void who_it_was_and_what_is_kept_as_a_code_are_meant_by_their_words_too() {
        assertThat(MeantWords.by("von selbst").actorKinds()).containsExactly("SYSTEM");
        assertThat(MeantWords.by("30 Minuten").details()).containsExactly("MINUTES_30");
        assertThat(MeantWords.by("Steuerungskasse").details()).containsExactly("CONTROL_TILL");
        assertThat(MeantWords.by("mit Wiederherstellungscode").details()).containsExactly("recovery code");
    }

    @Test
    void nothing_typed_means_nothing_more_than_everything() {
        assertThat(MeantWords.by(" ")).isEqualTo(Audit.Meant.NOTHING);
    }
}
