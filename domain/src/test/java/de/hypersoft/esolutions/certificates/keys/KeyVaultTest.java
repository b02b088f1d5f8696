package de.hypersoft.esolutions.certificates.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.certificates.TestKeys;
import de.hypersoft.esolutions.tls.keys.KeyEncryptionKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyVaultTest {

    private static final byte[] SECRET = "a private key".getBytes(StandardCharsets.UTF_8);

    private final Path file;
    private final KeyVault vault;

    KeyVaultTest(@TempDir Path folder) throws IOException {
        this.file = Files.writeString(folder.resolve("certificates.keys"), KeyEncryptionKeys.newLine() + "\n");
        this.vault = TestKeys.vault(file);
    }

    @Test
    void what_was_sealed_opens_also_after_a_restart_and_never_shows_itself() {
        String envelope = vault.seal(SECRET, "linde|shop.example");

        assertThat(envelope)
                .doesNotContain(Base64.getUrlEncoder().withoutPadding().encodeToString(SECRET));
        assertThat(TestKeys.vault(file).open(envelope, "linde|shop.example")).isEqualTo(SECRET);
        assertThat(vault.seal(SECRET, "linde|shop.example")).isNotEqualTo(envelope);
    }

    @Test
    void a_row_copied_to_another_tenant_or_host_does_not_open() {
        String envelope = vault.seal(SECRET, "linde|shop.example");

        assertThatThrownBy(() -> vault.open(envelope, "adler|shop.example"))
                .isInstanceOf(KeyVault.BrokenEnvelope.class);
        assertThatThrownBy(() -> vault.open(envelope, "linde|other.example"))
                .isInstanceOf(KeyVault.BrokenEnvelope.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 40, 90, 120})
    void a_changed_envelope_does_not_open(int at) {
        String envelope = vault.seal(SECRET, "linde|shop.example");
        char other = envelope.charAt(at) == 'A' ? 'B' : 'A';
        String changed = envelope.substring(0, at) + other + envelope.substring(at + 1);

        assertThatThrownBy(() -> vault.open(changed, "linde|shop.example")).isInstanceOf(KeyVault.BrokenEnvelope.class);
    }

    @Test
    void rotating_needs_no_restart_and_the_old_key_can_be_thrown_away_afterwards() throws IOException {
        String old = vault.seal(SECRET, "linde|shop.example");
        String first = vault.newestKek();
        String line = KeyEncryptionKeys.newLine();
        Files.writeString(file, line + "\n", StandardOpenOption.APPEND);

        String wrapped = vault.rewrap(old, "linde|shop.example");

        assertThat(vault.keks()).hasSize(2).contains(first);
        assertThat(KeyVault.kekOf(wrapped)).isEqualTo(vault.newestKek()).isNotEqualTo(first);
        Files.writeString(file, line);
        assertThat(vault.open(wrapped, "linde|shop.example")).isEqualTo(SECRET);
        assertThatThrownBy(() -> vault.open(old, "linde|shop.example"))
                .isInstanceOf(KeyVault.UnknownKey.class)
                .hasMessageContaining(first);
    }
}
