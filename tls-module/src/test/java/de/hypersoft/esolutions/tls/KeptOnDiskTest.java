package de.hypersoft.esolutions.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.hypersoft.esolutions.tls.keys.KeyEncryptionKeys;
import de.hypersoft.esolutions.tls.keys.TlsSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What outlives the process. */
class KeptOnDiskTest {

    private static final Authority AUTHORITY = new Authority();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @Test
    void a_restarted_server_has_every_host_before_anybody_gives_it_one() {
        CertificateDirectory before = new CertificateDirectory();
        Upkeep upkeep = upkeep(before);
        upkeep.begin();
        before.put("a.de", List.of(AUTHORITY.ec("a.de"), AUTHORITY.rsa("a.de")));
        before.put("*.b.de", List.of(AUTHORITY.rsa("*.b.de")));
        upkeep.end();

        CertificateDirectory after = new CertificateDirectory();
        upkeep(after).begin();

        assertThat(after.fingerprints()).isEqualTo(before.fingerprints()).hasSize(2);
        assertThat(Objects.requireNonNull(after.find("a.de"))
                        .certificates()
                        .get(0)
                        .key())
                .isEqualTo(Objects.requireNonNull(before.find("a.de"))
                        .certificates()
                        .get(0)
                        .key());
    }

    @BeforeEach
    void the_key_file_is_there() throws IOException {
        KeyEncryptionKeys.makeFirst(settings());
    }

    @Test
    void while_the_key_file_is_lost_no_host_is_served_no_other_file_made_and_the_copy_on_disk_left_as_it_is()
            throws IOException {
        new Snapshot(snapshot()).write(keys(), Map.of("a.de", List.of(AUTHORITY.ec("a.de"))));
        byte[] before = Files.readAllBytes(snapshot());
        Path backup = Files.move(keyFile(), data.resolve("backup"));
        CertificateDirectory directory = new CertificateDirectory();
        Upkeep upkeep = upkeep(directory);
        upkeep.begin();
        upkeep.turn();
        upkeep.turn();
        upkeep.end();

        assertThat(directory.serves("a.de")).isFalse();
        assertThat(keyFile()).doesNotExist();
        assertThat(snapshot()).hasBinaryContent(before);
        Files.move(backup, keyFile());
        assertThat(read()).containsOnlyKeys("a.de");
    }

    @Test
    void it_is_written_once_it_is_quiet_and_not_while_nothing_changes() throws IOException {
        CertificateDirectory directory = new CertificateDirectory();
        Upkeep upkeep = upkeep(directory);
        upkeep.begin();
        upkeep.turn();
        assertThat(snapshot()).doesNotExist();
        directory.put("a.de", List.of(AUTHORITY.ec("a.de")));
        upkeep.turn();
        assertThat(snapshot()).doesNotExist();
        upkeep.turn();
        assertThat(snapshot()).exists();
        Files.delete(snapshot());
        upkeep.turn();
        upkeep.end();
        assertThat(snapshot()).doesNotExist();
    }

