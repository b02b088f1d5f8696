package de.hypersoft.esolutions.hostnames;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.hostnames.shopfront.Shopfront;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What guests see of all tenants is read every five seconds, on every node. */
@OnBothDatabases
class ShopDomainsTest {

    private final Store store;
    private final TestRegistry registry;

    ShopDomainsTest(Store store) {
        this.store = store;
        this.registry = new TestRegistry(store, HandClock.at("2026-11-22T11:00:00Z"));
    }

    @Test
    void hosts_of_many_tenants_take_as_many_queries_as_those_of_one() {
        openedShop();
        long one = store.statementsIn(this::readAnew);
        for (int i = 0; i < 4; i++) openedShop();

        assertThat(store.statementsIn(this::readAnew)).isEqualTo(one).isLessThan(10);
    }

    @Test
    void a_shop_is_shown_with_its_own_hours_and_zones() {
        openedShop();
        String host = openedShop();
        registry.memory().forget();

        Shopfront shop = registry.memory().shopfront(host).orElseThrow();

        assertThat(shop.locations()).singleElement().satisfies(location -> {
            assertThat(location.hours().spans()).hasSize(1);
            assertThat(location.zones())
                    .singleElement()
                    .extracting(DeliveryZone.Terms::minimum)
                    .isEqualTo(Money.of(1_500, "EUR"));
        });
    }

    private void readAnew() {
        registry.memory().forget();
        registry.memory().tenantOf("nobodys.example");
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
