package de.hypersoft.esolutions.certificates.check;

import static de.hypersoft.esolutions.certificates.PfxCorpus.HOST;
import static de.hypersoft.esolutions.certificates.PfxCorpus.LEAF;
import static de.hypersoft.esolutions.certificates.PfxCorpus.MIDDLE;
import static de.hypersoft.esolutions.certificates.PfxCorpus.NOW;
import static de.hypersoft.esolutions.certificates.PfxCorpus.PASSWORD;
import static de.hypersoft.esolutions.certificates.PfxCorpus.ROOT;
import static de.hypersoft.esolutions.certificates.TestAuthority.ec;
import static de.hypersoft.esolutions.certificates.TestAuthority.leaf;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.certificates.PfxCorpus;
import de.hypersoft.esolutions.certificates.TestAuthority;
import de.hypersoft.esolutions.certificates.TestAuthority.Draft;
import de.hypersoft.esolutions.certificates.TestAuthority.Issued;
import de.hypersoft.esolutions.certificates.TestBytes;
import de.hypersoft.esolutions.certificates.pfx.Finding;
import de.hypersoft.esolutions.certificates.pfx.Finding.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A leaf alone is completed from a list of public intermediates. */
class PublicIntermediatesTest {

    private static final byte[] ALONE = PfxCorpus.pfx(p -> p.entry(LEAF));
    private static final Issued UPPER = TestAuthority.intermediate("Upper", ROOT, NOW);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void a_leaf_alone_gets_its_intermediate_from_the_list_and_the_report_says_so() throws Exception {
        PfxCheck.Result result = check(ALONE, listed(MIDDLE));

        assertThat(result.chain()).containsExactly(LEAF.certificate(), MIDDLE.certificate());
        assertThat(result.report().findings())
                .containsExactly(new Finding(Kind.INTERMEDIATE_FROM_LIST, List.of("CN=Public Intermediate")));
    }

    @Test
    void two_missing_steps_are_both_found() throws Exception {
        Issued lower = TestAuthority.intermediate("Lower", UPPER, NOW);
        Issued shop = leaf(ec("leaf"), HOST).at(NOW).sign(lower);

        PfxCheck.Result result = check(PfxCorpus.pfx(p -> p.entry(shop)), listed(UPPER, lower, MIDDLE));

        assertThat(result.chain()).containsExactly(shop.certificate(), lower.certificate(), UPPER.certificate());
        assertThat(kinds(result)).containsExactly(Kind.INTERMEDIATE_FROM_LIST, Kind.INTERMEDIATE_FROM_LIST);
    }

    @Test
    void a_whole_file_is_taken_as_it_is_and_an_ended_intermediate_in_it_is_replaced() throws Exception {
        Issued ended = new Draft("Public Intermediate", ec("Public Intermediate"))
                .authority()
                .valid(NOW.minus(Duration.ofDays(400)), 399)
                .sign(ROOT);

        assertThat(kinds(check(PfxCorpus.good(), listed(MIDDLE)))).isEmpty();
        assertThat(kinds(check(PfxCorpus.pfx(p -> p.entry(LEAF, ended)), listed(MIDDLE))))
                .containsExactlyInAnyOrder(Kind.INTERMEDIATE_FROM_LIST, Kind.OTHERS_DROPPED);
    }

    @Test
    void what_has_ended_is_for_other_purposes_or_only_of_the_same_name_completes_nothing() throws Exception {
        Draft same = new Draft("Public Intermediate", ec("Public Intermediate")).authority();
        Issued ended = same.valid(NOW.minus(Duration.ofDays(400)), 399).sign(ROOT);
        Issued mails = new Draft("Public Intermediate", ec("Public Intermediate"))
                .authority()
                .purpose(KeyPurposeId.id_kp_emailProtection)
                .valid(NOW.minus(Duration.ofDays(1)), 399)
                .sign(ROOT);
        Issued namesake = new Draft("Public Intermediate", ec("namesake"))
                .authority()
                .valid(NOW.minus(Duration.ofDays(1)), 399)
                .sign(ROOT);

        assertThat(kinds(check(ALONE, listed(ended, mails, namesake)))).containsExactly(Kind.INTERMEDIATE_MISSING);
    }

