package de.hypersoft.esolutions.acme;

import static de.hypersoft.esolutions.hostnames.TestRegistry.manager;
import static de.hypersoft.esolutions.hostnames.TestRegistry.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.acme.authority.AcmeFailure;
import de.hypersoft.esolutions.acme.authority.AcmeRefused;
import de.hypersoft.esolutions.acme.authority.ChallengeKind;
import de.hypersoft.esolutions.acme.authority.RenewalWindow;
import de.hypersoft.esolutions.certificates.CertificateState;
import de.hypersoft.esolutions.certificates.CertificateView;
import de.hypersoft.esolutions.certificates.Source;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** From the switch to the served certificate and its successors, on both databases. */
@OnBothDatabases
class ObtainCertificatesTest {

    private final TestNet net;

    ObtainCertificatesTest(Store store) {
        this.net = new TestNet(store);
    }

    @Test
    void nobody_gets_one_before_staff_allowed_it() {
        net.tick(net.node());
        assertThat(net.authority.calls).isEmpty();
        assertThat(net.view().standing()).isEqualTo(AutomaticView.Standing.NOT_ALLOWED);
        assertThatThrownBy(() -> net.automatic.allow(manager(net.its.tenant()), net.host(), true))
                .isInstanceOf(Forbidden.class);

        net.allow();
        net.until(net::serving);

        assertThat(net.active().source()).isEqualTo(Source.ACME);
        assertThat(net.authority.calls)
                .containsExactly(
                        "register",
                        "place",
                        "see",
                        "offer HTTP_01",
                        "ask HTTP_01",
                        "see",
                        "see",
                        "finish",
                        "see",
                        "fetch");
        assertThat(net.its.events())
                .contains("automatic-allowed", "automatic-ordered", "certificate-staged", "certificate-active");
    }

    @Test
    void nothing_is_ordered_before_the_domain_points_here() {
        net.its.pointsHere(false);
        net.allow();
        net.until(() -> net.stands(AutomaticView.Standing.WAITING_DNS));
        net.its.clock().advance(Duration.ofHours(1));
        net.tick(net.node());
        assertThat(net.authority.count("place")).isZero();

        net.its.pointsHere(true);
        net.its.clock().advance(Duration.ofMinutes(10));
        net.until(net::serving);
    }

    @Test
    void nothing_is_ordered_for_a_name_of_another_customer_though_it_still_points_here() {
        net.its.contested(true);
        net.allow();
        net.until(() -> net.stands(AutomaticView.Standing.WAITING_DNS));
        net.its.clock().advance(Duration.ofHours(1));
        net.tick(net.node());
        assertThat(net.authority.count("place")).isZero();

        net.its.contested(false);
        net.its.clock().advance(Duration.ofMinutes(10));
        net.until(net::serving);
    }

    @Test
    void the_answer_is_there_before_the_authority_looks_under_this_host_only_and_gone_afterwards() {
        net.allow();
        net.until(() -> net.row().phase() == AutomaticPhase.OFFERED);
        String token = FakeAuthority.token("/1");

        assertThat(net.answers.answer(net.host() + ":80", token)).contains(token + ".thumbprint");
        assertThat(net.answers.answer("other.example", token)).isEmpty();
        assertThat(net.answers.answer(net.host(), token + "x")).isEmpty();
        assertThat(net.answers.answer(net.host(), "../../etc/passwd-and-more")).isEmpty();
        assertThat(net.answers.answer(net.host(), "x".repeat(5000))).isEmpty();
        assertThat(net.answers.byTls()).isEmpty();

        net.until(net::serving);
        assertThat(net.answers.answer(net.host(), token)).isEmpty();
    }

    @Test
    void where_http_fails_it_is_tried_by_tls_at_once_and_every_node_has_time_to_know() {
        net.authority.looks.put(ChallengeKind.HTTP_01, refused(AcmeFailure.CONNECTION));
        net.allow();
        net.until(() ->
                net.row().challenge() == ChallengeKind.TLS_ALPN_01 && net.row().phase() == AutomaticPhase.OFFERED);
        Instant offered = net.its.clock().instant();
        assertThat(net.answers.byTls()).hasSize(1);
        assertThat(net.answers.answer(net.host(), FakeAuthority.token("/2"))).isEmpty();

        net.until(() -> net.authority.count("ask TLS_ALPN_01") == 1);
        assertThat(Duration.between(offered, net.its.clock().instant())).isGreaterThanOrEqualTo(Duration.ofSeconds(4));
        net.until(net::serving);
        assertThat(net.row().reason()).isEmpty();
        assertThat(net.row().challenge()).isEqualTo(ChallengeKind.HTTP_01);
    }

