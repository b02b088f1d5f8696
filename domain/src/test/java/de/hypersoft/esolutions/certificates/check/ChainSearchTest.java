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

import de.hypersoft.esolutions.certificates.PfxCorpus;
import de.hypersoft.esolutions.certificates.TestAuthority.Draft;
import de.hypersoft.esolutions.certificates.TestAuthority.Issued;
import de.hypersoft.esolutions.certificates.pfx.Finding;
import de.hypersoft.esolutions.certificates.pfx.Finding.Kind;
import de.hypersoft.esolutions.certificates.pfx.PfxContext;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;

/** The way from a leaf to a root that browsers would walk, through whatever else lies in the file. */
class ChainSearchTest {

    private static final PublicRoots ROOTS = new PublicRoots(List.of(ROOT.certificate()));
    private static final Issued GONE = new Draft("Gone Root", ec("gone"))
            .authority()
            .valid(NOW.minus(Duration.ofDays(4000)), 3900)
            .sign(null);

    @Test
    void an_intermediate_that_was_renewed_is_taken_and_the_ended_one_of_the_same_name_dropped_in_whichever_order() {
        Issued ended = new Draft("Public Intermediate", ec("Public Intermediate"))
                .authority()
                .valid(NOW.minus(Duration.ofDays(800)), 700)
                .sign(ROOT);

        inAnyOrder(LEAF.certificate(), ended.certificate(), MIDDLE.certificate());
    }

    @Test
    void a_cross_certificate_of_a_known_root_that_has_ended_is_dropped_and_the_known_root_taken() {
        Issued cross = new Draft("Public Root", ec("Public Root"))
                .authority()
                .valid(NOW.minus(Duration.ofDays(1000)), 900)
                .sign(GONE);

        inAnyOrder(LEAF.certificate(), MIDDLE.certificate(), cross.certificate());
        inAnyOrder(LEAF.certificate(), MIDDLE.certificate(), cross.certificate(), GONE.certificate());
    }

    @Test
    void a_cross_certificate_that_still_holds_is_dropped_too_for_the_way_to_the_known_root_is_shorter() {
        Issued living =
                new Draft("Public Root", ec("Public Root")).authority().at(NOW).sign(GONE);

        inAnyOrder(LEAF.certificate(), MIDDLE.certificate(), living.certificate());
    }

    @Test
    void an_issuer_for_another_purpose_is_passed_by_where_its_twin_is_for_servers() {
        Issued forClients = new Draft("Public Intermediate", ec("Public Intermediate"))
                .authority()
                .purpose(KeyPurposeId.id_kp_clientAuth)
                .at(NOW)
                .sign(ROOT);

        inAnyOrder(LEAF.certificate(), forClients.certificate(), MIDDLE.certificate());
    }

    @Test
    void an_intermediate_that_has_ended_in_the_file_is_replaced_by_the_renewed_one_that_another_customer_has() {
        Issued ended = new Draft("Public Intermediate", ec("Public Intermediate"))
                .authority()
                .valid(NOW.minus(Duration.ofDays(800)), 700)
                .sign(ROOT);
        byte[] file = PfxCorpus.pfx(p -> p.entry(LEAF, ended));
        PfxContext knowing =
                new PfxContext(PfxCorpus.context().host(), null, List.of(MIDDLE.certificate()), List.of(), null, NOW);

        PfxCheck.Result result = PfxCheck.run(file, PASSWORD.toCharArray(), knowing, ROOTS);

        assertThat(result.chain()).containsExactly(LEAF.certificate(), MIDDLE.certificate());
        assertThat(kinds(result)).containsExactlyInAnyOrder(Kind.INTERMEDIATE_ADDED, Kind.OTHERS_DROPPED);
        assertThat(kinds(PfxCheck.run(file, PASSWORD.toCharArray(), PfxCorpus.context(), ROOTS)))
                .contains(Kind.INTERMEDIATE_ENDED);
    }

    @Test
    void twenty_certificates_of_one_name_that_all_sign_each_other_are_gone_through_in_no_time() {
        List<X509Certificate> crowd = new ArrayList<>();
        Issued self = new Draft("Crowd", ec("Crowd")).authority().at(NOW).sign(null);
        Issued other = new Draft("Crowd", ec("Crowd")).authority().at(NOW).sign(GONE);
        for (int i = 0; i < 17; i++)
            crowd.add(new Draft("Crowd", ec("Crowd " + i % 3))
                    .authority()
                    .at(NOW)
                    .sign(i % 2 == 0 ? self : other)
                    .certificate());
        Issued leaf = leaf(ec("leaf"), HOST).at(NOW).sign(self);
        long began = System.nanoTime();

        Chain chain = ChainSearch.best(leaf.certificate(), crowd, List.of(), ROOTS, NOW);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(chain.isPublic()).isFalse();
    }

    @Test
    void a_chain_signed_by_PSS_as_browsers_know_it_is_taken() {
        Issued rsa = new Draft("PSS Intermediate", rsa("pss issuer"))
                .authority()
                .at(NOW)
                .sign(ROOT);
        Issued signed =
                leaf(ec("leaf"), HOST).at(NOW).signature("SHA256withRSAandMGF1").sign(rsa);

        assertThat(kinds(PfxCheck.run(
                        PfxCorpus.pfx(p -> p.entry(signed, rsa)), PASSWORD.toCharArray(), PfxCorpus.context(), ROOTS)))
                .isEmpty();
    }

    private static void inAnyOrder(X509Certificate... certificates) {
        for (int turned = 0; turned < certificates.length; turned++) {
            List<X509Certificate> order = new ArrayList<>(Arrays.asList(certificates));
            Collections.rotate(order, turned);
            byte[] file = PfxCorpus.pfx(
                    p -> p.key("shop", LEAF.keys().getPrivate()).certificate(order.toArray(X509Certificate[]::new)));

            PfxCheck.Result result = PfxCheck.run(file, PASSWORD.toCharArray(), PfxCorpus.context(), ROOTS);

            assertThat(kinds(result)).containsExactly(Kind.OTHERS_DROPPED);
            assertThat(result.chain()).containsExactly(LEAF.certificate(), MIDDLE.certificate());
        }
    }

    private static List<Kind> kinds(PfxCheck.Result result) {
        return result.report().findings().stream().map(Finding::kind).toList();
    }
}
