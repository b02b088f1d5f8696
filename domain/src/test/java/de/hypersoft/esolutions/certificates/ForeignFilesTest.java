package de.hypersoft.esolutions.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import de.hypersoft.esolutions.certificates.Finding.Kind;
import de.hypersoft.esolutions.hostnames.HostName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commonest files there are, as the programs of the customers write them; how each was made stands beside them. */
class ForeignFilesTest {

    private static final String PASSWORD = "pässwort 7";
    private static final PublicRoots ROOTS = new PublicRoots(List.of(root()));
    private static final PfxContext CONTEXT =
            new PfxContext(new HostName(PfxCorpus.HOST), List.of(), Set.of(), null, PfxCorpus.NOW);

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
                new Row("keytool.p12", "sesame7", UnaryOperator.identity(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void the_file_of_a_usual_program_is_taken_whole_within_five_seconds_of_processor_time(Row row) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long allocated = threads.getThreadAllocatedBytes(thread);
        long began = threads.getCurrentThreadCpuTime();

        PfxCheck.Result result =
                PfxCheck.run(row.changed().apply(file(row.file())), row.password().toCharArray(), CONTEXT, ROOTS);

        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(threads.getThreadAllocatedBytes(thread) - allocated).isLessThan(50L * 1024 * 1024);
        assertThat(kinds(result)).containsExactlyInAnyOrderElementsOf(row.said());
        assertThat(result.key()).isNotNull();
        assertThat(result.chain())
                .extracting(c -> c.getSubjectX500Principal().getName())
                .containsExactly("CN=" + PfxCorpus.HOST, "CN=Foreign Files Intermediate");
    }

    @ParameterizedTest
    @MethodSource("taken")
    void with_another_password_it_is_said_that_the_password_is_wrong(Row row) throws IOException {
        assertThat(kinds(PfxCheck.run(
                        row.changed().apply(file(row.file())), "sesame".toCharArray(), CONTEXT, ROOTS)))
                .containsExactly(Kind.WRONG_PASSWORD);
    }

    @Test
    void a_seal_by_PBMAC1_opens_with_its_password_only() throws Exception {
        byte[] file = Base64.getMimeDecoder().decode(file("rfc9579-a1.txt"));

        assertThat(PfxFile.open(file, "1234".toCharArray(), new PfxBudget()).keys())
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
    void what_would_keep_the_processor_busy_for_too_long_is_given_up_in_the_middle() throws IOException {
        PfxCheck.Result result = PfxCheck.run(
                file("nss.p12"), PASSWORD.toCharArray(), CONTEXT, ROOTS, new PfxBudget(Duration.ofMillis(20)));

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

    static X509Certificate root() {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(file("root.pem")));
        } catch (IOException | CertificateException e) {
            throw new AssertionError(e);
        }
    }
}
