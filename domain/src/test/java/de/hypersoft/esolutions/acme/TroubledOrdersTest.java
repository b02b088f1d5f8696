package de.hypersoft.esolutions.acme;

import static de.hypersoft.esolutions.hostnames.TestRegistry.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.acme.authority.AcmeFailure;
import de.hypersoft.esolutions.acme.authority.AcmeRefused;
import de.hypersoft.esolutions.acme.authority.ChallengeKind;
import de.hypersoft.esolutions.acme.authority.RenewalWindow;
import de.hypersoft.esolutions.acme.renewal.LeasedHost;
import de.hypersoft.esolutions.acme.renewal.RenewalPlan;
import de.hypersoft.esolutions.certificates.CertificateState;
import de.hypersoft.esolutions.certificates.CertificateView;
import de.hypersoft.esolutions.certificates.Source;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What does not go as it should, and is put right before anybody notices. */
@OnBothDatabases
class TroubledOrdersTest {

    private final TestNet net;

    TroubledOrdersTest(Store store) {
        this.net = new TestNet(store);
    }

    @Test
    void T48_a_proof_that_failed_is_no_wish_of_a_person_and_it_takes_over_at_the_next_try() {
        net.its.uploaded("theirs");
        CertificateView theirs = net.active();
        net.allow();
        net.its.clock().set(theirs.notAfter().minus(Duration.ofDays(3)));
        net.untilProving();
        net.its.failProof();
        net.until(() -> net.stands(AutomaticView.Standing.FAILED));
        assertThat(net.active().id()).isEqualTo(theirs.id());

        net.its.clock().advance(Duration.ofMinutes(31));
        net.until(net::serving);
        assertThat(net.told.events()).hasSize(1);
    }

    @Test
    void an_authority_that_minds_which_one_is_renewed_is_asked_without_saying_so() {
        net.allow();
        net.until(() -> net.serving() && net.authority.count("window") == 1);
        CertificateView first = net.active();
        Instant soon = net.its.clock().instant().plus(Duration.ofDays(5));
        net.authority.window = new RenewalWindow(soon, soon.plus(Duration.ofHours(1)), Duration.ofHours(6));
        net.authority.looks.put(
                ChallengeKind.HTTP_01, new AcmeRefused(AcmeFailure.CONNECTION, "port 80 is closed", Duration.ZERO));
        net.its.clock().advance(Duration.ofDays(2));
        net.until(() -> net.authority.count("window") == 2);

        net.its.clock().set(soon.plus(Duration.ofHours(2)));
        net.until(() -> !net.active().id().equals(first.id()));

        assertThat(net.authority.count("place"))
                .as("the first, by http, by tls, and by tls without its predecessor")
                .isEqualTo(4);
        assertThat(net.authority.replaced).isNull();
    }

    @Test
    void trouble_with_the_renewal_window_keeps_nothing_from_being_served() {
        net.authority.windowBreaks = true;
        net.allow();
        net.until(net::serving);
        net.until(() -> net.authority.count("window") == 1);
        net.tick(net.node());

        assertThat(net.serving()).isTrue();
        assertThat(net.row().failures()).isZero();
    }

    @Test
    void what_was_ordered_for_one_customer_is_not_stored_for_the_next_who_has_the_host() {
        net.allow();
        net.until(() -> net.authority.count("finish") == 1);
        net.its.release();
        TenantId next = net.its.registry().customer("next");
        net.its.registry().domains().register(staff(), next, net.host(), null);

        net.its.clock().advance(Duration.ofMinutes(3));
        net.tick(net.node());

        assertThat(net.authority.count("fetch")).isZero();
        assertThat(net.its.certificates().of(staff(), net.host())).isEmpty();
        assertThat(net.automatic.failures()).isEmpty();
        assertThat(orderKeyIsKept()).isFalse();
    }

