package de.hypersoft.esolutions.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.Invalid;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords(1_000);

    @Test
    void the_server_hashes_with_at_least_600000_iterations() {
        assertThat(Passwords.ITERATIONS).isGreaterThanOrEqualTo(600_000);
        assertThat(new Passwords().nobodys()).startsWith("pbkdf2-sha256:" + Passwords.ITERATIONS + ":");
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
        assertThatThrownBy(() -> passwords.check("123456789", "maria", "password"))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> passwords.check("Maria.Linde", "maria.linde", "password"))
                .isInstanceOf(Invalid.class);
    }
}
