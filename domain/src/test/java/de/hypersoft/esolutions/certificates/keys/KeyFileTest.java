package de.hypersoft.esolutions.certificates.keys;

import static de.hypersoft.esolutions.certificates.TestAuthority.ec;
import static de.hypersoft.esolutions.hostnames.TestRegistry.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.certificates.CertificateState;
import de.hypersoft.esolutions.certificates.CertificateView;
import de.hypersoft.esolutions.certificates.TestCertificates;
import de.hypersoft.esolutions.certificates.TestKeys;
import de.hypersoft.esolutions.certificates.serving.ShownHere;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.testing.Databases;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import de.hypersoft.esolutions.tls.CertificateDirectory;
import de.hypersoft.esolutions.tls.ServerCertificate;
import de.hypersoft.esolutions.tls.keys.KeyEncryptionKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key file lost, replaced, brought back; and stored keys that do not open though it is there. */
@OnBothDatabases
class KeyFileTest {

    private static final byte[] SECRET = {1, 2, 3};

    /** All rows are counted. */
    private static final Map<Databases, Store> OWN = new ConcurrentHashMap<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final Store store;

    KeyFileTest(Store shared) {
        this.store = OWN.computeIfAbsent(shared.engine(), Store::alone);
    }

    @BeforeEach
    void nothing_is_sealed() {
        store.run(
                () -> List.of("certificates.certificate", "certificates.secret").forEach(table -> store.entities()
                        .createNativeQuery("delete from " + table)
                        .executeUpdate()));
    }

    @Test
    void a_lost_key_file_is_never_replaced_while_something_is_sealed_and_nothing_is_sealed_until_it_is_back()
            throws IOException {
        Path file = folder.resolve("certificates.keys");
        KeyVault vault = TestKeys.vault(file);
        KeyFile keyFile = Transactions.around(store, new KeyFile(store.entities(), vault));
        Secrets secrets = Transactions.around(store, new Secrets(store.entities(), vault));
        assertThat(keyFile.look().isWhole()).isTrue();
        assertThat(file).as("of a new installation").exists();
        store.run(() -> secrets.keep("account", SECRET));
        Path backup = Files.move(file, folder.resolve("backup"));

        KeyFile.State lost = keyFile.look();

        assertThat(file).doesNotExist();
        assertThat(lost.isWhole()).isFalse();
        assertThat(lost.sentence()).contains(file.toString(), "1 sealed keys", "put it back");
        assertThat(keyFile.seen()).isEqualTo(lost);
        assertThatThrownBy(() -> store.run(() -> secrets.keep("another", SECRET)))
                .isInstanceOfSatisfying(
                        Conflict.class, c -> assertThat(c.code()).isEqualTo("key-file-lost"));
        Files.writeString(file, KeyEncryptionKeys.newLine());
        assertThat(keyFile.look().trouble()).as("another one").startsWith("the key file lacks k");
        assertThatThrownBy(() -> store.run(() -> secrets.keep("another", SECRET)))
                .isInstanceOf(KeyVault.KeyFileAway.class);
        Files.delete(file);
        Files.move(backup, file);
        assertThat(keyFile.look().isWhole()).isTrue();
        store.run(() -> secrets.keep("another", SECRET));
        assertThat(store.<byte[]>in(() -> secrets.open("account").orElseThrow()))
                .isEqualTo(SECRET);
    }

    @Test
    void a_damaged_row_is_found_after_the_start_though_the_copy_on_disk_still_shows_it() {
        TestCertificates its = new TestCertificates(store);
        UUID good = its.served(ec("one"));
        UUID bad = its.served(ec("two"));
        CertificateDirectory directory = new CertificateDirectory();
        directory.put(
                its.host,
                List.of(new ServerCertificate(its.current().key(), its.current().chain())));
        KeyFile keyFile = Transactions.around(store, new KeyFile(store.entities(), its.vault));
        ShownHere shown = new ShownHere(keyFile, its.damaged, directory);
        assertThat(shown.of(view(its, bad))).isEqualTo(ShownHere.Shown.YES);
        damage(bad);

        CheckSealedKeys check =
                Transactions.around(store, new CheckSealedKeys(store.entities(), its.vault, its.damaged));
        assertThat(check.check(1) + check.check(100)).as("each once").isEqualTo(2);
        while (check.check(100) > 0) continue;

        assertThat(its.damaged.has(bad)).isTrue();
        assertThat(its.damaged.has(good)).isFalse();
        assertThat(shown.damagedHosts()).containsExactly(its.host);
        assertThat(shown.of(view(its, bad))).isEqualTo(ShownHere.Shown.KEY_DAMAGED);
    }

    @Test
    void a_damaged_account_is_found_after_the_start_and_no_more_once_it_was_made_anew() {
        TestCertificates its = new TestCertificates(store);
        String account = "account|" + UUID.randomUUID();
        store.run(() -> its.secrets.keep(account, SECRET));
        store.run(() -> store.entities()
                .createNativeQuery("update certificates.secret set envelope ="
                        + " concat(substring(envelope, 1, 100), 'AAAA', substring(envelope, 105)) where name = :name")
                .setParameter("name", account)
                .executeUpdate());

        CheckSealedKeys check =
                Transactions.around(store, new CheckSealedKeys(store.entities(), its.vault, its.damaged));
        while (check.check(100) > 0) continue;
        assertThat(its.damaged.secrets()).contains(account);

        store.run(() -> its.secrets.keep(account, SECRET));
        assertThat(check.check(100)).isZero();
        assertThat(its.damaged.secrets()).doesNotContain(account);
    }

    @Test
    void what_the_database_calls_active_is_called_so_only_where_a_handshake_shows_it() {
        TestCertificates its = new TestCertificates(store);
        CertificateView active = view(its, its.served(ec("one")));
        KeyVault without = TestKeys.vault(KeyEncryptionKeys.newLine());
        KeyFile keyFile = Transactions.around(store, new KeyFile(store.entities(), without));
        ShownHere shown = new ShownHere(keyFile, its.damaged, new CertificateDirectory());

        assertThat(shown.of(active)).isEqualTo(ShownHere.Shown.NO);
        keyFile.look();
        assertThat(shown.of(active)).isEqualTo(ShownHere.Shown.KEY_FILE_LOST);
        assertThat(shown.isKeyFileWhole()).isFalse();
    }

    @Test
    void one_whose_stored_key_is_damaged_is_not_activated_for_its_proof_would_never_end() {
        TestCertificates its = new TestCertificates(store);
        UUID staged = its.staged(ec("one"));
        damage(staged);

        assertThatThrownBy(() -> its.activate(staged)).isInstanceOfSatisfying(Conflict.class, c -> assertThat(c.code())
                .isEqualTo("certificate-key-damaged"));
        assertThat(its.state(staged)).isEqualTo(CertificateState.STAGED);
    }

    private void damage(UUID id) {
        store.run(() -> store.entities()
                .createNativeQuery(
                        "update certificates.certificate set key_envelope ="
                                + " concat(substring(key_envelope, 1, 150), 'AAAA', substring(key_envelope, 155)) where id = :id")
                .setParameter("id", id)
                .executeUpdate());
    }

    private static CertificateView view(TestCertificates its, UUID id) {
        return its.certificates.of(staff(), its.host).stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
