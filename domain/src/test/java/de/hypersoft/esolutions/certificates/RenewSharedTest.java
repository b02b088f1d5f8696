package de.hypersoft.esolutions.certificates;

import static de.hypersoft.esolutions.certificates.TestAuthority.ec;
import static de.hypersoft.esolutions.hostnames.TestRegistry.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A wildcard on several domains of a customer: renewed on all at once, given back and given up on each alone. */
@OnBothDatabases
class RenewSharedTest {

    private final TestCertificates its;
    private final String zone = "z" + UUID.randomUUID().toString().substring(0, 8) + ".example";
    private final String one = "one." + zone;
    private final String two = "two." + zone;
    private final String three = "three." + zone;
    private final String old;

    RenewSharedTest(Store store) {
        this.its = new TestCertificates(store);
        for (String host : List.of(one, two, three)) its.registry.domains().register(staff(), its.linde, host, null);
        everywhere(its.stagedAt(one, ec("shared"), "*." + zone));
        this.old = its.shownAt(one);
    }

    @Test
    void every_domain_that_uses_the_old_one_is_ticked_and_one_activation_renews_them_all() {
        its.clock.advance(Duration.ofDays(60));
        UUID renewed = its.stagedAt(two, ec("renewed"), "*." + zone);

        assertThat(its.sharing.offers(staff(), two, renewed)).hasSize(2).allSatisfy(offer -> {
            assertThat(offer.same()).isTrue();
            assertThat(offer.ticked()).isTrue();
        });
        assertThat(ticked(two, renewed)).containsExactly(one, three);
        assertThat(its.sharing.leftBehind(staff(), two, renewed)).isEmpty();

        its.sharing.activate(staff(), two, renewed, ticked(two, renewed));
        List.of(one, two, three).forEach(its::provenAt);

        assertThat(its.shownAt(two)).isNotEqualTo(old).isNotEmpty();
        assertThat(its.shownAt(one)).isEqualTo(its.shownAt(two));
        assertThat(its.shownAt(three)).isEqualTo(its.shownAt(two));
    }

    @Test
    void a_new_one_that_ends_no_later_is_ticked_too_where_the_old_one_is_served() {
        its.clock.advance(Duration.ofDays(-1));
        UUID earlier = its.stagedAt(one, ec("earlier"), "*." + zone);

        assertThat(its.sharing.offers(staff(), one, earlier)).hasSize(2).allSatisfy(offer -> {
            assertThat(offer.better()).isFalse();
            assertThat(offer.ticked()).isTrue();
        });
    }

    @Test
    void what_the_new_one_does_not_name_is_said_and_not_left_on_the_old_one_in_silence() {
        its.clock.advance(Duration.ofDays(60));
        UUID narrower = its.stagedAt(two, ec("narrower"), two, one);

        assertThat(ticked(two, narrower)).containsExactly(one);
        assertThat(its.sharing.leftBehind(staff(), two, narrower))
                .extracting(HostName::value)
                .containsExactly(three);
        assertThatThrownBy(() -> its.sharing.leftBehind(staff(), one, narrower)).isInstanceOf(NotFound.class);
    }

    @Test
    void whoever_is_not_renewed_at_once_is_led_to_the_new_one_by_its_own_page() {
        its.clock.advance(Duration.ofDays(60));
        UUID renewed = its.stagedAt(two, ec("renewed"), "*." + zone);
        its.sharing.activate(staff(), two, renewed, List.of(one));
        List.of(one, two).forEach(its::provenAt);

        assertThat(its.shownAt(three)).isEqualTo(old);
        assertThat(its.elsewhere.of(staff(), three)).singleElement().satisfies(covering -> assertThat(covering.hosts())
                .extracting(HostName::value)
                .containsExactly(one, two));
        assertThat(its.elsewhere.of(staff(), two)).as("nothing leads back").isEmpty();
    }

    @Test
    void going_back_on_one_domain_leaves_the_others_as_they_are() {
        UUID first = its.certificates.of(staff(), one).get(0).id();
        its.clock.advance(Duration.ofDays(60));
        everywhere(its.stagedAt(two, ec("renewed"), "*." + zone), two);
        String renewed = its.shownAt(two);

        its.certificates.activate(staff(), one, first);
        assertThat(its.shownAt(one)).as("until its handshake").isEqualTo(renewed);
        its.proven(first);

        assertThat(its.shownAt(one)).isEqualTo(old);
        assertThat(its.shownAt(two)).isEqualTo(renewed);
        assertThat(its.shownAt(three)).isEqualTo(renewed);
    }

    @Test
    void giving_up_one_domain_leaves_the_others_as_they_are_with_their_keys() {
        its.certificates.release(staff(), one);

        assertThat(its.active.of(one)).isEmpty();
        assertThat(its.shownAt(two)).isEqualTo(old);
        assertThat(its.shownAt(three)).isEqualTo(old);
        assertThat(its.certificates.of(staff(), two)).isNotEmpty().allMatch(CertificateView::keyKept);
        its.registry.domains().register(staff(), its.linde, one, null);
        assertThat(its.elsewhere.of(staff(), one)).as("and a way back").hasSize(1);
    }

    private void everywhere(UUID id) {
        everywhere(id, one);
    }

    private void everywhere(UUID id, String at) {
        its.sharing.activate(staff(), at, id, ticked(at, id));
        List.of(one, two, three).forEach(its::provenAt);
    }

    private List<String> ticked(String host, UUID id) {
        return its.sharing.offers(staff(), host, id).stream()
                .filter(ShareCertificate.Offer::ticked)
                .map(offer -> offer.host().value())
                .toList();
    }
}
