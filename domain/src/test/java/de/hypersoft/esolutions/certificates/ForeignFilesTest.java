package de.hypersoft.esolutions.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import de.hypersoft.esolutions.certificates.check.PfxCheck;
import de.hypersoft.esolutions.certificates.check.PublicRoots;
import de.hypersoft.esolutions.certificates.pfx.CertificateFile;
import de.hypersoft.esolutions.certificates.pfx.Finding;
import de.hypersoft.esolutions.certificates.pfx.Finding.Kind;
import de.hypersoft.esolutions.certificates.pfx.PfxBudget;
import de.hypersoft.esolutions.certificates.pfx.PfxContext;
import de.hypersoft.esolutions.certificates.pfx.PfxEntry;
import de.hypersoft.esolutions.certificates.pfx.SentFile;
import de.hypersoft.esolutions.hostnames.HostName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commonest files there are, as the programs of the customers write them; how each was made stands beside them. */
class ForeignFilesTest {

    private static final String PASSWORD = "pässwort 7";
    private static final PublicRoots ROOTS = new PublicRoots(List.of(root()));
    private static final PfxContext CONTEXT =
            new PfxContext(new HostName(PfxCorpus.HOST), null, List.of(), List.of(), null, PfxCorpus.NOW);

    /** @param said beside the certificate being taken */
    record Row(String file, String password, UnaryOperator<byte[]> changed, List<Kind> said) {
        @Override
        public String toString() {
            return file;
        }
    }

    static List<Row> taken() {
        return List.of(
                row("openssl-3.pfx"),
                new Row("openssl-3.pfx", PASSWORD, TestPfx::asWindows, List.of()),
                row("openssl-legacy.pfx", Kind.OLD_ENCRYPTION),
                new Row("openssl-legacy.pfx", PASSWORD, TestPfx::asWindows, List.of(Kind.OLD_ENCRYPTION)),
                row("openssl-3des.pfx", Kind.OLD_ENCRYPTION),
                row("openssl-mac-sha1.pfx"),
                row("openssl-mac-sha224.pfx"),
                row("openssl-mac-sha384.pfx"),
                row("openssl-mac-sha512.pfx"),
                row("openssl-600000.pfx"),
                row("nss.p12", Kind.ROOT_DROPPED),
                row("gnutls.p12"),
                new Row("keytool.p12", "sesame7", UnaryOperator.identity(), List.of()),
                row("gnutls-text.p12"),
                row("base64-lines.txt"),
                row("base64-one-line.txt"),
                row("password-latin1.pfx"),
                row("password-cp850.pfx"),
                row("password-cp850-3des.pfx", Kind.OLD_ENCRYPTION),
                row("password-utf8-as-letters.pfx", Kind.OLD_ENCRYPTION),
                row("password-latin1.pem"),
                row("key-pkcs8-encrypted.pem"),
                row("key-rsa-encrypted.pem", Kind.OLD_ENCRYPTION));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void the_file_of_a_usual_program_is_taken_whole_within_five_seconds_of_processor_time(Row row) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long allocated = threads.getThreadAllocatedBytes(thread);
        long began = threads.getCurrentThreadCpuTime();

        PfxCheck.Result result = PfxCheck.run(
                row.changed().apply(file(row.file())), row.password().toCharArray(), CONTEXT, ROOTS);

        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(threads.getThreadAllocatedBytes(thread) - allocated).isLessThan(50L * 1024 * 1024);
        assertThat(kinds(result)).containsExactlyInAnyOrderElementsOf(row.said());
        assertThat(result.key()).isNotNull();
        assertThat(result.chain())
                .extracting(c -> c.getSubjectX500Principal().getName())
                .containsExactly("CN=" + PfxCorpus.HOST, "CN=Foreign Files Intermediate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key-pkcs8.pem", "key-rsa.pem", "openssl-nodes.pem"})
    void certificate_key_and_chain_as_texts_are_taken_with_a_warning_that_nothing_protected_them(String name)
            throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
            byte[] file = new String(file(name), StandardCharsets.UTF_8).getBytes(charset);
            PfxCheck.Result result = PfxCheck.run(file, new char[0], CONTEXT, ROOTS);

