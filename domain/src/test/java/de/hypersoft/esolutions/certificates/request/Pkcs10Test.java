package de.hypersoft.esolutions.certificates.request;

import static de.hypersoft.esolutions.certificates.TestAuthority.ec;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.certificates.check.CertificateFacts;
import java.io.StringReader;
import java.security.PublicKey;
import java.util.List;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.util.io.pem.PemReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Pkcs10Test {

    @ParameterizedTest
    @EnumSource(RequestedKey.class)
    void an_authority_can_read_and_verify_a_request_for_each_kind_of_key(RequestedKey kind) throws Exception {
        String pem = Pkcs10.pem(kind.generate(), kind, List.of("shop.example", "www.shop.example"));

        try (PemReader reader = new PemReader(new StringReader(pem))) {
            PKCS10CertificationRequest read =
                    new PKCS10CertificationRequest(reader.readPemObject().getContent());
            PublicKey key = Pkcs10.publicKey(pem);
            assertThat(read.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key)))
                    .isTrue();
            assertThat(read.getSubject()).hasToString("CN=shop.example");
            assertThat(CertificateFacts.keyType(key) + CertificateFacts.bits(key))
                    .isEqualTo(kind.name().replace("_P", "").replace("_", ""));
        }
        assertThat(Pkcs10.names(pem)).containsExactly("shop.example", "www.shop.example");
    }

    @Test
    void a_name_too_long_for_a_common_name_is_asked_for_all_the_same() {
        String long63 = "a".repeat(63) + ".gasthaus.example";
        String pem = Pkcs10.pem(ec("long"), RequestedKey.EC_P256, List.of(long63));

        assertThat(Pkcs10.names(pem)).containsExactly(long63);
    }
}