    @Test
    void a_certificate_that_arrives_after_the_host_went_to_another_customer_is_not_stored() {
        net.allow();
        net.until(() -> net.authority.count("finish") == 1);
        net.its.clock().advance(Duration.ofMinutes(3));
        LeasedHost late = net.domains().take(net.host()).orElseThrow();
        KeyPair keys = net.domains().key(late);
        net.its.release();
        net.its.registry().domains().register(staff(), net.its.registry().customer("next"), net.host(), null);

        assertThatThrownBy(() -> net.domains().store(late, net.its.issue(keys, Duration.ofDays(90)), keys))
                .isInstanceOf(Conflict.class);
        net.allow();
        assertThat(orderKeyIsKept()).isFalse();
        assertThatThrownBy(() -> net.domains().store(late, net.its.issue(keys, Duration.ofDays(90)), keys))
                .isInstanceOf(Conflict.class);
        assertThat(net.its.certificates().of(staff(), net.host())).isEmpty();
    }

    @Test
    void what_a_person_activated_a_moment_ago_is_not_undone() {
        net.its.uploaded("theirs");
        CertificateView theirs = net.active();
        net.allow();
        net.its.clock().set(theirs.notAfter().minus(Duration.ofDays(3)));
        net.until(() -> !net.its.in(CertificateState.STAGED).isEmpty());
        net.its.clock().advance(Duration.ofMinutes(3));
        LeasedHost planned = net.domains().take(net.host()).orElseThrow();
        assertThat(net.domains().situation(planned).orElseThrow().plan().act()).isEqualTo(RenewalPlan.Act.ACTIVATE);
        net.its.uploaded("theirs-renewed");

        net.domains().activate(planned);

        assertThat(net.its.in(CertificateState.PROVING)).isEmpty();
        assertThat(net.active().source()).isEqualTo(Source.UPLOAD);
    }

    @Test
    void switched_off_and_on_again_it_begins_by_http_as_everybody_does() {
        net.authority.looks.put(
                ChallengeKind.HTTP_01, new AcmeRefused(AcmeFailure.CONNECTION, "port 80 is closed", Duration.ZERO));
        net.allow();
        net.until(() -> net.row().challenge() == ChallengeKind.TLS_ALPN_01);
        net.automatic.allow(staff(), net.host(), false);
        net.allow();

        assertThat(net.row().challenge()).isEqualTo(ChallengeKind.HTTP_01);
    }

    @Test
    void one_that_no_handshake_shows_or_refuses_is_given_up_after_a_while() {
        net.allow();
        net.untilProving();
        net.its.clock().advance(Duration.ofMinutes(14));
        net.node().run(10);
        assertThat(net.stands(AutomaticView.Standing.PROVING)).isTrue();

        net.its.clock().advance(Duration.ofMinutes(2));
        net.node().run(10);

        assertThat(net.row().reason()).isEqualTo("proof");
        assertThat(net.its.in(CertificateState.PROVING)).isEmpty();
        net.its.clock().advance(Duration.ofMinutes(31));
        net.until(net::serving);
    }

    @Test
    void an_order_under_way_outlives_a_rate_limit_and_is_left_alone_until_its_term() {
        net.allow();
        net.until(() -> net.row().phase() == AutomaticPhase.FINISHING);
        net.authority.everything = new AcmeRefused(AcmeFailure.RATE_LIMITED, "too many", Duration.ofMinutes(5));
        net.tick(net.node());
        net.authority.everything = null;
        int calls = net.authority.calls.size();

        net.its.clock().advance(Duration.ofMinutes(4));
        net.tick(net.node());
        assertThat(net.authority.calls).hasSize(calls);
        net.its.clock().advance(Duration.ofMinutes(1));
        net.until(net::serving);
        assertThat(net.authority.count("place")).isEqualTo(1);
    }

    private boolean orderKeyIsKept() {
        return net.store.in(
                () -> net.its.secrets().open("acme-order|" + net.host()).isPresent());
    }
}