            assertThat(kinds(result)).containsExactly(Kind.KEY_UNPROTECTED);
            assertThat(result.chain()).hasSize(2);
        }
    }

    @Test
    void texts_that_a_mail_or_a_form_laid_otherwise_are_read_as_before() throws IOException {
        String plain = new String(file("key-pkcs8.pem"), StandardCharsets.US_ASCII);
        String sealed = new String(file("key-rsa-encrypted.pem"), StandardCharsets.US_ASCII);
        for (String text : List.of(
                plain.replace("\n", "\r\n"),
                plain.replace("\n", "\n   "),
                plain.replace("\n", "\n> "),
                plain.replace("\n", ""),
                plain.replace("\n", "\\n"),
                "{\"pem\": \"" + plain.replace("\n", "\\n") + "\"}",
                sealed.replace("\n", "\n\t"),
                sealed.replace("\n", "\\n")))
            assertThat(PfxCheck.run(text.getBytes(StandardCharsets.US_ASCII), PASSWORD.toCharArray(), CONTEXT, ROOTS)
                            .chain())
                    .as(text)
                    .hasSize(2);
    }

    @Test
    void a_key_that_OpenSSL_encrypted_in_a_way_unknown_here_is_not_called_a_wrong_password() throws IOException {
        String aes = new String(file("key-rsa-encrypted.pem"), StandardCharsets.US_ASCII);

        PfxCheck.Result result = PfxCheck.run(
                aes.replace("AES-256-CBC", "CAMELLIA-256-CBC").getBytes(StandardCharsets.US_ASCII),
                PASSWORD.toCharArray(),
                CONTEXT,
                ROOTS);

        assertThat(result.report().findings()).containsExactly(Finding.of(Kind.UNKNOWN_ENCRYPTION, "CAMELLIA-256-CBC"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chain.p7b", "chain-text.p7b", "chain.pem"})
    void what_the_provider_sends_without_a_key_is_taken_where_the_key_is_here_already(String name) throws Exception {
        PfxEntry renewed = PfxEntry.of(
                        CertificateFile.open(file("key-pkcs8.pem"), new char[0], new PfxBudget()),
                        List.of(leaf()),
                        List.of())
                .get(0);
        PfxContext.Kept other = PfxCorpus.kept(PfxCorpus.LEAF);
        PfxContext.Kept same =
                new PfxContext.Kept("of the one before", leaf().getPublicKey(), () -> Optional.of(renewed.key()));

        PfxCheck.Result result = PfxCheck.run(file(name), new char[0], knowing(other, same), ROOTS);

        assertThat(kinds(result)).containsExactly(Kind.KEY_WAS_HERE);
        assertThat(result.key()).isEqualTo(renewed.key());
        assertThat(result.chain()).hasSize(2);
        assertThat(PfxCheck.run(file(name), new char[0], knowing(other), ROOTS)
                        .report()
                        .acceptable())
                .isFalse();
    }

    @Test
    void a_key_that_is_here_but_does_not_open_is_as_if_it_were_not() throws IOException {
        PfxContext.Kept damaged = new PfxContext.Kept("of the one before", leaf().getPublicKey(), Optional::empty);

        assertThat(kinds(PfxCheck.run(file("chain.p7b"), new char[0], knowing(damaged), ROOTS)))
                .containsExactly(Kind.IS_CERTIFICATE_LIST);
    }

    @ParameterizedTest
    @MethodSource("taken")
    void with_another_password_it_is_said_that_the_password_is_wrong(Row row) throws IOException {
        assertThat(kinds(PfxCheck.run(row.changed().apply(file(row.file())), "sesame".toCharArray(), CONTEXT, ROOTS)))
                .containsExactly(Kind.WRONG_PASSWORD);
    }

    @Test
    void a_seal_by_PBMAC1_opens_with_its_password_only() throws Exception {
        byte[] file = file("rfc9579-a1.txt");

        assertThat(CertificateFile.open(file, "1234".toCharArray(), new PfxBudget())
                        .keys())
                .hasSize(1);
        assertThat(kinds(PfxCheck.run(file, "1235".toCharArray(), CONTEXT, ROOTS)))
                .containsExactly(Kind.WRONG_PASSWORD);
    }

    @Test
    void a_seal_whose_digest_was_changed_is_still_refused_however_its_hash_is_written() throws IOException {
        byte[] file = TestPfx.asWindows(file("openssl-3.pfx"));
        file[TestBytes.placeOfMac(file)] ^= 1;

        assertThat(kinds(PfxCheck.run(file, PASSWORD.toCharArray(), CONTEXT, ROOTS)))
                .containsExactly(Kind.DAMAGED);
    }

    @Test
    void with_a_wrong_password_beyond_ASCII_it_is_still_said_in_time_that_it_is_wrong() throws IOException {
        for (String name : List.of("nss.p12", "openssl-600000.pfx", "password-latin1.pem"))
            assertThat(kinds(PfxCheck.run(file(name), "größer".toCharArray(), CONTEXT, ROOTS)))
                    .containsExactly(Kind.WRONG_PASSWORD);
    }

    @Test
    void what_would_keep_the_processor_busy_for_too_long_is_given_up_in_the_middle() throws IOException {
        PfxCheck.Result result = PfxCheck.run(
                List.of(new SentFile("", file("nss.p12"))),
                PASSWORD.toCharArray(),
                CONTEXT,
                ROOTS,
                new PfxBudget(Duration.ofMillis(20)));

        assertThat(kinds(result)).containsExactly(Kind.TOOK_TOO_LONG);
        assertThat(result.key()).isNull();
    }

    private static Row row(String file, Kind... said) {
        return new Row(file, PASSWORD, UnaryOperator.identity(), List.of(said));
    }

    private static List<Kind> kinds(PfxCheck.Result result) {
        return result.report().findings().stream().map(Finding::kind).toList();
    }

    static byte[] file(String name) throws IOException {
        try (InputStream in = ForeignFilesTest.class.getResourceAsStream("foreign/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static PfxContext knowing(PfxContext.Kept... kept) {
        return new PfxContext(CONTEXT.host(), null, List.of(), List.of(kept), null, PfxCorpus.NOW);
    }

    private static X509Certificate root() {
        return certificate("root.pem");
    }

    private static X509Certificate leaf() {
        return certificate("leaf.cer");
    }

    private static X509Certificate certificate(String name) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(file(name)));
        } catch (IOException | CertificateException e) {
            throw new AssertionError(e);
        }
    }
}
