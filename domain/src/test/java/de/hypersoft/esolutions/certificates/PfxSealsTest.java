package de.hypersoft.esolutions.certificates;

import static de.hypersoft.esolutions.certificates.PfxCorpus.HOST;
import static de.hypersoft.esolutions.certificates.PfxCorpus.LEAF;
import static de.hypersoft.esolutions.certificates.PfxCorpus.MIDDLE;
import static de.hypersoft.esolutions.certificates.PfxCorpus.NOW;
import static de.hypersoft.esolutions.certificates.PfxCorpus.PASSWORD;
import static de.hypersoft.esolutions.certificates.PfxCorpus.ROOT;
import static de.hypersoft.esolutions.certificates.TestAuthority.leaf;
import static de.hypersoft.esolutions.certificates.TestAuthority.rsa;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.certificates.TestAuthority.Issued;
import de.hypersoft.esolutions.certificates.check.PfxCheck;
import de.hypersoft.esolutions.certificates.check.PublicRoots;
import de.hypersoft.esolutions.certificates.pfx.Finding;
import de.hypersoft.esolutions.certificates.pfx.Finding.Kind;
import de.hypersoft.esolutions.certificates.pfx.PfxBudget;
import de.hypersoft.esolutions.certificates.pfx.SentFile;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Seals by PBMAC1 (RFC 9579), made by hand with Java's own hashes; what takes too long; which of several is taken; and umlauts. */
class PfxSealsTest {

    private static final PublicRoots ROOTS = new PublicRoots(List.of(ROOT.certificate()));
    private static final Map<String, String> HMACS = Map.of(
            "HmacSHA1", "1.2.840.113549.2.7",
            "HmacSHA224", "1.2.840.113549.2.8",
            "HmacSHA256", "1.2.840.113549.2.9",
            "HmacSHA384", "1.2.840.113549.2.10",
            "HmacSHA512", "1.2.840.113549.2.11",
            "HmacSHA512/224", "1.2.840.113549.2.12",
            "HmacSHA512/256", "1.2.840.113549.2.13");

