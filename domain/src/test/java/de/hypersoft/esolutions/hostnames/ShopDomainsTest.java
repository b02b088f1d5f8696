package de.hypersoft.esolutions.hostnames;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.hostnames.shopfront.Shopfront;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What guests see of a tenant is read when somebody asks for it, and again when it changed, on whatever node. */
@OnBothDatabases
class ShopDomainsTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
    private final TestRegistry registry;
    private final TestRegistry other;

    ShopDomainsTest(Store store) {
        this.store = store;
        this.registry = new TestRegistry(store, clock);
        this.other = new TestRegistry(store, clock);
    }

    @Test
    void a_shop_is_read_in_as_many_queries_however_many_tenants_there_are() {
        String first = openedShop();
        long one = store.statementsOf(() -> readAnew(first));
        for (int i = 0; i < 20; i++) openedShop();

        assertThat(store.statementsOf(() -> readAnew(first))).isEqualTo(one).isLessThanOrEqualTo(6);
    }

    @Test
    void whoever_asks_again_is_answered_from_memory_and_of_other_nodes_one_query_is_asked_each_two_seconds() {
        String host = known(openedShop());

        assertThat(statements(host)).isZero();
        clock.advance(Duration.ofSeconds(2));
        assertThat(statements(host)).isEqualTo(1);
        assertThat(statements(host)).isZero();
    }

    @Test
    void a_change_of_another_node_is_seen_after_two_seconds_and_no_other_shop_is_read_for_it() {
        String host = openedShop();
        String neighbour = known(openedShop());
        registry.memory().shopfront(host);
        TenantId tenant = registry.memory().tenantOf(host).orElseThrow();

        store.run(() -> {
            new Tenants(store.entities()).get(tenant).rebrand("Zur neuen Linde", "#112233", "de");
            new ShopChanges(store.entities(), clock)
                    .onChange(new Changed(Changed.What.LOCATION, tenant.value(), tenant.value(), tenant.value()));
        });
        clock.advance(Duration.ofSeconds(2));

        assertThat(registry.memory().shopfront(host).orElseThrow().name()).isEqualTo("Zur neuen Linde");
        assertThat(statements(neighbour)).isZero();
    }

    @Test
    void a_host_that_another_node_registered_is_found_and_one_that_it_released_is_not() {
        String host = known(openedShop());
        TenantId tenant = registry.memory().tenantOf(host).orElseThrow();
        String vendor = "s" + UUID.randomUUID() + ".myhypersoftapp.example";

        other.domains().register(TestRegistry.staff(), tenant, vendor, null);
        clock.advance(Duration.ofSeconds(2));
        assertThat(registry.memory().tenantOf(vendor)).contains(tenant);

        store.run(() -> other.domains().release(TestRegistry.staff(), vendor));
        clock.advance(Duration.ofSeconds(2));
        assertThat(registry.memory().tenantOf(vendor)).isEmpty();
    }

    @Test
    void a_host_of_nobody_costs_one_query_each_five_seconds_however_often_it_is_asked_for() {
        String host = known(openedShop());

        for (int i = 0; i < 10; i++)
            assertThat(statements("nobodys-" + i + ".example")).isZero();
        clock.advance(Duration.ofSeconds(5));
        assertThat(statements("nobodys.example")).isEqualTo(2);
        assertThat(statements("nobody-elses.example")).isZero();
    }

    @Test
    void a_host_that_nobody_told_of_is_found_after_five_seconds() {
        TenantId tenant = registry.memory().tenantOf(known(openedShop())).orElseThrow();
        String quiet = "quiet-" + UUID.randomUUID() + ".example";
        store.run(() -> store.entities()
                .createNativeQuery("insert into hostnames.shop_domain (host, tenant_id, kind, created_at)"
                        + " values (?1, ?2, 'DEMO', ?3)")
                .setParameter(1, quiet)
                .setParameter(2, tenant.value())
                .setParameter(3, clock.instant())
                .executeUpdate());
        assertThat(registry.memory().shopfront(quiet)).isEmpty();

        clock.advance(Duration.ofSeconds(5));

        assertThat(registry.memory().shopfront(quiet)).isPresent();
    }

    @Test
    void what_nobody_told_of_is_seen_after_five_minutes() {
        String host = known(openedShop());
        TenantId tenant = registry.memory().tenantOf(host).orElseThrow();
        store.run(() -> new Tenants(store.entities()).get(tenant).rebrand("Zur stillen Linde", "#112233", "de"));

        clock.advance(Duration.ofMinutes(4));
        assertThat(registry.memory().shopfront(host).orElseThrow().name()).isEqualTo("linde");
        clock.advance(Duration.ofMinutes(1));
        assertThat(registry.memory().shopfront(host).orElseThrow().name()).isEqualTo("Zur stillen Linde");
    }

    @Test
    void what_every_node_has_read_long_ago_is_swept() {
        UUID tenant = registry.memory().tenantOf(openedShop()).orElseThrow().value();
        ShopChanges changes = Transactions.around(store, new ShopChanges(store.entities(), clock));
        assertThat(changes.since(clock.instant()))
                .extracting(ShopChanges.Change::tenant)
                .contains(tenant);

        clock.advance(Duration.ofDays(2));

        assertThat(changes.sweep(Duration.ofDays(1))).isPositive();
        assertThat(changes.since(clock.instant().minus(Duration.ofDays(3))))
                .extracting(ShopChanges.Change::tenant)
                .doesNotContain(tenant);
    }

    @Test
    void a_shop_is_shown_with_its_own_hours_and_zones() {
        openedShop();
        String host = openedShop();

        Shopfront shop = registry.memory().shopfront(host).orElseThrow();

        assertThat(shop.locations()).singleElement().satisfies(location -> {
            assertThat(location.hours().spans()).hasSize(1);
            assertThat(location.zones())
                    .singleElement()
                    .extracting(DeliveryZone.Terms::minimum)
                    .isEqualTo(Money.of(1_500, "EUR"));
        });
    }

    private void readAnew(String host) {
        registry.memory().forget();
        registry.memory().tenantOf(host);
    }

    /** Read, and everything heard that was told so far. */
    private String known(String host) {
        clock.advance(Duration.ofSeconds(2));
        registry.memory().shopfront(host);
        return host;
    }

    private long statements(String host) {
        return store.statementsOf(() -> registry.memory().shopfront(host));
    }

    private String openedShop() {
        TenantId tenant = registry.customer("linde");
        String host = "shop-" + UUID.randomUUID() + ".localhost";
        store.run(() -> {
            registry.memory().register(host, tenant, DomainKind.DEMO);
            Locations locations = new Locations(store.entities());
            Location location = locations.of(tenant).get(0);
            LocationId id = location.id();
            locations.scheduleWeeks(
                    id,
                    List.of(OpeningWindow.weekly(
                            id, null, DayOfWeek.MONDAY, LocalTime.of(11, 0), LocalTime.of(22, 0))));
            locations.deliverTo(
                    id, List.of(new DeliveryZone(id, "10969", Money.of(1_500, "EUR"), Money.of(200, "EUR"), null)));
        });
        return host;
    }
}
