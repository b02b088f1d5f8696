package de.hypersoft.esolutions.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.hypersoft.esolutions.identity.Role;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private final Passwords passwords = new Passwords(1_000);

    @ParameterizedTest
    @ValueSource(ints = {600_000, 2_000_000})
    void the_server_hashes_with_at_least_600000_iterations(int iterations) {
        assertThat(new Passwords(iterations, new Time(false)).nobodys())
                .startsWith("pbkdf2-sha256:" + iterations + ":");
    }

    @Test
    void fewer_are_for_tests_alone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Passwords(599_999, new Time(false)))
                .withMessageContaining("600000");
        assertThat(new Passwords(1_000, new Time(true)).nobodys()).startsWith("pbkdf2-sha256:1000:");
    }

    @Test
    void a_password_fits_its_own_hash_only_and_no_two_hashes_are_equal() {
        String hash = passwords.hash("größe und Maß");

        assertThat(passwords.verify("größe und Maß", hash)).isTrue();
        assertThat(passwords.verify("grösse und Mass", hash)).isFalse();
        assertThat(passwords.hash("größe und Maß")).isNotEqualTo(hash);
        assertThat(passwords.verify("", passwords.nobodys())).isFalse();
    }

    @Test
    void a_short_password_and_the_login_itself_are_refused() {
        assertRefused("123456789", "maria", Role.MANAGER, "password-too-short");
        assertRefused("elf Zeichen", "maria", Role.STAFF, "staff-password-too-short");
        assertRefused("Maria.Linde", "maria.linde", Role.MANAGER, "password-is-login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890",
                "qwertyuiop",
                "Password1234",
                "p4$$w0rd!!!!",
                "!passwort2026!",
                "Willkommen1",
                "Passwort2026",
                "qwertzuiop",
                "sunshine123",
                "iloveyou2025",
                "passwordpassword",
                "aaaaaaaaaaaa",
                "121212121212",
                "Hypersoft2026",
                "Nord.Linde1!"
            })
    void what_everybody_tries_first_is_no_password(String common) {
        assertRefused(common, "nord.linde", Role.MANAGER, "password-common");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pizza and a glass of wine", "wir-backen-selbst", "demo-linde", "Kühlhaus & Feierabend"})
    void a_short_sentence_is_one(String good) {
        passwords.check(good, "maria", Role.MANAGER, "password");
    }

    private void assertRefused(String password, String login, Role role, String code) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> passwords.check(password, login, role, "password"))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
