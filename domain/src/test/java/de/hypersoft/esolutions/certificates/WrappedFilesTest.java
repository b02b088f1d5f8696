package de.hypersoft.esolutions.certificates;

import static de.hypersoft.esolutions.certificates.PfxCorpus.LEAF;
import static de.hypersoft.esolutions.certificates.PfxCorpus.MIDDLE;
import static de.hypersoft.esolutions.certificates.PfxCorpus.PASSWORD;
import static de.hypersoft.esolutions.certificates.PfxCorpus.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.certificates.check.PfxCheck;
import de.hypersoft.esolutions.certificates.check.PublicRoots;
import de.hypersoft.esolutions.certificates.pfx.Finding;
import de.hypersoft.esolutions.certificates.pfx.Finding.Kind;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.junit.jupiter.api.Test;

/** Good files as key vaults, clusters and Windows' certutil wrap them. */
class WrappedFilesTest {

    private static final PublicRoots ROOTS = new PublicRoots(List.of(ROOT.certificate()));

    @Test
    void what_certutil_encode_calls_a_certificate_is_opened_as_the_PFX_or_the_list_that_it_is() throws Exception {
        CMSSignedDataGenerator list = new CMSSignedDataGenerator();
        list.addCertificates(new JcaCertStore(List.of(MIDDLE.certificate(), LEAF.certificate())));
        String p7b = TestBytes.pem(
                "CERTIFICATE", list.generate(new CMSAbsentContent()).getEncoded());

        assertThat(kinds(TestBytes.pem("CERTIFICATE", PfxCorpus.good()), PASSWORD))
                .isEmpty();
        assertThat(kinds(p7b + key(), "")).containsExactly(Kind.KEY_UNPROTECTED);
        assertThat(kinds(TestBytes.pem("CERTIFICATE", PfxCorpus.good()), "sesame"))
                .containsExactly(Kind.WRONG_PASSWORD);
    }

    @Test
    void the_answer_of_a_key_vault_is_opened_as_it_was_saved() {
        String base64 = Base64.getEncoder().encodeToString(PfxCorpus.good());

        for (String text : List.of(
                "{\"contentType\": \"application/x-pkcs12\",\n  \"value\": \"" + base64 + "\"\n}",
                "\"" + base64 + "\"\n",
                "data:application/x-pkcs12;base64," + base64,
                Base64.getUrlEncoder().encodeToString(PfxCorpus.good())))
            assertThat(kinds(text, PASSWORD)).as(text.substring(0, 30)).isEmpty();
    }

    @Test
    void the_secret_of_a_cluster_is_opened_with_certificate_and_key() throws Exception {
        String yaml = "apiVersion: v1\nkind: Secret\ntype: kubernetes.io/tls\ndata:\n  tls.crt: "
                + encoded(certificates()) + "\n  tls.key: " + encoded(key()) + "\n";

        assertThat(kinds(yaml, "")).containsExactly(Kind.KEY_UNPROTECTED);
        assertThat(kinds(encoded(certificates() + key()), "")).containsExactly(Kind.KEY_UNPROTECTED);
    }

    @Test
    void a_page_that_was_saved_instead_is_still_said_to_be_one() {
        assertThat(kinds("<html><title>Sign in</title><p>MI" + "x".repeat(60) + "</p></html>", ""))
                .containsExactly(Kind.IS_TEXT);
    }

    private static String certificates() throws CertificateEncodingException {
        return TestBytes.pem("CERTIFICATE", LEAF.certificate().getEncoded())
                + TestBytes.pem("CERTIFICATE", MIDDLE.certificate().getEncoded());
    }

    private static String key() {
        return TestBytes.pem("PRIVATE KEY", LEAF.keys().getPrivate().getEncoded());
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(TestBytes.ascii(text));
    }

    private static List<Kind> kinds(String text, String password) {
        return kinds(TestBytes.ascii(text), password);
    }

    private static List<Kind> kinds(byte[] file, String password) {
        return PfxCheck.run(file, password.toCharArray(), PfxCorpus.context(), ROOTS).report().findings().stream()
                .map(Finding::kind)
                .toList();
    }
}
