package de.hypersoft.esolutions.certificates;

import static de.hypersoft.esolutions.certificates.TestAuthority.ec;
import static de.hypersoft.esolutions.certificates.TestAuthority.rsa;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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
    void the_private_key_stands_in_no_column_in_clear() {
        UUID id = its.served(rsa("two"));
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) rsa("two").getPrivate();
        String row = its.store.in(() -> Arrays.deepToString((Object[]) its.store
                .entities()
                .createNativeQuery(
                        "select c.key_envelope, c.chain_pem, c.report from certificates.certificate c"
                                + " where c.id = :id",
                        Object[].class)
                .setParameter("id", id)
                .getSingleResult()));
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
            assertThat(row).doesNotContain(HexFormat.of().formatHex(bytes, 8, 40));
        }
        assertThat(row).doesNotContain("PRIVATE KEY");
    }

    @Test
    void a_key_that_this_node_cannot_open_leaves_its_host_out_and_the_node_is_not_ready() {
        UUID id = its.served(ec("one"));
        KeyVault other = new KeyVault(new KeyFile(
                Optional.of(KeyRing.line(new byte[] {
                    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
                })),
                Optional.empty(),
                Optional.empty()));
        ActiveCertificates elsewhere =
                Transactions.around(its.store, new ActiveCertificates(its.store.entities(), other));

        assertThat(elsewhere.of(its.host)).isEmpty();
        assertThat(elsewhere.expected(its.host)).hasSize(1);
        assertThat(Transactions.around(its.store, new SealedKeys(its.store.entities(), other, its.clock))
                        .state()
                        .unopenable())
                .isPositive();
        assertThat(id).isNotNull();
    }

    @Test
    void rotating_wraps_every_key_anew_and_changes_nothing_that_is_served() {
        its.served(ec("one"));
        String added = KeyRing.line("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
        KeyVault both = new KeyVault(
                new KeyFile(Optional.of(TestCertificates.LINE + ";" + added), Optional.empty(), Optional.empty()));
        KeyVault onlyNew = new KeyVault(new KeyFile(Optional.of(added), Optional.empty(), Optional.empty()));
        SealedKeys rotating = Transactions.around(its.store, new SealedKeys(its.store.entities(), both, its.clock));

        while (rotating.rewrap(2) > 0) continue;

        ActiveCertificates after =
                Transactions.around(its.store, new ActiveCertificates(its.store.entities(), onlyNew));
        assertThat(after.of(its.host)).get().satisfies(served -> {
            assertThat(served.current()).isNotNull();
        });
        SealedKeys back = Transactions.around(
                its.store,
                new SealedKeys(
                        its.store.entities(),
                        new KeyVault(new KeyFile(
                                Optional.of(added + ";" + TestCertificates.LINE), Optional.empty(), Optional.empty())),
                        its.clock));
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
