package de.hypersoft.esolutions.certificates.check;

import static de.hypersoft.esolutions.certificates.PfxCorpus.HOST;
import static de.hypersoft.esolutions.certificates.PfxCorpus.LEAF;
import static de.hypersoft.esolutions.certificates.PfxCorpus.MIDDLE;
import static de.hypersoft.esolutions.certificates.PfxCorpus.NOW;
import static de.hypersoft.esolutions.certificates.PfxCorpus.PASSWORD;
import static de.hypersoft.esolutions.certificates.PfxCorpus.ROOT;
import static de.hypersoft.esolutions.certificates.TestAuthority.ec;
import static de.hypersoft.esolutions.certificates.TestAuthority.leaf;
import static de.hypersoft.esolutions.certificates.TestAuthority.rsa;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import de.hypersoft.esolutions.certificates.PfxCorpus;
import de.hypersoft.esolutions.certificates.TestAuthority;
import de.hypersoft.esolutions.certificates.TestAuthority.Issued;
import de.hypersoft.esolutions.certificates.TestPfx;
import de.hypersoft.esolutions.certificates.pfx.Finding;
import de.hypersoft.esolutions.certificates.pfx.Finding.Kind;
import de.hypersoft.esolutions.certificates.pfx.PfxContext;
import de.hypersoft.esolutions.hostnames.HostName;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of each kind of file (T48), and what it may cost to say it. */
class PfxCheckTest {

    private static final long MOST_BYTES = 50L * 1024 * 1024;
    private static final PublicRoots ROOTS = new PublicRoots(List.of(ROOT.certificate()));

    static List<PfxCorpus.Bad> corpus() throws Exception {
        return PfxCorpus.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void T48_every_bad_file_is_refused_with_its_own_word_in_two_seconds_and_fifty_megabytes(PfxCorpus.Bad bad) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long allocated = threads.getThreadAllocatedBytes(thread);
        long started = System.nanoTime();

        PfxCheck.Result result = check(bad.file(), bad.password());

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
        assertThat(threads.getThreadAllocatedBytes(thread) - allocated).isLessThan(MOST_BYTES);
        assertThat(result.report().findings()).extracting(Finding::kind).contains(bad.expected());
        assertThat(result.report().acceptable()).isFalse();
        assertThat(result.key()).isNull();
    }