    @Test
    void no_key_can_be_read_from_it_and_only_the_server_may_read_it() throws IOException {
        ServerCertificate certificate = AUTHORITY.ec("a.de");
        new Snapshot(snapshot()).write(keys(), Map.of("a.de", List.of(certificate)));

        byte[] file = Files.readAllBytes(snapshot());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(snapshot())))
                .isEqualTo("rw-------");
        byte[] secret = certificate.key().getEncoded();
        assertThat(contains(file, Arrays.copyOfRange(secret, secret.length - 32, secret.length)))
                .isFalse();
        assertThat(contains(file, "a.de".getBytes(StandardCharsets.US_ASCII))).isFalse();
    }

    @Test
    void a_changed_byte_anywhere_spoils_it() throws IOException {
        Map<String, List<ServerCertificate>> contents =
                Map.of("a.de", List.of(AUTHORITY.ec("a.de")), "b.de", List.of(AUTHORITY.ec("b.de")));
        new Snapshot(snapshot()).write(keys(), contents);
        byte[] file = Files.readAllBytes(snapshot());
        assertThat(read()).containsOnlyKeys("a.de", "b.de");

        for (int i = 0; i < file.length; i += 7) {
            byte[] changed = file.clone();
            changed[i] ^= 1;
            Files.write(snapshot(), changed);
            assertThatExceptionOfType(IOException.class).as("byte " + i).isThrownBy(this::read);
        }
        for (int length : new int[] {0, 7, 100, file.length - 1}) {
            Files.write(snapshot(), Arrays.copyOf(file, length));
            assertThatExceptionOfType(IOException.class).as("length " + length).isThrownBy(this::read);
        }
        Files.write(snapshot(), Arrays.copyOf(file, file.length + 1));
        assertThatExceptionOfType(IOException.class).isThrownBy(this::read);
    }

    @Test
    void a_server_with_a_spoilt_snapshot_starts_with_its_default_certificate_alone() throws IOException {
        Files.writeString(snapshot(), "spoilt");
        CertificateDirectory directory = new CertificateDirectory();
        upkeep(directory).begin();

        assertThat(directory.fingerprints()).isEmpty();
        assertThat(directory.serves("localhost")).isTrue();
        assertThat(directory.serves("a.de")).isFalse();
    }

    @Test
    void what_the_application_put_first_is_not_replaced_by_what_was_on_disk() {
        CertificateDirectory directory = new CertificateDirectory();
        ServerCertificate fresh = AUTHORITY.ec("a.de");
        directory.put("a.de", List.of(fresh));
        directory.restore("a.de", List.of(AUTHORITY.ec("a.de")));

        assertThat(directory.fingerprints("a.de")).containsExactly(Fingerprint.of(fresh.leaf()));
    }

    @Test
    void it_outlives_a_new_key_as_long_as_the_old_one_is_in_the_file() throws IOException {
        new Snapshot(snapshot()).write(keys(), Map.of("a.de", List.of(AUTHORITY.ec("a.de"))));
        replaceKeys(Files.readString(keyFile()) + KeyEncryptionKeys.newLine() + "\n");
        assertThat(read()).containsOnlyKeys("a.de");
        replaceKeys(KeyEncryptionKeys.newLine() + "\n");

        assertThatExceptionOfType(IOException.class).isThrownBy(this::read).withMessageContaining("a key that is gone");
    }

    @Test
    void it_is_written_anew_under_a_key_that_was_added_so_the_old_one_can_be_thrown_away() throws IOException {
        new Snapshot(snapshot()).write(keys(), Map.of("a.de", List.of(AUTHORITY.ec("a.de"))));
        Upkeep upkeep = upkeep(new CertificateDirectory());
        upkeep.begin();
        String added = KeyEncryptionKeys.newLine() + "\n";
        replaceKeys(Files.readString(keyFile()) + added);
        upkeep.turn();
        replaceKeys(added);

        assertThat(read()).containsOnlyKeys("a.de");
    }

    @Test
    void the_self_made_certificate_is_made_once() {
        CertificateDirectory first = new CertificateDirectory();
        CertificateDirectory second = new CertificateDirectory();
        upkeep(first).begin();
        upkeep(second).begin();

        assertThat(leaf(first)).isEqualTo(leaf(second));
        assertThat(List.of("localhost", "linde.localhost", "linde.myhypersoftapp.de", "127.0.0.1"))
                .allMatch(first::serves);
        assertThat(first.servesPublicly("localhost")).isFalse();
    }

    private static X509Certificate leaf(CertificateDirectory directory) {
        return Objects.requireNonNull(directory.find(null))
                .certificates()
                .get(0)
                .leaf();
    }

    private Map<String, List<ServerCertificate>> read() throws IOException {
        Map<String, List<ServerCertificate>> found = new HashMap<>();
        new Snapshot(snapshot()).read(keys(), found::put);
        return found;
    }

    private Upkeep upkeep(CertificateDirectory directory) {
        return new Upkeep(directory, settings(), data);
    }

    private KeyEncryptionKeys keys() throws IOException {
        return KeyEncryptionKeys.of(settings());
    }

    private TlsSettings settings() {
        return new TlsSettings(data, null, null, null, null, "");
    }

    private Path keyFile() {
        return data.resolve("keys/certificates.keys");
    }

    /** As the command does it: at once and whole. */
    private void replaceKeys(String lines) throws IOException {
        Files.move(
                Files.writeString(data.resolve("draft"), lines),
                keyFile(),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }

    private Path snapshot() {
        return data.resolve("certificates.snapshot");
    }

    private static boolean contains(byte[] all, byte[] part) {
        for (int i = 0; i + part.length <= all.length; i++)
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) return true;
        return false;
    }
}