    @Test
    void what_both_ways_refuse_is_told_and_tried_again_ever_later() {
        net.authority.looks.put(ChallengeKind.HTTP_01, refused(AcmeFailure.UNAUTHORIZED));
        net.authority.looks.put(ChallengeKind.TLS_ALPN_01, refused(AcmeFailure.TLS));
        net.allow();
        net.until(() -> net.stands(AutomaticView.Standing.FAILED));

        assertThat(net.row().reason()).isEqualTo("unauthorized");
        assertThat(net.row().detail()).isEqualTo("http-01: words of unauthorized · tls-alpn-01: words of tls");
        assertThat(net.row().nextAt()).isEqualTo(net.its.clock().instant().plus(Duration.ofMinutes(30)));
        assertThat(net.its.events()).startsWith("automatic-failed");

        net.its.clock().advance(Duration.ofMinutes(29));
        net.tick(net.node());
        assertThat(net.authority.count("place")).isEqualTo(2);
        net.its.clock().advance(Duration.ofMinutes(2));
        net.until(() -> net.row().failures() == 2);
        assertThat(net.row().nextAt()).isEqualTo(net.its.clock().instant().plus(Duration.ofHours(1)));

        net.authority.looks.clear();
        net.automatic.tryNow(staff(), net.host());
        net.until(net::serving);
        assertThat(net.row().failures()).isZero();
    }

    @Test
    void a_person_may_hurry_it_but_not_every_minute_and_not_against_the_authoritys_term() {
        net.authority.looks.put(ChallengeKind.HTTP_01, refused(AcmeFailure.CAA));
        net.allow();
        net.until(() -> net.stands(AutomaticView.Standing.FAILED));
        net.automatic.tryNow(staff(), net.host());
        net.until(() -> net.row().failures() == 2);
        assertThatThrownBy(() -> net.automatic.tryNow(staff(), net.host())).isInstanceOf(Conflict.class);

        net.its.clock().advance(Duration.ofMinutes(6));
        net.authority.everything = new AcmeRefused(AcmeFailure.RATE_LIMITED, "too many", Duration.ofHours(30));
        net.automatic.tryNow(staff(), net.host());
        net.until(() -> net.row().reason().equals("rate-limited"));
        assertThat(net.row().limitedUntil()).isEqualTo(net.its.clock().instant().plus(Duration.ofHours(30)));
        net.its.clock().advance(Duration.ofMinutes(6));
        assertThatThrownBy(() -> net.automatic.tryNow(staff(), net.host())).isInstanceOf(Conflict.class);
    }

    @Test
    void an_authority_that_is_away_for_a_moment_does_not_cost_the_order() {
        net.allow();
        net.until(() -> net.row().phase() == AutomaticPhase.CHECKING);
        net.authority.everything = refused(AcmeFailure.UNREACHABLE);
        net.tick(net.node());
        net.authority.everything = null;

        net.until(net::serving);
        assertThat(net.authority.count("place")).isEqualTo(1);
    }

    @Test
    void T48_renewed_with_a_third_left_the_old_one_retires_after_our_own_handshake() {
        net.allow();
        net.until(net::serving);
        CertificateView first = net.active();

        net.its.clock().set(first.notAfter().minus(Duration.ofDays(31)));
        net.tick(net.node());
        assertThat(net.authority.count("place")).isEqualTo(1);
        net.its.clock().set(first.notAfter().minus(Duration.ofDays(26)));
        net.until(() -> !net.active().id().equals(first.id()));

        assertThat(net.active().serial()).isNotEqualTo(first.serial());
        assertThat(net.its.in(CertificateState.RETIRED))
                .extracting(CertificateView::id)
                .containsExactly(first.id());
        assertThat(net.told.events()).as("no upload was replaced").isEmpty();
    }

