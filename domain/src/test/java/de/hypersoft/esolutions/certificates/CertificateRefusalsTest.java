package de.hypersoft.esolutions.certificates;

import static de.hypersoft.esolutions.certificates.TestAuthority.ec;
import static de.hypersoft.esolutions.hostnames.TestRegistry.staff;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.certificates.check.PfxWorkers;
import de.hypersoft.esolutions.certificates.request.RequestCertificate;
import de.hypersoft.esolutions.certificates.request.RequestedKey;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Refusals;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What nobody does to a certificate, so that a shop's door stays as it is. */
@OnBothDatabases
class CertificateRefusalsTest {

    private final TestCertificates its;

    CertificateRefusalsTest(Store store) {
        this.its = new TestCertificates(store);
    }

    @Test
    void one_that_has_ended_is_not_shown_to_anybody_and_the_one_before_is_served_on() {
        UUID served = its.served(ec("before"));
        UUID staged = its.staged(ec("after"));
        its.clock.advance(Duration.ofDays(91));

        assertThat(Refusals.code(() -> its.activate(staged))).isEqualTo("certificate-ended");
        assertThat(its.state(staged)).isEqualTo(CertificateState.STAGED);
        assertThat(its.state(served)).isEqualTo(CertificateState.ACTIVE);
    }

    @Test
    void one_that_is_served_or_thrown_away_is_not_activated_and_not_shared_before_it_is_served() {
        UUID served = its.served(ec("served"));
        assertThat(Refusals.code(() -> its.activate(served))).isEqualTo("certificate-not-activatable");
        UUID thrown = its.staged(ec("thrown"));
        assertThat(Refusals.code(() -> its.sharing.share(staff(), its.host, thrown, List.of())))
                .isEqualTo("certificate-not-activatable");
        its.certificates.discard(staff(), its.host, thrown);

        assertThat(Refusals.code(() -> its.activate(thrown))).isEqualTo("certificate-not-activatable");
        assertThat(its.keyKept(thrown)).isFalse();
        assertThat(its.state(served)).isEqualTo(CertificateState.ACTIVE);
    }

    @Test
    void one_that_is_served_or_is_proving_itself_is_not_thrown_away() {
        UUID served = its.served(ec("kept"));
        UUID proving = its.staged(ec("proving"));
        its.activate(proving);

        for (UUID id : List.of(served, proving)) {
            assertThat(Refusals.code(() -> its.certificates.discard(staff(), its.host, id)))
                    .isEqualTo("certificate-served");
            assertThat(its.keyKept(id)).isTrue();
        }
    }

    @Test
    void T49_another_hosts_certificate_or_none_at_all_is_unknown() {
        UUID id = its.served(ec("theirs"));
        String other = "adler-" + its.host;
        its.registry.domains().register(staff(), its.registry.customer("adler"), other, null);

        for (UUID unknown : List.of(id, UUID.randomUUID())) {
            assertThat(Refusals.code(() -> its.certificates.activate(staff(), other, unknown)))
                    .isEqualTo("unknown-certificate");
            assertThat(Refusals.code(() -> its.certificates.discard(staff(), other, unknown)))
                    .isEqualTo("unknown-certificate");
            assertThat(Refusals.code(() -> its.certificates.report(staff(), other, unknown)))
                    .isEqualTo("unknown-certificate");
            assertThat(Refusals.code(() -> its.sharing.share(staff(), other, unknown, List.of())))
                    .isEqualTo("unknown-certificate");
        }
        assertThat(its.state(id)).isEqualTo(CertificateState.ACTIVE);
    }

    @Test
    void T49_a_key_that_waits_for_another_host_or_was_thrown_away_is_unknown() {
        UUID id = its.request.make(staff(), its.host, RequestedKey.EC_P256);
        String other = "adler-" + its.host;
        its.registry.domains().register(staff(), its.registry.customer("adler"), other, null);

        assertThat(Refusals.code(() -> its.requests.get(staff(), other, id))).isEqualTo("unknown-signing-request");
        assertThat(Refusals.code(() -> its.requests.discard(staff(), other, id)))
                .isEqualTo("unknown-signing-request");
        assertThat(its.requests.of(staff(), its.host)).hasSize(1);
        its.requests.discard(staff(), its.host, id);
        assertThat(Refusals.code(() -> its.requests.discard(staff(), its.host, id)))
                .isEqualTo("unknown-signing-request");
    }

    @Test
    void a_machine_that_has_no_time_to_make_a_key_makes_no_request_either() {
        PfxWorkers busy = new PfxWorkers();
        busy.stop();

        assertThat(Refusals.code(
                        () -> new RequestCertificate(its.requests, busy).make(staff(), its.host, RequestedKey.EC_P256)))
                .isEqualTo("machine-busy");
        assertThat(its.requests.of(staff(), its.host)).isEmpty();
        assertThat(its.events()).doesNotContain("certificate-requested");
    }
}
