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

    /** By Debian's {@code argon2}: {@code argon2 'sechzehn-bytes!!' -id -t 2 -k 4096 -p 1 -l 32 -e}. */
    private static final String ANOTHERS =
            "$argon2id$v=19$m=4096,t=2,p=1$c2VjaHplaG4tYnl0ZXMhIQ$XwRCkZHRNtTV3EXGEshCayHcMzwo0wuic3Eql9+QKJ8";

    private final Passwords passwords = new Passwords(1_000);

    @ParameterizedTest
    @ValueSource(ints = {19_456, 65_536})
    void the_server_hashes_by_argon2id_with_at_least_19_mib_in_two_passes(int memory) {
        String hash = new Passwords(memory, new Time(false)).hash("wir-backen-selbst");

        assertThat(hash).matches("\\$argon2id\\$v=19\\$m=" + memory + ",t=2,p=1\\$[^$]{22}\\$[^$]{43}");
        assertThat(new Passwords(1_000).verify("wir-backen-selbst", hash)).isTrue();
    }

    @Test
    void less_is_for_tests_alone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Passwords(19_455, new Time(false)))
                .withMessageContaining("19456");
        assertThat(new Passwords(1_000, new Time(true)).nobodys()).startsWith("$argon2id$v=19$m=1000,t=2,p=1$");
    }

    @Test
    void a_hash_of_another_program_is_the_same() {
        assertThat(passwords.verify("größe und Maß", ANOTHERS)).isTrue();
        assertThat(passwords.verify("Größe und Maß", ANOTHERS)).isFalse();
    }

    @Test
    void a_hash_of_former_times_still_opens_and_is_outdated_as_is_one_with_less_memory() {
        String former = "pbkdf2-sha256:1000:AAECAwQFBgcICQoLDA0ODw==:nlghIuTsNsxLta/OLtNvZPIt5KNJyzrv44QgYo3bULc=";

        assertThat(passwords.verify("größe und Maß", former)).isTrue();
        assertThat(passwords.verify("grösse und Mass", former)).isFalse();
        assertThat(passwords.isOutdated(former)).isTrue();
        assertThat(new Passwords(1_001).isOutdated(passwords.hash("größe und Maß")))
                .isTrue();
        assertThat(passwords.isOutdated(passwords.hash("größe und Maß"))).isFalse();
        assertThat(passwords.isOutdated(ANOTHERS.replace("t=2", "t=1")))
                .as("in one pass")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "wir-backen-selbst", "pbkdf2-sha512:1000:AA==:AA==", "$argon2i$v=19$m=4096,t=2,p=1$AAAA$AAAA"
            })
    void what_is_no_such_hash_is_a_fault_and_never_an_entry(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> passwords.verify("wir-backen-selbst", text));
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
