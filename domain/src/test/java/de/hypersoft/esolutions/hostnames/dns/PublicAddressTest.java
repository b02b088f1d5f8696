package de.hypersoft.esolutions.hostnames.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.hostnames.DomainKind;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.hostnames.HostRegistry;
import de.hypersoft.esolutions.hostnames.TestRegistry;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class PublicAddressTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
    private final HostRegistry registry;
    private final TenantId tenant;
    private final String name = "t" + UUID.randomUUID();

    PublicAddressTest(Store store) {
        this.store = store;
        this.registry = new HostRegistry(
                store.entities(),
                new Tenants(store.entities()),
                new Locations(store.entities()),
                TestRegistry.SETTINGS,
                clock);
        this.tenant = TestLocations.open(store, clock.instant()).tenant();
    }

    @Test
    void T47_links_lead_to_the_canonical_host_whatever_was_registered_first() {
        host("demo." + name + ".localhost", DomainKind.DEMO);
        host(name + ".myhypersoftapp.example", DomainKind.VENDOR);

        assertThat(link("https://{host}")).contains("https://" + name + ".myhypersoftapp.example/orders/x");
        assertThat(link("http://{host}:8443")).contains("http://" + name + ".myhypersoftapp.example:8443/orders/x");
    }

    @Test
    void an_own_domain_that_does_not_work_yet_is_in_no_link() {
        host(name + ".myhypersoftapp.example", DomainKind.VENDOR);
        host(name + ".own.example", DomainKind.OWN);

        assertThat(link("https://{host}")).contains("https://" + name + ".myhypersoftapp.example/orders/x");
    }

    @Test
    void a_demo_is_reached_by_its_first_host_and_a_tenant_without_any_has_no_link() {
        assertThat(link("https://{host}")).isEmpty();

        host("b." + name + ".localhost", DomainKind.DEMO);
        clock.advance(Duration.ofSeconds(1));
        host("a." + name + ".localhost", DomainKind.DEMO);

        assertThat(link("https://{host}")).contains("https://b." + name + ".localhost/orders/x");
    }

    @Test
    void within_a_second_only_shops_that_nobody_asked_for_are_looked_up_and_those_without_a_host_are_remembered_too() {
        TenantId other = TestLocations.open(store, clock.instant()).tenant();
        PublicAddress address = new PublicAddress(registry, clock, "https://{host}");
        host("demo." + name + ".localhost", DomainKind.DEMO);
        Map<TenantId, String> one = Map.of(tenant, "https://demo." + name + ".localhost");

        assertThat(store.statementsIn(
                        () -> assertThat(address.shops(Set.of(tenant))).isEqualTo(one)))
                .isOne();
        assertThat(store.statementsIn(
                        () -> assertThat(address.shops(Set.of(tenant, other))).isEqualTo(one)))
                .isOne();
        assertThat(store.statementsIn(
                        () -> assertThat(address.shops(Set.of(tenant, other))).isEqualTo(one)))
                .isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(store.statementsIn(() -> address.shops(Set.of(tenant, other))))
                .isOne();
    }

    @Test
    void a_host_that_came_is_in_links_a_second_later() {
        PublicAddress address = new PublicAddress(registry, clock, "https://{host}");
        assertThat(store.in(() -> address.link(tenant, ""))).isEmpty();
        host("demo." + name + ".localhost", DomainKind.DEMO);

        clock.advance(Duration.ofSeconds(1));
        assertThat(store.in(() -> address.link(tenant, ""))).contains("https://demo." + name + ".localhost");
    }

    @Test
    void a_pattern_that_makes_no_address_is_refused_at_the_start() {
        for (String wrong : new String[] {"", "shop.example", "ftp://{host}", "https://{host}/shop", "https://{name}"})
            assertThatThrownBy(() -> new PublicAddress(registry, clock, wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("PUBLIC_URL");
    }

    private void host(String host, DomainKind kind) {
        store.run(() -> registry.register(HostName.parse(host), tenant, kind));
    }

    private Optional<String> link(String pattern) {
        return store.in(() -> new PublicAddress(registry, clock, pattern).link(tenant, "/orders/x"));
    }
}
