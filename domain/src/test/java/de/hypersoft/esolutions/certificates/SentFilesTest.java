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
import de.hypersoft.esolutions.certificates.pfx.FileKind;
import de.hypersoft.esolutions.certificates.pfx.Finding;
import de.hypersoft.esolutions.certificates.pfx.Finding.Kind;
import de.hypersoft.esolutions.certificates.pfx.PfxBudget;
import de.hypersoft.esolutions.certificates.pfx.SentFile;
import java.io.IOException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.interfaces.ECPrivateKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfoBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider sends: certificate, chain and key, each in a file of its own. */
class SentFilesTest {

    private static final PublicRoots ROOTS = new PublicRoots(List.of(ROOT.certificate()));
    private static final Issued RSA = leaf(rsa("shop"), HOST).at(NOW).sign(MIDDLE);
    private static final SentFile BUNDLE = pem("shop.ca-bundle", MIDDLE);
    private static final SentFile REQUEST = text("shop.csr", TestBytes.pem("CERTIFICATE REQUEST", new byte[40]));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void certificate_chain_and_key_in_three_files_are_taken_in_any_order(int order) {
        List<SentFile> files = new ArrayList<>(List.of(pem("shop.crt", LEAF), BUNDLE, key("shop.key", LEAF)));
        Collections.rotate(files, order);
        if (order > 2) Collections.reverse(files);

        PfxCheck.Result result = check(files, "");

        assertThat(kinds(result)).containsExactly(Kind.KEY_UNPROTECTED);
        assertThat(result.chain()).containsExactly(LEAF.certificate(), MIDDLE.certificate());
        assertThat(result.key()).isEqualTo(LEAF.keys().getPrivate());
    }

    @Test
    void all_of_them_may_be_binary() throws Exception {
        for (Issued leaf : List.of(LEAF, RSA)) {
            SentFile pkcs8 = new SentFile("shop.key", leaf.keys().getPrivate().getEncoded());
            SentFile old = new SentFile("shop.key", oldForm(leaf.keys().getPrivate()));
            for (SentFile key : List.of(pkcs8, old)) {
                PfxCheck.Result result = check(List.of(key, der("chain.cer", MIDDLE), der("shop.cer", leaf)), "");

                assertThat(kinds(result)).containsExactly(Kind.KEY_UNPROTECTED);
                assertThat(result.chain()).containsExactly(leaf.certificate(), MIDDLE.certificate());
            }
        }
    }

    @Test
    void a_P7B_and_an_encrypted_key_need_the_password_of_the_key() throws Exception {
        for (PrivateKey key : List.of(LEAF.keys().getPrivate(), RSA.keys().getPrivate())) {
            Issued leaf = key == RSA.keys().getPrivate() ? RSA : LEAF;
            byte[] sealed = encrypted(key);
            List<SentFile> files = List.of(p7b(leaf), new SentFile("shop.key", sealed));

            assertThat(kinds(check(files, "geheim 7"))).isEmpty();
            assertThat(check(files, "geheim 7").chain()).hasSize(2);
            assertThat(check(files, "sesame").report().findings())
                    .containsExactly(Finding.of(Kind.WRONG_PASSWORD), Finding.of(Kind.IN_THIS_FILE, "shop.key"));
            assertThat(kinds(check(files, ""))).containsExactly(Kind.PASSWORD_MISSING, Kind.IN_THIS_FILE);
        }
    }

    @Test
    void a_PFX_without_its_chain_is_completed_by_the_file_beside_it() {
        SentFile alone = new SentFile("shop.pfx", PfxCorpus.pfx(p -> p.entry(LEAF)));

        assertThat(kinds(check(List.of(alone, BUNDLE), PASSWORD))).isEmpty();
        assertThat(kinds(check(List.of(alone, BUNDLE, key("shop.key", LEAF)), PASSWORD)))
                .as("the same key twice")
                .containsExactly(Kind.KEY_UNPROTECTED);
    }

    @Test
    void the_request_and_the_letter_that_came_with_it_are_left_out_and_named() {
        List<SentFile> files = List.of(
                text("Bitte lesen.txt", "Vielen Dank für Ihre Bestellung!"),
                REQUEST,
                key("shop.key", LEAF),
                pem("shop.crt", LEAF),
                BUNDLE);

        assertThat(check(files, "").report().findings())
                .containsExactlyInAnyOrder(
                        Finding.of(Kind.KEY_UNPROTECTED),
                        Finding.of(Kind.FILE_LEFT_OUT, "Bitte lesen.txt"),
                        Finding.of(Kind.FILE_LEFT_OUT, "shop.csr"));
        assertThat(check(files.subList(0, 2), "").report().findings())
                .containsExactly(Finding.of(Kind.IS_TEXT), Finding.of(Kind.IN_THIS_FILE, "Bitte lesen.txt"));
    }

