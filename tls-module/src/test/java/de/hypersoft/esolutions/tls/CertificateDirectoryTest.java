package de.hypersoft.esolutions.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CertificateDirectoryTest {

    private static final Authority AUTHORITY = new Authority();

    private final CertificateDirectory directory = new CertificateDirectory();

    @Test
    void the_exact_name_wins_over_the_wildcard_and_both_over_the_default() {
        ServerCertificate exact = AUTHORITY.ec("a.baeck.de");
        ServerCertificate wildcard = AUTHORITY.ec("*.baeck.de");
        ServerCertificate fallback = AUTHORITY.ec("*.baeck.de", "*.myhypersoftapp.de", "a.baeck.de");
        directory.fallback(fallback, false);

        assertThat(answer("a.baeck.de")).isEqualTo(fallback);
        directory.put("*.baeck.de", List.of(wildcard));
        assertThat(answer("a.baeck.de")).isEqualTo(wildcard);
        directory.put("a.baeck.de", List.of(exact));
        assertThat(answer("a.baeck.de")).isEqualTo(exact);
        assertThat(answer("b.baeck.de")).isEqualTo(wildcard);
        assertThat(answer("linde.myhypersoftapp.de")).isEqualTo(fallback);
        directory.remove("a.baeck.de");
        assertThat(answer("a.baeck.de")).isEqualTo(wildcard);
    }

    @Test
    void a_star_stands_for_exactly_one_label() {
        directory.put("*.baeck.de", List.of(AUTHORITY.ec("*.baeck.de")));

        assertThat(directory.serves("x.baeck.de")).isTrue();
        assertThat(directory.serves("x.y.baeck.de")).isFalse();
        assertThat(directory.serves("baeck.de")).isFalse();
        assertThat(directory.serves("*.baeck.de")).isTrue();
        assertThat(directory.serves("")).isFalse();
        assertThat(directory.serves(".baeck.de")).isFalse();
    }

    @Test
    void case_and_a_final_dot_do_not_matter() {
        ServerCertificate certificate = AUTHORITY.ec("shop.xn--mller-kva.de");
        directory.put("Shop.XN--mller-kva.de.", List.of(certificate));

        assertThat(answer("shop.xn--mller-kva.de")).isEqualTo(certificate);
        assertThat(answer("SHOP.xn--MLLER-kva.de.")).isEqualTo(certificate);
    }

    @Test
    void a_name_nobody_covers_has_no_certificate_and_no_name_has_the_default() {
        ServerCertificate fallback = AUTHORITY.ec("*.myhypersoftapp.de");
        directory.fallback(fallback, false);

        assertThat(directory.find("shop.elsewhere.de")).isNull();
        assertThat(answer(null)).isEqualTo(fallback);
    }

    @Test
    void the_whole_set_of_a_host_is_replaced() {
        directory.put("a.de", List.of(AUTHORITY.ec("a.de"), AUTHORITY.rsa("a.de")));
        ServerCertificate renewed = AUTHORITY.rsa("a.de");
        directory.put("a.de", List.of(renewed));

        assertThat(directory.fingerprints("a.de")).containsExactly(Fingerprint.of(renewed.leaf()));
        assertThat(directory.fingerprints()).containsOnlyKeys("a.de");
        Entries entries = Objects.requireNonNull(directory.find("a.de"));
        assertThat(entries.of("EC")).isNull();
        assertThat(entries.of("RSA")).isNotNull();
    }

    @Test
    void what_does_not_cover_the_host_is_refused() {
        ServerCertificate foreign = AUTHORITY.ec("b.de");

        assertThatIllegalArgumentException().isThrownBy(() -> directory.put("a.de", List.of(foreign)));
        assertThatIllegalArgumentException().isThrownBy(() -> directory.putCandidate("a.de", List.of(foreign)));
        assertThatIllegalArgumentException().isThrownBy(() -> directory.put("*.de", List.of(foreign)));
        assertThatIllegalArgumentException().isThrownBy(() -> directory.put("b.de", List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> directory.put("b.de", List.of(foreign, AUTHORITY.ec("b.de"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServerCertificate(Authority.rsa().getPrivate(), foreign.chain()));
        assertThat(directory.fingerprints()).isEmpty();
    }

    @Test
    void what_was_replaced_is_known_until_handshakes_that_began_with_it_have_ended() {
        CertificateDirectory quick = new CertificateDirectory(Duration.ZERO);
        for (CertificateDirectory each : List.of(directory, quick)) each.put("a.de", List.of(AUTHORITY.ec("a.de")));
        String alias = alias(directory);
        String quickAlias = alias(quick);
        for (CertificateDirectory each : List.of(directory, quick)) each.put("a.de", List.of(AUTHORITY.ec("a.de")));

        assertThat(directory.byAlias(alias)).isNotNull();
        assertThat(quick.byAlias(quickAlias)).isNull();
        assertThat(quick.byAlias(alias(quick))).isNotNull();
    }

    @Test
    void a_self_made_certificate_is_none_for_the_public() {
        directory.fallback(AUTHORITY.ec("localhost", "*.myhypersoftapp.de"), true);
        directory.put("a.de", List.of(AUTHORITY.ec("a.de")));

        assertThat(directory.serves("linde.myhypersoftapp.de")).isTrue();
        assertThat(directory.servesPublicly("linde.myhypersoftapp.de")).isFalse();
        assertThat(directory.servesPublicly("a.de")).isTrue();
        directory.fallback(AUTHORITY.ec("*.myhypersoftapp.de"), false);
        assertThat(directory.servesPublicly("linde.myhypersoftapp.de")).isTrue();
        assertThat(directory.servesPublicly("b.de")).isFalse();
        assertThat(directory.servesByDefault("linde.myhypersoftapp.de")).isTrue();
        assertThat(directory.servesByDefault("a.de")).isFalse();
    }

    @Test
    void an_address_is_covered_when_the_certificate_names_it() {
        ServedNames names =
                ServedNames.of(AUTHORITY.ec("127.0.0.1", "localhost").leaf());

        assertThat(names.covers("127.0.0.1")).isTrue();
        assertThat(names.covers("127.0.0.2")).isFalse();
    }

    @Test
    void nothing_prints_a_key() {
        ServerCertificate certificate = AUTHORITY.rsa("a.de");
        directory.put("a.de", List.of(certificate));

        assertThat(certificate.toString())
                .isEqualTo("ServerCertificate[RSA " + Fingerprint.of(certificate.leaf()) + "]");
        assertThat(String.valueOf(directory.find("a.de"))).doesNotContain("modulus", "exponent", "PrivateKey");
    }

    private ServerCertificate answer(@Nullable String host) {
        return Objects.requireNonNull(directory.find(host)).all().get(0).certificate();
    }

    private static String alias(CertificateDirectory directory) {
        return Objects.requireNonNull(directory.find("a.de")).all().get(0).alias();
    }
}