    @Test
    void the_authoritys_own_window_decides_and_it_is_told_which_one_is_renewed() {
        net.allow();
        net.until(() -> net.serving() && net.authority.count("window") == 1);
        CertificateView first = net.active();
        Instant soon = net.its.clock().instant().plus(Duration.ofDays(5));
        net.authority.window = new RenewalWindow(soon, soon.plus(Duration.ofHours(1)), Duration.ofHours(6));

        net.its.clock().advance(Duration.ofDays(2));
        net.until(() -> net.authority.count("window") == 2);
        assertThat(net.authority.count("place")).isEqualTo(1);
        net.its.clock().set(soon.plus(Duration.ofHours(2)));
        net.until(() -> !net.active().id().equals(first.id()));

        assertThat(net.authority.replaced)
                .isEqualTo(net.its.issued().chain(first.id()).get(0));
    }

    @Test
    void T48_it_waits_behind_an_uploaded_one_takes_over_before_its_end_and_says_so() {
        net.its.uploaded("theirs");
        CertificateView theirs = net.active();
        net.allow();
        net.tick(net.node());
        assertThat(net.view().standing()).isEqualTo(AutomaticView.Standing.RESTING);
        assertThat(net.authority.calls).isEmpty();
        assertThat(net.net().holds(net.host(), net.its.tenant(), theirs.notAfter()))
                .isFalse();

        net.its.clock().set(theirs.notAfter().minus(Duration.ofDays(29)));
        net.until(() -> net.stands(AutomaticView.Standing.READY));
        assertThat(net.active().id()).isEqualTo(theirs.id());
        assertThat(net.net().holds(net.host(), net.its.tenant(), theirs.notAfter()))
                .as("whoever warns may say so")
                .isTrue();
        net.its.clock().set(theirs.notAfter().minus(Duration.ofDays(3).plusHours(1)));
        net.tick(net.node());
        assertThat(net.active().id()).isEqualTo(theirs.id());

        net.its.clock().set(theirs.notAfter().minus(Duration.ofDays(3)));
        net.until(net::serving);
        assertThat(net.told.events()).singleElement().isInstanceOfSatisfying(AutomaticTookOver.class, event -> {
            assertThat(event.host()).isEqualTo(net.host());
            assertThat(event.uploadedUntil()).isEqualTo(theirs.notAfter());
        });
        assertThat(net.its.events()).contains("automatic-took-over");

        net.its.uploaded("theirs-renewed");
        net.tick(net.node());
        net.tick(net.node());
        assertThat(net.active().source()).isEqualTo(Source.UPLOAD);
        assertThat(net.told.events()).hasSize(1);
    }

    @Test
    void one_that_our_own_handshake_does_not_see_is_told_and_tried_again_while_the_old_one_is_served() {
        net.allow();
        net.untilProving();
        net.its.failProof();
        net.until(() -> net.stands(AutomaticView.Standing.FAILED));
        assertThat(net.row().reason()).isEqualTo("proof");

        net.its.clock().advance(Duration.ofMinutes(31));
        net.until(net::serving);
        assertThat(net.authority.count("place")).isEqualTo(1);
    }

    @Test
    void switched_off_it_stays_as_it_is_and_is_renewed_no_more() {
        net.allow();
        net.until(net::serving);
        net.automatic.allow(staff(), net.host(), false);
        net.its.clock().advance(Duration.ofDays(80));
        net.tick(net.node());

        assertThat(net.authority.count("place")).isEqualTo(1);
        assertThat(net.active().source()).isEqualTo(Source.ACME);
        assertThat(net.view().standing()).isEqualTo(AutomaticView.Standing.NOT_ALLOWED);
    }

    @Test
    void a_released_host_leaves_nothing_behind() {
        net.allow();
        net.until(() -> net.row().phase() == AutomaticPhase.FINISHING);
        net.its.release();
        net.its.clock().advance(Duration.ofMinutes(3));
        net.node().run(10);
        net.its.clock().advance(Duration.ofDays(1));
        net.node().run(10);

        assertThat(net.automatic.failures()).isEmpty();
        assertThat(net.store.<Boolean>in(
                        () -> net.its.secrets().open("acme-order|" + net.host()).isPresent()))
                .isFalse();
    }

    private static AcmeRefused refused(AcmeFailure reason) {
        return new AcmeRefused(reason, "words of " + reason.code(), Duration.ZERO);
    }
}
