package de.hypersoft.esolutions.hostnames;

import static de.hypersoft.esolutions.hostnames.TestRegistry.manager;
import static de.hypersoft.esolutions.hostnames.TestRegistry.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.hostnames.dns.DnsAnswer;
import de.hypersoft.esolutions.hostnames.dns.DnsChecks;
import de.hypersoft.esolutions.hostnames.dns.DnsState;
import de.hypersoft.esolutions.hostnames.dns.DnsVerdict;
import de.hypersoft.esolutions.hostnames.shopfront.Shopfront;
import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ManageDomainsTest {

    private final HandClock clock = HandClock.at("2026-11-22T12:00:00Z");
    private final Store store;
    private final TestRegistry registry;
    private final ManageDomains domains;
    private final TenantId linde;
    private final TenantId adler;
    private final String name = "shop-" + UUID.randomUUID().toString().substring(0, 8);

    ManageDomainsTest(Store store) {
        this.store = store;
        this.registry = new TestRegistry(store, clock);
        this.domains = registry.domains();
        this.linde = registry.customer("linde");
        this.adler = registry.customer("adler");
    }

    @Test
    void an_international_name_is_stored_in_ascii_and_shown_both_ways() {
        DomainView made = domains.register(staff(), linde, name + ".Bäckerei-Müller.example.", null);

        assertThat(made.host().value()).isEqualTo(name + ".xn--bckerei-mller-bfb28a.example");
        assertThat(made.host().unicode()).isEqualTo(name + ".bäckerei-müller.example");
        assertThat(made.kind()).isEqualTo(DomainKind.OWN);
        assertThat(made.dns()).isNotNull();
        assertThat(registry.memory().tenantOf(name + ".BÄCKEREI-müller.example:8443"))
                .contains(linde);
    }

    @Test
    void a_host_that_two_customers_claim_stays_with_the_first() {
        domains.register(staff(), linde, own(), null);

        refused("host-taken", () -> domains.register(staff(), adler, own(), null));
        assertThat(domains.register(staff(), linde, own(), null).tenant()).isEqualTo(linde);
        assertThat(domains.get(staff(), own()).tenant()).isEqualTo(linde);
    }

    @Test
    void a_released_vendor_url_is_never_given_to_another_customer_but_back_to_its_own() {
        String url = name + ".myhypersoftapp.example";
        assertThat(domains.register(staff(), linde, url, null).kind()).isEqualTo(DomainKind.VENDOR);

        release(url);

        assertThat(registry.memory().tenantOf(url)).isEmpty();
        refused("host-retired", () -> domains.register(staff(), adler, url, null));
        refused("host-retired", () -> registry.memory().register(url, adler, DomainKind.VENDOR));
        assertThat(domains.register(staff(), linde, url, null).releasedAt()).isNull();
    }

    @Test
    void a_released_own_domain_can_be_claimed_by_whoever_owns_it_then_and_shows_no_foreign_history() {
        domains.register(staff(), linde, own(), null);
        release(own());

        assertThat(domains.register(staff(), adler, own(), null).tenant()).isEqualTo(adler);
        HostName host = HostName.parse(own());
        assertThat(registry.history().of(host, adler, 10))
                .extracting(DomainHistory.Line::event)
                .containsExactly("registered");
        assertThat(registry.history().of(host, linde, 10))
                .extracting(DomainHistory.Line::event)
                .containsExactly("released", "registered");
    }

    @Test
    void T49_a_domain_of_one_location_is_seen_by_whoever_is_there_for_it_and_no_domain_by_a_manager_of_nothing() {
        LocationId mitte = registry.location(linde);
        Scope there = Scope.only(linde, Set.of(mitte));
        Scope elsewhere = Scope.only(linde, Set.of(new LocationId(UUID.randomUUID())));
        Scope nowhere = Scope.only(linde, Set.of());
        domains.register(staff(), linde, own(), null);
        domains.register(staff(), linde, "mitte." + own(), mitte);

        assertThat(domains.list(by(there))).hasSize(2);
        assertThat(domains.list(by(elsewhere)))
                .extracting(d -> d.host().value())
                .containsExactly(own());
        assertThat(domains.list(by(nowhere))).isEmpty();
        assertThatThrownBy(() -> domains.get(by(elsewhere), "mitte." + own())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> domains.get(by(nowhere), own())).isInstanceOf(NotFound.class);
    }

    private static Caller by(Scope scope) {
        return new Caller(UUID.randomUUID(), "maria", "Maria", scope);
    }

    @Test
    void T49_a_manager_sees_only_the_own_domains_and_changes_none() {
        domains.register(staff(), linde, own(), null);

        assertThat(domains.list(manager(linde)))
                .extracting(d -> d.host().value())
                .containsExactly(own());
        assertThat(domains.list(manager(adler))).isEmpty();
        assertThatThrownBy(() -> domains.get(manager(adler), own())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> domains.register(manager(linde), linde, "x." + own(), null))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> domains.hsts(manager(linde), own(), true)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> store.run(() -> domains.release(manager(linde), own())))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void addresses_single_words_and_the_platforms_own_names_are_no_domains() {
        for (String wrong : List.of("192.0.2.1", "localhost", "[::1]", "no name", ""))
            assertThatThrownBy(() -> domains.register(staff(), linde, wrong, null))
                    .isInstanceOf(Invalid.class);
        refused("host-reserved", () -> domains.register(staff(), linde, "portal.myhypersoftapp.example", null));
        refused("host-reserved", () -> domains.register(staff(), linde, "myhypersoftapp.example", null));
    }

    @Test
    void T47_search_engines_are_led_to_the_own_domain_only_while_its_certificate_is_valid() {
        String vendor = name + ".myhypersoftapp.example";
        domains.register(staff(), linde, vendor, null);
        domains.register(staff(), linde, own(), null);
        assertThat(canonical(vendor)).isEqualTo(vendor);

        HostName host = HostName.parse(own());
        store.run(() -> registry.axis()
                .moved(host, HostCertificate.ACTIVE, "", clock.instant().plus(Duration.ofDays(30))));
        assertThat(canonical(vendor)).isEqualTo(own());
        assertThat(canonical(own())).isEqualTo(own());
        assertThat(registry.memory().rules(own()))
                .map(HostRules::certificateServed)
                .contains(true);

        clock.advance(Duration.ofDays(30));
        assertThat(canonical(own())).isEqualTo(vendor);
        assertThat(registry.memory().tenantOf(vendor))
                .as("T48: the vendor URL always works")
                .contains(linde);
    }

    @Test
    void hsts_waits_for_a_valid_certificate() {
        domains.register(staff(), linde, own(), null);
        refused("hsts-without-certificate", () -> domains.hsts(staff(), own(), true));

        store.run(() -> registry.axis()
                .moved(
                        HostName.parse(own()),
                        HostCertificate.ACTIVE,
                        "",
                        clock.instant().plusSeconds(60)));
        domains.hsts(staff(), own(), true);

        assertThat(domains.get(staff(), own()).hstsSince()).isEqualTo(clock.instant());
        domains.hsts(staff(), own(), false);
        assertThat(domains.get(staff(), own()).hstsSince()).isNull();
    }

    @Test
    void the_name_system_is_asked_when_it_is_due_and_a_failure_takes_nothing_down() {
        domains.register(staff(), linde, own(), null);
        DnsChecks checks = registry.checks();
        assertThat(checks.take(1000)).contains(own());
        assertThat(checks.take(1000)).as("leased to the first who asked").doesNotContain(own());

        clock.advance(Duration.ofSeconds(1));
        checks.answered(own(), new DnsVerdict(DnsState.RIGHT, "right"), "A 192.0.2.10");
        clock.advance(Duration.ofHours(4));
        assertThat(checks.take(1000)).contains(own());
        checks.answered(own(), DnsVerdict.of(DnsAnswer.FAILED, "", List.of()), "");

        DomainView.Dns dns = domains.get(staff(), own()).dns();
        assertThat(dns).isNotNull().satisfies(d -> assertThat(d.state()).isEqualTo(DnsState.UNKNOWN));
        assertThat(registry.memory().tenantOf(own())).contains(linde);
        assertThat(registry.history().of(HostName.parse(own()), linde, 10))
                .extracting(DomainHistory.Line::event)
                .containsExactly("dns-right", "registered");
    }

    private String own() {
        return name + ".gasthaus.example";
    }

    private String canonical(String asked) {
        registry.memory().forget();
        return registry.memory()
                .shopfront(asked)
                .flatMap(Shopfront::canonicalHost)
                .map(HostName::value)
                .orElse("");
    }

    private void release(String host) {
        clock.advance(Duration.ofSeconds(1));
        store.run(() -> domains.release(staff(), host));
        registry.memory().forget();
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
