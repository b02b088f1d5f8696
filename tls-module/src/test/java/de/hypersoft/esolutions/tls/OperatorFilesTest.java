package de.hypersoft.esolutions.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.hypersoft.esolutions.tls.keys.KeyEncryptionKeys;
import de.hypersoft.esolutions.tls.keys.TlsSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator hands over: the platform's own certificate, and the key-encryption keys. */
class OperatorFilesTest {

    private static final Authority AUTHORITY = new Authority();
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void a_pfx_is_read_with_its_password() throws Exception {
        ServerCertificate wildcard = AUTHORITY.rsa("*.myhypersoftapp.de");
        Path file = pfx(wildcard, "passwort");

        assertThat(DefaultCertificate.read(file, null, "passwort")).isEqualTo(wildcard);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> DefaultCertificate.read(file, null, "wrong"));
    }

    @Test
    void pem_is_read_from_one_file_or_two() throws Exception {
        for (ServerCertificate wildcard :
                new ServerCertificate[] {AUTHORITY.rsa("*.myhypersoftapp.de"), AUTHORITY.ec("*.myhypersoftapp.de")}) {
            Path chain = write("chain.pem", pem(wildcard));
            Path key = write("key.pem", pem("PRIVATE KEY", wildcard.key().getEncoded()));
            Path both = write("both.pem", Files.readString(key) + Files.readString(chain));

            assertThat(DefaultCertificate.read(chain, key, "")).isEqualTo(wildcard);
            assertThat(DefaultCertificate.read(both, null, "")).isEqualTo(wildcard);
        }
    }

    @Test
    void a_key_of_another_form_is_refused_with_what_to_do() throws Exception {
        Path chain = write("chain.pem", pem(AUTHORITY.rsa("*.myhypersoftapp.de")));
        Path key = write("key.pem", pem("ENCRYPTED PRIVATE KEY", new byte[64]));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> DefaultCertificate.read(chain, key, ""))
                .withMessageContaining("openssl pkcs8");
    }

    @Test
    void a_renewed_file_is_taken_without_a_restart_and_a_broken_one_is_not() throws Exception {
        ServerCertificate old = AUTHORITY.ec("*.myhypersoftapp.de");
        ServerCertificate renewed = AUTHORITY.ec("*.myhypersoftapp.de");
        Path file = pfx(old, "one");
        CertificateDirectory directory = new CertificateDirectory();
        Upkeep upkeep = new Upkeep(directory, new TlsSettings(folder, null, null, file, null, "one"), folder);
        upkeep.begin();
        assertThat(shown(directory)).isEqualTo(old.leaf());
        Files.writeString(file, "broken");
        upkeep.turn();
        assertThat(shown(directory)).isEqualTo(old.leaf());
        Files.setLastModifiedTime(
                pfx(renewed, "one"), FileTime.from(Instant.now().plusSeconds(10)));
        upkeep.turn();

        assertThat(shown(directory)).isEqualTo(renewed.leaf());
        assertThat(directory.servesPublicly("linde.myhypersoftapp.de")).isTrue();
    }

    @Test
    void the_first_key_encryption_key_is_made_for_the_server_alone() throws IOException {
        KeyEncryptionKeys.makeFirst(settings(null, null));
        KeyEncryptionKeys made = KeyEncryptionKeys.of(settings(null, null));
        KeyEncryptionKeys.makeFirst(settings(null, null));
        Path file = folder.resolve("keys/certificates.keys");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("r--------");
        assertThat(KeyEncryptionKeys.of(settings(null, null)).key(made.current()))
                .isEqualTo(made.key(made.current()));
        assertThat(made.toString()).doesNotContain(Files.readString(file).split("=")[1]);
    }

    @Test
    void no_key_is_made_in_place_of_a_file_that_was_named() throws IOException {
        Path named = folder.resolve("mounted/later.keys");
        KeyEncryptionKeys.makeFirst(settings(null, named));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> KeyEncryptionKeys.of(settings(null, named)))
                .withMessageContaining("the key file is not there");
        assertThat(named).doesNotExist();
    }

    @Test
    void whoever_reads_the_keys_makes_none_in_place_of_a_file_that_was_lost() throws IOException {
        KeyEncryptionKeys.makeFirst(settings(null, null));
        Path file = folder.resolve("keys/certificates.keys");
        Path backup = Files.move(file, folder.resolve("backup"));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> KeyEncryptionKeys.of(settings(null, null)))
                .withMessageContaining("certificates.keys: the key file is not there");
        assertThat(file).doesNotExist();
        Files.move(backup, file);
        assertThat(KeyEncryptionKeys.of(settings(null, null)).ids()).hasSize(1);
    }

    @Test
    void a_key_that_was_added_is_used_without_a_restart() throws IOException {
        Path file = write("kek", KeyEncryptionKeys.newLine() + "\n");
        KeyEncryptionKeys before = KeyEncryptionKeys.of(settings(null, file));
        assertThat(KeyEncryptionKeys.of(settings(null, file))).isSameAs(before);
        String added = KeyEncryptionKeys.newLine();
        Path draft = write("kek.new", Files.readString(file) + added + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);

        assertThat(KeyEncryptionKeys.of(settings(null, file)).current()).isEqualTo(added.split("=")[0]);
    }

    @Test
    void the_last_key_encrypts_and_the_others_still_decrypt() throws IOException {
        String first = KeyEncryptionKeys.newLine();
        String last = KeyEncryptionKeys.newLine();
        Path file = write("kek", "# two nodes\n" + first + "\n\n" + last + "\n");
        for (TlsSettings settings : new TlsSettings[] {settings(null, file), settings(first + ";" + last, null)}) {
            KeyEncryptionKeys keys = KeyEncryptionKeys.of(settings);

            assertThat(keys.current()).isEqualTo(last.split("=")[0]);
            assertThat(keys.ids()).containsExactlyInAnyOrder(first.split("=")[0], last.split("=")[0]);
            assertThat(keys.key(first.split("=")[0]).getEncoded())
                    .isEqualTo(Base64.getDecoder().decode(first.substring(first.indexOf('=') + 1)));
            assertThat(keys.fingerprint(keys.current()))
                    .startsWith(keys.current().substring(1))
                    .hasSize(16);
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> keys.key("gone"));
        }
    }

    @Test
    void a_broken_key_file_is_refused_without_quoting_it() throws IOException {
        String secret = Base64.getEncoder().encodeToString(new byte[31]);
        for (String text :
                new String[] {"", "# nothing\n", "k1:" + secret, "k1=" + secret, "k1", "k1=***", "k.1=" + KEY}) {
            Path file = write("kek", text);

            assertThatExceptionOfType(IOException.class)
                    .as(text)
                    .isThrownBy(() -> KeyEncryptionKeys.read(file))
                    .withMessageNotContaining(secret);
        }
        String line = KeyEncryptionKeys.newLine();
        Path twice = write("kek", line + "\n" + line);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> KeyEncryptionKeys.read(twice));
    }

    private TlsSettings settings(@Nullable String keys, @Nullable Path file) {
        return new TlsSettings(folder, keys, file, null, null, "");
    }

    private static X509Certificate shown(CertificateDirectory directory) {
        return Objects.requireNonNull(directory.find(null))
                .certificates()
                .get(0)
                .leaf();
    }

    private Path pfx(ServerCertificate certificate, String password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "own",
                certificate.key(),
                password.toCharArray(),
                certificate.chain().toArray(X509Certificate[]::new));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password.toCharArray());
        return Files.write(folder.resolve("default.pfx"), out.toByteArray());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String pem(ServerCertificate certificate) throws GeneralSecurityException {
        StringBuilder all = new StringBuilder();
        for (X509Certificate link : certificate.chain()) all.append(pem("CERTIFICATE", link.getEncoded()));
        return all.toString();
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + kind + "-----\n";
    }
}
