package de.hypersoft.esolutions.acme;

import static de.hypersoft.esolutions.hostnames.TestRegistry.staff;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.acme.renewal.LeasedHost;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Refusals;
import de.hypersoft.esolutions.testing.Store;
import java.security.KeyPair;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When an authority is not asked, whoever wants it. */
@OnBothDatabases
class AutomaticRefusalsTest {

    private final TestNet net;

    AutomaticRefusalsTest(Store store) {
        this.net = new TestNet(store);
    }

    @Test
    void nobody_hurries_what_was_never_allowed_or_is_forbidden_again() {
        assertThat(hurried()).isEqualTo("automatic-not-allowed");
        net.allow();
        net.automatic.allow(staff(), net.host(), false);

        assertThat(hurried()).isEqualTo("automatic-not-allowed");
        assertThat(net.authority.calls).isEmpty();
        assertThat(net.its.events()).doesNotContain("automatic-hurried");
    }

    @Test
    void who_hurries_again_within_five_minutes_is_sent_away_and_after_them_is_not() {
        net.allow();
        net.automatic.tryNow(staff(), net.host());

        net.its.clock().advance(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(hurried()).isEqualTo("automatic-too-soon");
        net.its.clock().advance(Duration.ofSeconds(1));
        net.automatic.tryNow(staff(), net.host());
        assertThat(net.its.events()).filteredOn("automatic-hurried"::equals).hasSize(2);
    }

    @Test
    void what_a_node_brings_after_its_lease_was_taken_over_is_not_stored() {
        net.allow();
        LeasedHost late = net.domains().take(net.host()).orElseThrow();
        KeyPair keys = net.domains().key(late);
        net.its.clock().advance(Duration.ofMinutes(10));
        LeasedHost now = net.domains().take(net.host()).orElseThrow();

        assertThat(Refusals.code(() -> net.domains().store(late, net.its.issue(keys, Duration.ofDays(90)), keys)))
                .isEqualTo("automatic-overtaken");
        assertThat(Refusals.code(() -> net.domains().activate(late))).isEqualTo("automatic-overtaken");
        assertThat(net.its.certificates().of(staff(), net.host())).isEmpty();
        assertThat(net.domains().store(now, net.its.issue(keys, Duration.ofDays(90)), keys))
                .isEmpty();
    }

    @Test
    void an_address_of_ours_gets_no_certificate_of_its_own() {
        String ours = "linde-" + UUID.randomUUID() + ".myhypersoftapp.example";
        net.its.registry().domains().register(staff(), net.its.tenant(), ours, null);

        assertThat(Refusals.code(() -> net.automatic.allow(staff(), ours, true)))
                .isEqualTo("not-an-own-domain");
        assertThat(Refusals.code(() -> net.automatic.tryNow(staff(), ours))).isEqualTo("not-an-own-domain");
        assertThat(net.automatic.failures()).isEmpty();
    }

    private String hurried() {
        return Refusals.code(() -> net.automatic.tryNow(staff(), net.host()));
    }
}
