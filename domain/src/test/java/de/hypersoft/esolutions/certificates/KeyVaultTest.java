package de.hypersoft.esolutions.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyVaultTest {

    private static final byte[] SECRET = "a private key".getBytes(StandardCharsets.UTF_8);

    private final Path data;
    private final Path file;
    private final KeyVault vault;

    KeyVaultTest(@TempDir Path data) {
        this.data = data;
        this.file = data.resolve("keys").resolve("certificates.keys");
        this.vault = vault(data);
    }

    @Test
    void the_key_file_is_made_at_first_use_and_only_its_owner_reads_it() throws IOException {
        vault.seal(SECRET, "linde|shop.example");

        assertThat(Files.getPosixFilePermissions(file)).containsExactly(PosixFilePermission.OWNER_READ);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void what_was_sealed_opens_also_after_a_restart_and_never_shows_itself() {
        String envelope = vault.seal(SECRET, "linde|shop.example");

        assertThat(envelope)
                .doesNotContain(Base64.getUrlEncoder().withoutPadding().encodeToString(SECRET));
        assertThat(vault(data).open(envelope, "linde|shop.example")).isEqualTo(SECRET);
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
        String line = KeyRing.line(new byte[KeyRing.BYTES]);
        append(line);

        String wrapped = vault.rewrap(old, "linde|shop.example");

        assertThat(vault.keks()).hasSize(2).contains(first);
        assertThat(KeyVault.kekOf(wrapped)).isEqualTo(vault.newestKek()).isNotEqualTo(first);
        write(line);
        assertThat(vault.open(wrapped, "linde|shop.example")).isEqualTo(SECRET);
        assertThatThrownBy(() -> vault.open(old, "linde|shop.example"))
                .isInstanceOf(KeyVault.UnknownKey.class)
                .hasMessageContaining(first);
    }

    @Test
    void keys_may_come_from_the_environment_too_and_then_no_file_is_touched() {
        String line = KeyRing.line(new byte[KeyRing.BYTES]);
        var inline = new KeyVault(new KeyFile(Optional.of(line), Optional.empty(), Optional.of(data.toString())));

        assertThat(inline.open(inline.seal(SECRET, "x"), "x")).isEqualTo(SECRET);
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "k1", "k1=short", "k 1=AAAA", "=AAAA"})
    void a_file_without_usable_keys_is_refused_without_showing_what_stands_in_it(String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);

        assertThatThrownBy(() -> vault.seal(SECRET, "x"))
                .isInstanceOf(IllegalStateException.class)
                .satisfies(
                        e -> assertThat(e.getMessage()).doesNotContain("short").doesNotContain("AAAA"));
    }

    private static KeyVault vault(Path data) {
        return new KeyVault(new KeyFile(Optional.empty(), Optional.empty(), Optional.of(data.toString())));
    }

    private void append(String line) throws IOException {
        write(Files.readString(file) + line + "\n");
    }

    private void write(String content) throws IOException {
        Files.setPosixFilePermissions(file, Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        Files.writeString(file, content, StandardOpenOption.TRUNCATE_EXISTING);
        Files.setLastModifiedTime(
                file, FileTime.from(Files.getLastModifiedTime(file).toInstant().plusSeconds(5)));
    }
}
