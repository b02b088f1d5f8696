package de.hypersoft.esolutions.certificates.keys;

import static de.hypersoft.esolutions.certificates.TestAuthority.ec;
import static de.hypersoft.esolutions.certificates.TestAuthority.rsa;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.certificates.TestCertificates;
import de.hypersoft.esolutions.certificates.TestKeys;
import de.hypersoft.esolutions.certificates.serving.ActiveCertificates;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.testing.DatabaseDump;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import de.hypersoft.esolutions.tls.keys.KeyEncryptionKeys;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPrivateCrtKey;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Private keys at rest: in no column in clear, opened only where they may be, rotated, destroyed in the end. */
@OnBothDatabases
class SealedKeysTest {

    private final TestCertificates its;

    SealedKeysTest(Store store) {
        this.its = new TestCertificates(store);
    }

    @Test
    void the_private_key_stands_in_no_column_of_a_dump_in_clear() throws SQLException {
        its.served(rsa("two"));
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) rsa("two").getPrivate();
        String row = DatabaseDump.of(its.store.database());
        assertThat(row).as("it is a dump").contains(its.host, "-----BEGIN CERTIFICATE-----", "H1.");
        StringBuilder decoded = new StringBuilder(row);
        for (String part : row.split("[^A-Za-z0-9_+/-]+"))
            decoded.append(new String(
                    Base64.getDecoder()
                            .decode(part.replace('-', '+').replace('_', '/').substring(0, part.length() / 4 * 4)),
                    StandardCharsets.ISO_8859_1));

        for (BigInteger secret : List.of(key.getPrimeP(), key.getPrimeQ(), key.getPrivateExponent())) {
            byte[] bytes = secret.toByteArray();
            assertThat(decoded.indexOf(new String(Arrays.copyOfRange(bytes, 8, 40), StandardCharsets.ISO_8859_1)))
                    .isNegative();
            assertThat(row.contains(HexFormat.of().formatHex(bytes, 8, 40))).isFalse();
            assertThat(row.contains(secret.toString())).isFalse();
        }
        assertThat(row.contains("PRIVATE KEY")).isFalse();
    }

    @Test
    void a_key_that_this_node_cannot_open_leaves_its_host_out_and_the_node_is_not_ready() {
        its.served(ec("one"));
        KeyVault other = TestKeys.vault(KeyEncryptionKeys.newLine());
        ActiveCertificates elsewhere =
                Transactions.around(its.store, new ActiveCertificates(its.store.entities(), other, its.damaged));

        assertThat(elsewhere.of(its.host)).isEmpty();
        assertThat(elsewhere.expected(its.host)).hasSize(1);
        assertThat(Transactions.around(its.store, new SealedKeys(its.store.entities(), other, its.clock))
                        .state()
                        .unopenable())
                .isPositive();
    }

    @Test
    void rotating_wraps_every_key_anew_and_changes_nothing_that_is_served() {
        its.served(ec("one"));
        its.store.run(() -> its.secrets.keep("account", new byte[] {1, 2, 3}));
        String added = KeyEncryptionKeys.newLine();
        KeyVault both = TestKeys.vault(TestCertificates.LINE + ";" + added);
        KeyVault onlyNew = TestKeys.vault(added);
        SealedKeys rotating = Transactions.around(its.store, new SealedKeys(its.store.entities(), both, its.clock));

        while (rotating.rewrap(2) > 0) continue;

        ActiveCertificates after =
                Transactions.around(its.store, new ActiveCertificates(its.store.entities(), onlyNew, its.damaged));
        assertThat(after.of(its.host)).get().satisfies(served -> {
            assertThat(served.current()).isNotNull();
        });
        Secrets elsewhere = Transactions.around(its.store, new Secrets(its.store.entities(), onlyNew));
        assertThat(its.store.<byte[]>in(() -> elsewhere.open("account").orElseThrow()))
                .containsExactly(1, 2, 3);
        assertThat(rotating.state().aged()).isZero();
        SealedKeys back = Transactions.around(
                its.store,
                new SealedKeys(its.store.entities(), TestKeys.vault(added + ";" + TestCertificates.LINE), its.clock));
        while (back.rewrap(100) > 0) continue; // the store is shared by all tests
    }

    @Test
    void keys_of_replaced_certificates_are_destroyed_when_those_have_ended() {
        UUID first = its.served(ec("one"));
        UUID second = its.served(ec("two"));
        its.sealed.sweep(1000);
        assertThat(its.keyKept(first)).as("can be rolled back to").isTrue();

        its.clock.advance(Duration.ofDays(100));
        its.sealed.sweep(1000);

        assertThat(its.keyKept(first)).isFalse();
        assertThat(its.keyKept(second)).as("still served").isTrue();
        assertThatThrownBy(() -> its.activate(first)).isInstanceOf(Conflict.class);
    }
}
