package de.hypersoft.esolutions.certificates;

import static de.hypersoft.esolutions.certificates.TestAuthority.ec;
import static de.hypersoft.esolutions.hostnames.TestRegistry.manager;
import static de.hypersoft.esolutions.hostnames.TestRegistry.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A domain that comes later, below a wildcard that is served already. */
@OnBothDatabases
class ServedElsewhereTest {

    private final TestCertificates its;
    private final String zone = "z" + UUID.randomUUID().toString().substring(0, 8) + ".example";
    private final String shop = "shop." + zone;
    private final String later = "later." + zone;
    private final UUID wildcard;

    ServedElsewhereTest(Store store) {
        this.its = new TestCertificates(store);
        register(shop, its.linde);
        this.wildcard = its.stagedAt(shop, ec("shared"), "*." + zone);
        its.certificates.activate(staff(), shop, wildcard);
        its.proven(wildcard);
    }

    @Test
    void a_domain_that_is_registered_later_is_served_with_it_without_another_file() {
        register(later, its.linde);

        assertThat(its.elsewhere.of(staff(), later)).singleElement().satisfies(covering -> {
            assertThat(covering.certificate().id()).isEqualTo(wildcard);
            assertThat(covering.certificate().names()).containsExactly("*." + zone);
            assertThat(covering.hosts()).extracting(HostName::value).containsExactly(shop);
        });
        assertThat(its.active.of(later)).as("nothing happens by itself").isEmpty();

        its.elsewhere.use(staff(), later, wildcard);
        assertThat(its.shownAt(later)).as("before its handshake").isEmpty();
        assertThat(offered(later)).as("it is on its way").isEmpty();
        its.provenAt(later);

        assertThat(its.shownAt(later)).isEqualTo(its.shownAt(shop)).isNotEmpty();
        assertThat(Objects.requireNonNull(its.active.of(later).orElseThrow().current())
                        .key())
                .isEqualTo(ec("shared").getPrivate());
        assertThat(offered(later)).isEmpty();
        assertThat(audited(later)).contains("certificate-shared", "certificate-activated");
    }

    @Test
    void a_further_one_is_told_once_of_the_certificate_with_all_who_use_it() {
        register(later, its.linde);
        its.elsewhere.use(staff(), later, wildcard);
        its.provenAt(later);
        String third = "third." + zone;
        register(third, its.linde);

        assertThat(its.elsewhere.of(staff(), third)).singleElement().satisfies(covering -> assertThat(covering.hosts())
                .extracting(HostName::value)
                .containsExactly(later, shop));
    }

    @Test
    void one_with_many_names_serves_a_name_that_comes_later_as_well() {
        String many = "many-" + zone;
        register(many, its.linde);
        UUID id = its.stagedAt(many, ec("many"), many, its.host);
        its.certificates.activate(staff(), many, id);
        its.proven(id);

        its.elsewhere.use(staff(), its.host, id);
        its.provenAt(its.host);
        assertThat(its.shownAt(its.host)).isEqualTo(its.shownAt(many)).isNotEmpty();
    }

    @Test
    void a_name_that_is_not_yet_proven_has_to_be_proven_first() {
        register(later, its.linde);
        its.contested(later, true);

        refused("domain-unproven", later);
        assertThat(its.certificates.of(staff(), later)).isEmpty();

        its.contested(later, false);
        its.elsewhere.use(staff(), later, wildcard);
        assertThat(its.active.of(later)).isPresent();
    }

    @Test
    void what_it_does_not_cover_and_what_belongs_to_another_customer_gets_nothing() {
        String deeper = "a.b." + zone;
        register(deeper, its.linde);
        String adlers = "adler." + zone;
        register(adlers, its.registry.customer("adler"));
        register(zone, its.linde);

        for (String host : List.of(deeper, adlers, zone)) {
            assertThat(offered(host)).as(host).isEmpty();
            refused("certificate-not-for-host", host);
        }
    }

    @Test
    void what_ends_no_later_than_the_own_one_and_what_has_ended_is_not_offered() {
        its.clock.advance(Duration.ofDays(10));
        register(later, its.linde);
        UUID own = its.stagedAt(later, ec("own"), later);
        its.certificates.activate(staff(), later, own);
        its.proven(own);
        assertThat(offered(later)).isEmpty();

        String third = "third." + zone;
        register(third, its.linde);
        assertThat(offered(third)).hasSize(1);
        its.clock.advance(Duration.ofDays(400));
        assertThat(offered(third)).isEmpty();
        refused("certificate-not-for-host", third);
    }

    @Test
    void T49_only_hosting_staff_see_and_use_what_other_domains_are_served_with() {
        register(later, its.linde);

        assertThatThrownBy(() -> its.elsewhere.of(manager(its.linde), later)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> its.elsewhere.use(manager(its.linde), later, wildcard))
                .isInstanceOf(Forbidden.class);
        assertThat(its.certificates.of(staff(), later)).isEmpty();
    }

    private void register(String host, TenantId tenant) {
        its.registry.domains().register(staff(), tenant, host, null);
    }

    private List<UUID> offered(String host) {
        return its.elsewhere.of(staff(), host).stream()
                .map(covering -> covering.certificate().id())
                .toList();
    }

    private void refused(String code, String host) {
        assertThatThrownBy(() -> its.elsewhere.use(staff(), host, wildcard))
                .as(host)
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @SuppressWarnings("unchecked")
    private List<String> audited(String host) {
        return its.store.in(() -> its.store
                .entities()
                .createNativeQuery("select action from kernel.audit_entry where subject = :host", String.class)
                .setParameter("host", host)
                .getResultList());
    }
}
