package de.hypersoft.esolutions.certificates;

import static de.hypersoft.esolutions.certificates.TestAuthority.ec;
import static de.hypersoft.esolutions.hostnames.TestRegistry.manager;
import static de.hypersoft.esolutions.hostnames.TestRegistry.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.certificates.serving.ActiveCertificates;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One file for several domains of one customer. */
@OnBothDatabases
class ShareCertificateTest {

    private final TestCertificates its;
    private final String zone;
    private final String shop;
    private final String www;
    private final String outside;
    private final String adlers;

    ShareCertificateTest(Store store) {
        this.its = new TestCertificates(store);
        this.zone = "z" + UUID.randomUUID().toString().substring(0, 8) + ".example";
        this.shop = own("shop." + zone);
        this.www = own("www." + zone);
        this.outside = own("a.b." + zone);
        this.adlers = "adler." + zone;
        its.registry.domains().register(staff(), its.registry.customer("adler"), adlers, null);
    }

    @Test
    void the_further_domains_of_the_customer_that_a_wildcard_covers_are_offered_and_nobody_elses() {
        UUID id = staged("*." + zone, its.host);

        assertThat(offered(id)).containsExactly(shop, www);
        assertThat(its.sharing.offers(staff(), its.host, id))
                .allMatch(offer -> offer.better() && offer.until() == null);
    }

    @Test
    void those_that_are_ticked_are_proven_and_served_with_it_and_the_others_are_not() {
        UUID id = staged("*." + zone, its.host);

        its.sharing.activate(staff(), its.host, id, List.of(shop));
        its.proven(id);
        UUID copy = its.certificates.of(staff(), shop).get(0).id();
        assertThat(its.active.of(shop)).get().satisfies(served -> assertThat(served.candidate())
                .isNotNull());
        its.proven(copy);

        ActiveCertificates.Leaf served =
                Objects.requireNonNull(its.active.of(shop).orElseThrow().current());
        assertThat(served.key()).isEqualTo(ec("shared").getPrivate());
        assertThat(served.sha256()).isEqualTo(its.current().sha256());
        assertThat(its.active.of(www)).isEmpty();
        assertThat(offered(id)).as("it is served there now").containsExactly(www);

        its.sharing.share(staff(), its.host, id, List.of(www));
        assertThat(its.active.of(www)).isPresent();
        assertThat(offered(id)).isEmpty();
    }

    @Test
    void each_lives_on_by_itself() {
        UUID id = staged("*." + zone, its.host);
        its.sharing.activate(staff(), its.host, id, List.of(shop));
        its.proven(id);
        its.proven(its.certificates.of(staff(), shop).get(0).id());

        its.certificates.release(staff(), its.host);

        assertThat(its.active.of(its.host)).isEmpty();
        assertThat(its.active.of(shop)).as("its key is sealed for itself").isPresent();
    }

    @Test
    void what_was_not_offered_is_refused_and_then_nothing_is_activated_at_all() {
        UUID id = staged("*." + zone, its.host);

        for (String other : new String[] {outside, adlers, its.host, "nobody." + zone})
            assertThatThrownBy(() -> its.sharing.activate(staff(), its.host, id, List.of(shop, other)))
                    .as(other)
                    .isInstanceOfSatisfying(
                            Conflict.class, e -> assertThat(e.code()).isEqualTo("certificate-not-for-host"));
        assertThat(its.active.of(shop)).isEmpty();
        assertThat(its.active.of(its.host)).isEmpty();
        assertThat(its.certificates.of(staff(), shop)).isEmpty();
    }

    @Test
    void a_name_that_is_not_yet_proven_is_not_offered_for_it_would_keep_the_others_from_theirs() {
        its.contested(www, true);
        UUID id = staged("*." + zone, its.host);

        assertThat(offered(id)).containsExactly(shop);
        assertThatThrownBy(() -> its.sharing.activate(staff(), its.host, id, List.of(www)))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("domain-unproven"));
    }

    @Test
    void a_domain_where_another_upload_waits_is_not_offered_and_keeps_what_waits() {
        UUID waiting = its.stagedAt(www, ec("own"), www);
        UUID id = staged("*." + zone, its.host);

        assertThat(offered(id)).containsExactly(shop);
        assertThatThrownBy(() -> its.sharing.activate(staff(), its.host, id, List.of(shop, www)))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("other-upload-waits"));
        assertThat(its.certificates.of(staff(), www)).singleElement().satisfies(still -> assertThat(still.id())
                .isEqualTo(waiting));

        its.certificates.discard(staff(), www, waiting);
        assertThat(offered(id)).containsExactly(shop, www);
    }

    @Test
    void its_history_says_which_domain_it_was_taken_over_from() {
        UUID id = staged("*." + zone, its.host);

        its.sharing.activate(staff(), its.host, id, List.of(shop));

        assertThat(its.registry.history().of(HostName.parse(shop), its.linde, 50))
                .anySatisfy(line -> {
                    assertThat(line.event()).isEqualTo("certificate-shared");
                    assertThat(line.detail()).isEqualTo(its.host);
                });
    }

    @Test
    void one_that_ends_later_is_no_better_offer() {
        its.clock.advance(Duration.ofDays(30));
        UUID later = staged(shop, shop, shop);
        its.certificates.activate(staff(), shop, later);
        its.proven(later);
        its.clock.advance(Duration.ofDays(-29));

        UUID id = staged("*." + zone, its.host);

        assertThat(its.sharing.offers(staff(), its.host, id))
                .filteredOn(offer -> offer.host().value().equals(shop))
                .singleElement()
                .satisfies(offer -> {
                    assertThat(offer.better()).isFalse();
                    assertThat(offer.until()).isNotNull();
                });
    }

    @Test
    void T49_only_hosting_staff_share_and_nobody_another_hosts_certificate() {
        UUID id = staged("*." + zone, its.host);
        its.activate(id);

        assertThatThrownBy(() -> its.sharing.share(manager(its.linde), its.host, id, List.of(shop)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> its.sharing.share(staff(), adlers, id, List.of(shop)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_certificate_that_is_not_served_is_not_shared() {
        UUID id = staged("*." + zone, its.host);

        assertThatThrownBy(() -> its.sharing.share(staff(), its.host, id, List.of(shop)))
                .isInstanceOf(Conflict.class);
    }

    private String own(String host) {
        its.registry.domains().register(staff(), its.linde, host, null);
        return host;
    }

    private List<String> offered(UUID id) {
        return its.sharing.offers(staff(), its.host, id).stream()
                .map(offer -> offer.host().value())
                .toList();
    }

    private UUID staged(String name, String host) {
        return staged(name, host, its.host);
    }

    private UUID staged(String name, String host, String uploadedFor) {
        return its.stagedAt(uploadedFor, ec("shared"), name, host);
    }
}