    @Test
    void the_file_of_the_operator_is_read_within_other_text_and_anew_when_it_was_changed() throws Exception {
        Path file = Files.writeString(folder.resolve("report.csv"), "\"Owner\",\"PEM Info\"\n");
        PublicIntermediates list = new PublicIntermediates("", file);
        assertThat(list.size()).isZero();

        Files.writeString(
                file,
                "\"Us\",\"'" + pem(MIDDLE) + "'\"\n\"Us\",\"'" + pem(MIDDLE) + "'\"\n"
                        + TestBytes.pem("CERTIFICATE", new byte[40]));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(list.issuersOf(LEAF.certificate())).containsExactly(MIDDLE.certificate());
        assertThat(list.size()).isEqualTo(1);
        Files.delete(file);
        assertThat(list.size()).isZero();
    }

    @Test
    void each_of_those_that_are_shipped_can_be_read_and_led_to_a_known_root_when_the_list_was_made() throws Exception {
        PublicIntermediates shipped = new PublicIntermediates(PublicIntermediates.SHIPPED, null);
        PublicRoots known = new PublicRoots(shipped);
        List<X509Certificate> all = certificates(shipped());

        assertThat(shipped.size()).isEqualTo(all.size()).isPositive();
        assertThat(all).allSatisfy(one -> {
            Chain chain = ChainSearch.best(one, List.of(), List.of(), known, day());
            assertThat(chain.isPublic()).isTrue();
            assertThat(chain.fault(day())).isEmpty();
            assertThat(one.getBasicConstraints()).isNotNegative();
            assertThat(IssuerRules.isForServers(one)).isTrue();
        });
    }

    @Test
    void the_program_makes_the_shipped_list_anew_from_any_text_and_leaves_out_what_is_no_public_intermediate()
            throws Exception {
        Path source = Files.writeString(
                folder.resolve("all.csv"),
                pem(MIDDLE) + pem(LEAF) + shipped().replace("-----BEGIN", "\"'-----BEGIN") + shipped());
        List<X509Certificate> all = certificates(shipped());
        Path revoked = Files.writeString(
                folder.resolve("revoked.pem"),
                TestBytes.pem("CERTIFICATE", all.get(0).getEncoded()));
        String from =
                shipped().substring(shipped().indexOf("Source: ") + 8, shipped().indexOf('\n'));

        assertThat(made(from, source.toString())).isEqualTo(shipped());
        assertThat(certificates(made(from, source.toString(), "--without", revoked.toString())))
                .isEqualTo(all.subList(1, all.size()));
    }

    private String made(String from, String... files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                Path.of("src/lists/PublicIntermediateList.java")
                        .toAbsolutePath()
                        .toString(),
                day().toString().substring(0, 10),
                from));
        command.addAll(List.of(files));
        Path out = folder.resolve("made.pem");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).isZero();
        return Files.readString(out);
    }

    private PublicIntermediates listed(Issued... issuers) throws IOException, CertificateEncodingException {
        StringBuilder text = new StringBuilder();
        for (Issued one : issuers) text.append(pem(one));
        return new PublicIntermediates("", Files.writeString(folder.resolve("list.pem"), text));
    }

    private static PfxCheck.Result check(byte[] file, PublicIntermediates list) {
        PublicRoots roots = new PublicRoots(List.of(ROOT.certificate()), list);
        return PfxCheck.run(file, PASSWORD.toCharArray(), PfxCorpus.context(), roots);
    }

    private static List<Kind> kinds(PfxCheck.Result result) {
        return result.report().findings().stream().map(Finding::kind).toList();
    }

    private static String pem(Issued issued) throws CertificateEncodingException {
        return TestBytes.pem("CERTIFICATE", issued.certificate().getEncoded());
    }

    private static String shipped() throws IOException {
        try (InputStream in = PublicIntermediates.class.getResourceAsStream(PublicIntermediates.SHIPPED)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Instant day() throws IOException {
        Matcher day = Pattern.compile("valid on ([0-9-]+)").matcher(shipped());
        assertThat(day.find()).isTrue();
        return Instant.parse(day.group(1) + "T00:00:00Z");
    }

    private static List<X509Certificate> certificates(String pem) throws CertificateException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(
                        pem.replaceAll("(?m)^#.*\n", "").getBytes(StandardCharsets.US_ASCII)))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
    }
}