    @Test
    void the_corpus_has_at_least_forty_files_and_meets_nearly_every_refusal() throws Exception {
        Set<Kind> met = corpus().stream().map(PfxCorpus.Bad::expected).collect(Collectors.toSet());
        Set<Kind> all = java.util.Arrays.stream(Kind.values())
                .filter(kind -> kind.weight() == Finding.Weight.REFUSES)
                .collect(Collectors.toSet());
        // Met by the tests below: they are no matter of the file alone, or cannot be made by our tools.
        all.removeAll(Set.of(
                Kind.ALREADY_THERE,
                Kind.TOOK_TOO_LONG,
                Kind.BUSY,
                Kind.KEY_TOO_LARGE,
                Kind.TOO_MANY_FILES,
                Kind.IN_THIS_FILE));

        assertThat(corpus()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(met).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void a_modern_file_is_accepted_whole_and_nothing_is_said_against_it() {
        PfxCheck.Result result = check(PfxCorpus.good(), PASSWORD);

        assertThat(result.report().findings()).isEmpty();
        assertThat(result.chain()).containsExactly(LEAF.certificate(), MIDDLE.certificate());
        assertThat(result.key()).isEqualTo(LEAF.keys().getPrivate());
        assertThat(result.report().facts()).satisfies(facts -> {
            assertThat(facts.names()).containsExactly(HOST);
            assertThat(facts.keyType() + facts.keyBits()).isEqualTo("EC256");
            assertThat(facts.publicAuthority()).isTrue();
            assertThat(facts.chain()).hasSize(2);
        });
    }

    @Test
    void old_windows_files_open_too_and_say_how_old_they_are() {
        for (ASN1ObjectIdentifier cipher : List.of(TestPfx.RC2_40, TestPfx.TRIPLE_DES)) {
            byte[] file = new TestPfx(PASSWORD)
                    .ciphers(TestPfx.TRIPLE_DES, cipher)
                    .entry(LEAF, MIDDLE)
                    .bytes();
            assertThat(kinds(check(file, PASSWORD))).containsExactly(Kind.OLD_ENCRYPTION);
        }
    }

    @Test
    void a_file_with_an_empty_password_opens_without_one() {
        PfxCheck.Result result = check(TestPfx.withEmptyPassword(LEAF, MIDDLE), "");

        assertThat(kinds(result)).containsExactly(Kind.EMPTY_PASSWORD);
        assertThat(result.key()).isEqualTo(LEAF.keys().getPrivate());
    }

    @Test
    void an_unprotected_key_is_taken_with_a_warning() {
        byte[] file =
                new TestPfx("x").unsealed().withoutMac().entry(LEAF, MIDDLE).bytes();

        assertThat(kinds(check(file, "x"))).containsExactlyInAnyOrder(Kind.KEY_UNPROTECTED, Kind.NO_INTEGRITY);
    }

    @Test
    void the_chain_is_put_in_order_and_the_root_is_dropped() {
        byte[] file = PfxCorpus.pfx(p -> p.certificate(ROOT.certificate(), MIDDLE.certificate(), LEAF.certificate())
                .key("shop", LEAF.keys().getPrivate()));
        PfxCheck.Result result = check(file, PASSWORD);

        assertThat(result.chain()).containsExactly(LEAF.certificate(), MIDDLE.certificate());
        assertThat(kinds(result)).containsExactly(Kind.ROOT_DROPPED);
    }

    @Test
    void of_several_entries_the_one_for_the_host_is_taken_and_named() {
        Issued other = leaf(rsa("r"), "www.other.example").at(NOW).sign(MIDDLE);
        byte[] file = PfxCorpus.pfx(p -> p.key("other", other.keys().getPrivate())
                .certificate(other.certificate())
                .entry(LEAF, MIDDLE));
        PfxCheck.Result result = check(file, PASSWORD);

        assertThat(result.chain().get(0)).isEqualTo(LEAF.certificate());
        assertThat(result.report().findings())
                .contains(new Finding(Kind.SEVERAL_ENTRIES, List.of("2", "shop")))
                .extracting(Finding::kind)
                .contains(Kind.OTHERS_DROPPED);
    }

    @Test
    void a_key_that_no_browser_knows_does_not_refuse_the_file_whose_other_key_fits() {
        Issued ed = leaf(TestAuthority.keys("Ed25519", "", "ed"), HOST).at(NOW).sign(MIDDLE);
        byte[] file = PfxCorpus.pfx(p -> p.key("ed", ed.keys().getPrivate())
                .certificate(ed.certificate())
                .entry(LEAF, MIDDLE));

        assertThat(kinds(check(file, PASSWORD))).containsExactly(Kind.OTHERS_DROPPED);
    }

    @Test
    void a_missing_intermediate_is_named_and_completed_when_another_customer_has_it() {
        byte[] file = PfxCorpus.pfx(p -> p.entry(LEAF));

        assertThat(check(file, PASSWORD).report().findings())
                .contains(new Finding(Kind.INTERMEDIATE_MISSING, List.of("CN=Public Intermediate")));
        PfxContext knowing =
                new PfxContext(new HostName(HOST), null, List.of(MIDDLE.certificate()), List.of(), null, NOW);
        PfxCheck.Result completed = PfxCheck.run(file, PASSWORD.toCharArray(), knowing, ROOTS);
        assertThat(completed.chain()).containsExactly(LEAF.certificate(), MIDDLE.certificate());
        assertThat(kinds(completed)).containsExactly(Kind.INTERMEDIATE_ADDED);
    }

    @Test
    void an_authority_that_browsers_do_not_know_warns_but_does_not_refuse() {
        PfxCheck.Result result =
                PfxCheck.run(PfxCorpus.good(), PASSWORD.toCharArray(), PfxCorpus.context(), new PublicRoots(List.of()));

        assertThat(kinds(result)).containsExactly(Kind.PRIVATE_AUTHORITY);
        assertThat(result.report().acceptable()).isTrue();
    }

    @Test
    void what_ends_soon_begins_soon_or_lives_too_long_is_told() {
        assertThat(kinds(of(leaf(ec("leaf"), HOST).valid(NOW.minus(Duration.ofDays(80)), 90))))
                .containsExactly(Kind.ENDS_SOON);
        assertThat(kinds(of(leaf(ec("leaf"), HOST).valid(NOW.plus(Duration.ofHours(3)), 90))))
                .containsExactly(Kind.STARTS_SOON);
        assertThat(kinds(of(leaf(ec("leaf"), HOST).valid(NOW.minus(Duration.ofDays(1)), 365))))
                .containsExactly(Kind.LIVES_TOO_LONG);
        assertThat(kinds(of(leaf(ec("leaf"), HOST).valid(NOW.minus(Duration.ofDays(300)), 398))))
                .as("issued when that was usual")
                .isEmpty();
    }

    @Test
    void a_certificate_that_ends_before_the_active_one_warns_and_the_same_one_again_is_refused() {
        PfxContext active = new PfxContext(
                new HostName(HOST),
                null,
                List.of(),
                List.of(PfxCorpus.kept(LEAF)),
                NOW.plus(Duration.ofDays(200)),
                NOW);

        assertThat(kinds(PfxCheck.run(PfxCorpus.good(), PASSWORD.toCharArray(), active, ROOTS)))
                .containsExactly(Kind.ALREADY_THERE, Kind.ENDS_BEFORE_ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*.gasthaus-linde.example", "SHOP.Gasthaus-Linde.Example"})
    void a_wildcard_for_one_label_and_any_case_cover_the_host(String name) {
        assertThat(kinds(of(leaf(ec("leaf"), name).at(NOW)))).isEmpty();
    }

    @Test
    void a_certificate_that_leaves_out_the_other_address_of_the_shop_says_so_and_is_taken() {
        PfxContext both =
                new PfxContext(new HostName(HOST), new HostName("www." + HOST), List.of(), List.of(), null, NOW);

        PfxCheck.Result result = PfxCheck.run(PfxCorpus.good(), PASSWORD.toCharArray(), both, ROOTS);

        assertThat(kinds(result)).containsExactly(Kind.OTHER_ADDRESS_NOT_NAMED);
        assertThat(result.key()).isNotNull();
    }

    @Test
    void an_international_name_is_compared_in_its_ascii_form() {
        HostName host = HostName.parse("shop.bäckerei-müller.example");
        Issued leaf = leaf(ec("leaf"), host.value()).at(NOW).sign(MIDDLE);
        PfxContext context = new PfxContext(host, null, List.of(), List.of(), null, NOW);

        assertThat(kinds(PfxCheck.run(
                        PfxCorpus.pfx(p -> p.entry(leaf, MIDDLE)), PASSWORD.toCharArray(), context, ROOTS)))
                .isEmpty();
        assertThat(host.value()).startsWith("shop.xn--");
    }

    @Test
    void whoever_waits_for_too_long_hears_that_the_machine_is_busy_and_not_that_the_file_is_bad() {
        PfxWorkers workers = new PfxWorkers(Duration.ofMillis(200));
        CountDownLatch hanging = new CountDownLatch(1);
        try {
            PfxCheck.Result given = workers.run(() -> {
                try {
                    hanging.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return check(new byte[0], "");
            });
            assertThat(kinds(given)).containsExactly(Kind.BUSY);
        } finally {
            hanging.countDown();
            workers.stop();
        }
        assertThat(kinds(workers.run(() -> check(new byte[0], "")))).containsExactly(Kind.BUSY);
    }

    private static PfxCheck.Result of(TestAuthority.Draft leaf) {
        return check(PfxCorpus.pfx(p -> p.entry(leaf.sign(MIDDLE), MIDDLE)), PASSWORD);
    }

    private static PfxCheck.Result check(byte[] file, String password) {
        return PfxCheck.run(file, password.toCharArray(), PfxCorpus.context(), ROOTS);
    }

    private static List<Kind> kinds(PfxCheck.Result result) {
        return result.report().findings().stream().map(Finding::kind).toList();
    }
}