    static List<String> hmacs() {
        return HMACS.keySet().stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("hmacs")
    void every_hash_that_the_standard_allows_derives_and_seals(String hmac) throws Exception {
        for (int keyBytes : new int[] {20, 32, 64, 200}) {
            assertThat(kinds(check(sealed(hmac, "HmacSHA256", keyBytes), PASSWORD)))
                    .isEmpty();
            assertThat(kinds(check(sealed("HmacSHA512", hmac, keyBytes), PASSWORD)))
                    .isEmpty();
        }
        assertThat(kinds(check(sealed(hmac, hmac, 32), "sesame"))).containsExactly(Kind.WRONG_PASSWORD);
    }

    @Test
    void a_seal_whose_key_is_shorter_than_allowed_or_that_was_changed_is_refused() throws Exception {
        byte[] good = sealed("HmacSHA256", "HmacSHA256", 32);
        good[TestBytes.placeOfMac(good)] ^= 1;

        assertThat(kinds(check(sealed("HmacSHA256", "HmacSHA256", 19), PASSWORD)))
                .containsExactly(Kind.UNKNOWN_ENCRYPTION);
        assertThat(kinds(check(good, PASSWORD))).containsExactly(Kind.DAMAGED);
    }

    @Test
    void five_million_rounds_are_said_to_take_too_long_wherever_they_are_asked_for() throws Exception {
        byte[] seal = TestPfx.withRounds(PfxCorpus.good(), "5000000");
        byte[] inside = TestPfx.withRounds(
                new TestPfx(PASSWORD).withoutMac().entry(LEAF, MIDDLE).bytes(), "5000000");
        byte[] old = TestPfx.withRounds(
                new TestPfx(PASSWORD)
                        .withoutMac()
                        .ciphers(TestPfx.TRIPLE_DES, TestPfx.RC2_40)
                        .entry(LEAF, MIDDLE)
                        .bytes(),
                "5000000");

        for (byte[] file : List.of(seal, inside, old))
            assertThat(kinds(PfxCheck.run(
                            List.of(new SentFile("", file)),
                            PASSWORD.toCharArray(),
                            PfxCorpus.context(),
                            ROOTS,
                            new PfxBudget(Duration.ofMillis(300)))))
                    .containsExactly(Kind.TOOK_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_P_521_key_beside_the_one_that_fits_is_passed_over(boolean first) {
        Issued large = leaf(TestAuthority.keys("EC", "secp521r1", "large"), HOST)
                .at(NOW)
                .sign(MIDDLE);
        byte[] file = PfxCorpus.pfx(p -> {
            if (first) p.entry(large);
            p.entry(LEAF, MIDDLE);
            if (!first) p.entry(large);
        });

        PfxCheck.Result result = check(file, PASSWORD);

        assertThat(result.chain().get(0)).isEqualTo(LEAF.certificate());
        assertThat(kinds(result)).containsExactly(Kind.OTHERS_DROPPED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_the_ended_and_the_renewed_certificate_of_one_key_the_renewed_is_taken(boolean first) {
        Issued ended = leaf(rsa("kept"), HOST)
                .valid(NOW.minus(Duration.ofDays(100)), 90)
                .sign(MIDDLE);
        Issued renewed = leaf(rsa("kept"), HOST).at(NOW).sign(MIDDLE);
        byte[] file = PfxCorpus.pfx(p -> p.key("shop", ended.keys().getPrivate())
                .certificate(
                        (first ? ended : renewed).certificate(),
                        (first ? renewed : ended).certificate(),
                        MIDDLE.certificate()));

        PfxCheck.Result result = check(file, PASSWORD);

        assertThat(result.chain().get(0)).isEqualTo(renewed.certificate());
        assertThat(result.report().acceptable()).isTrue();
    }

    /** A file without a seal, sealed by hand. */
    @Test
    void umlauts_that_a_Mac_took_apart_are_the_same_password_and_the_other_way_round() {
        String whole = "Grüße-Öl";
        String apart = Normalizer.normalize(whole, Normalizer.Form.NFD);
        byte[] ofMac = new TestPfx(apart).entry(LEAF, MIDDLE).bytes();
        byte[] ofOthers = new TestPfx(whole)
                .ciphers(TestPfx.TRIPLE_DES, TestPfx.RC2_40)
                .entry(LEAF, MIDDLE)
                .bytes();

        assertThat(kinds(check(ofMac, whole))).isEmpty();
        assertThat(kinds(check(ofOthers, apart))).containsOnly(Kind.OLD_ENCRYPTION);
        assertThat(kinds(check(ofMac, "Grusse-Ol"))).containsExactly(Kind.WRONG_PASSWORD);
    }

    private static byte[] sealed(String derivation, String seal, int keyBytes)
            throws IOException, GeneralSecurityException {
        Pfx bare = Pfx.getInstance(
                new TestPfx(PASSWORD).withoutMac().entry(LEAF, MIDDLE).bytes());
        byte[] content =
                ASN1OctetString.getInstance(bare.getAuthSafe().getContent()).getOctets();
        byte[] salt = {1, 2, 3, 4, 5, 6, 7, 8};
        byte[] key = pbkdf2(derivation, PASSWORD.getBytes(StandardCharsets.UTF_8), salt, 100, keyBytes);
        Mac mac = Mac.getInstance(seal);
        mac.init(new SecretKeySpec(key, seal));
        AlgorithmIdentifier how =
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBMAC1, new DERSequence(new AlgorithmIdentifier[] {
                    new AlgorithmIdentifier(
                            PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(salt, 100, keyBytes, hash(derivation))),
                    hash(seal)
                }));
        DERSequence digest = new DERSequence(new ASN1Encodable[] {how, new DEROctetString(mac.doFinal(content))});
        return new DERSequence(new ASN1Encodable[] {
                    new ASN1Integer(3),
                    bare.getAuthSafe(),
                    new DERSequence(new ASN1Encodable[] {digest, new DEROctetString(salt), new ASN1Integer(1)})
                })
                .getEncoded();
    }

    private static AlgorithmIdentifier hash(String hmac) {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(HMACS.get(hmac)), DERNull.INSTANCE);
    }

    /** RFC 8018, section 5.2. */
    private static byte[] pbkdf2(String hmac, byte[] password, byte[] salt, int rounds, int bytes)
            throws GeneralSecurityException {
        Mac mac = Mac.getInstance(hmac);
        mac.init(new SecretKeySpec(password, hmac));
        byte[] key = new byte[0];
        for (int block = 1; key.length < bytes; block++) {
            byte[] round = TestBytes.concat(salt, TestBytes.bytes(0, 0, 0, block));
            BigInteger sum = BigInteger.ZERO;
            for (int i = 0; i < rounds; i++) {
                round = mac.doFinal(round);
                sum = sum.xor(new BigInteger(1, round));
            }
            byte[] digits = sum.toByteArray();
            byte[] whole = new byte[mac.getMacLength()];
            int length = Math.min(digits.length, whole.length);
            System.arraycopy(digits, digits.length - length, whole, whole.length - length, length);
            key = TestBytes.concat(key, whole);
        }
        return Arrays.copyOf(key, bytes);
    }

    private static PfxCheck.Result check(byte[] file, String password) {
        return PfxCheck.run(file, password.toCharArray(), PfxCorpus.context(), ROOTS);
    }

    private static List<Kind> kinds(PfxCheck.Result result) {
        return result.report().findings().stream().map(Finding::kind).toList();
    }
}