    @Test
    void what_does_not_open_is_named() {
        SentFile zip = new SentFile("C:\\Kunde\\alles.zip", TestBytes.bytes('P', 'K', 3, 4, 20, 0, 0, 0));

        PfxCheck.Result result = check(List.of(pem("shop.crt", LEAF), zip), "");

        assertThat(result.report().findings()).last().isEqualTo(Finding.of(Kind.IN_THIS_FILE, "alles.zip"));
        assertThat(result.report().findings()).hasSize(2);
        assertThat(result.key()).isNull();
    }

    @Test
    void what_is_missing_is_said_of_all_together() {
        assertThat(kinds(check(List.of(pem("shop.crt", LEAF), BUNDLE), ""))).containsExactly(Kind.IS_PEM_CERTIFICATE);
        assertThat(kinds(check(List.of(key("a.key", LEAF), key("b.key", RSA)), "")))
                .containsExactly(Kind.NO_CERTIFICATE);
        assertThat(kinds(check(List.of(pem("shop.crt", LEAF), BUNDLE, key("b.key", RSA)), "")))
                .containsExactly(Kind.KEY_MISMATCH);
    }

    @Test
    void more_files_or_bytes_than_any_certificate_has_are_refused() {
        SentFile large = new SentFile("a", new byte[FileKind.MOST_BYTES / 2 + 1]);

        assertThat(check(Collections.nCopies(11, BUNDLE), "").report().findings())
                .containsExactly(Finding.of(Kind.TOO_MANY_FILES, "10"));
        assertThat(kinds(check(List.of(large, large), ""))).containsExactly(Kind.TOO_LARGE);
        assertThat(kinds(check(List.of(), ""))).containsExactly(Kind.EMPTY_FILE);
    }

    private static PfxCheck.Result check(List<SentFile> files, String password) {
        return PfxCheck.run(files, password.toCharArray(), PfxCorpus.context(), ROOTS, new PfxBudget());
    }

    private static List<Kind> kinds(PfxCheck.Result result) {
        return result.report().findings().stream().map(Finding::kind).toList();
    }

    private static SentFile text(String name, String content) {
        return new SentFile(name, TestBytes.ascii(content));
    }

    private static SentFile pem(String name, Issued issued) {
        return text(name, TestBytes.pem("CERTIFICATE", der(name, issued).content()));
    }

    private static SentFile key(String name, Issued issued) {
        return text(
                name, TestBytes.pem("PRIVATE KEY", issued.keys().getPrivate().getEncoded()));
    }

    private static SentFile der(String name, Issued issued) {
        try {
            return new SentFile(name, issued.certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }

    /** PKCS #1 or SEC 1, as OpenSSL writes them. */
    private static byte[] oldForm(PrivateKey key) throws IOException {
        ASN1Encodable form = key instanceof ECPrivateKey ec
                ? new org.bouncycastle.asn1.sec.ECPrivateKey(256, ec.getS(), SECObjectIdentifiers.secp256r1)
                : PrivateKeyInfo.getInstance(key.getEncoded()).parsePrivateKey();
        return form.toASN1Primitive().getEncoded();
    }

    private static byte[] encrypted(PrivateKey key) throws OperatorCreationException, IOException {
        OutputEncryptor aes = new JceOpenSSLPKCS8EncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                .setProvider(TestAuthority.BOUNCY_CASTLE)
                .setPassword("geheim 7".toCharArray())
                .build();
        return new PKCS8EncryptedPrivateKeyInfoBuilder(key.getEncoded())
                .build(aes)
                .getEncoded();
    }

    private static SentFile p7b(Issued leaf) throws CertificateEncodingException, CMSException, IOException {
        CMSSignedDataGenerator list = new CMSSignedDataGenerator();
        list.addCertificates(new JcaCertStore(List.of(MIDDLE.certificate(), leaf.certificate())));
        return new SentFile("shop.p7b", list.generate(new CMSAbsentContent()).getEncoded());
    }
}
