package de.hypersoft.esolutions.ordering.cart;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class CartsTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Carts carts;

    CartsTest(Store store) {
        this.store = store;
        this.carts = new Carts(store.entities(), clock);
    }

    @Test
    void a_cart_is_there_again_after_it_was_stored() {
        CartKey key = key();

        store.run(() -> carts.deliverTo(key, "10119"));
        store.run(() -> carts.fulfilBy(key, OrderType.DELIVERY));

        assertThat(store.in(() -> carts.find(key))).hasValueSatisfying(cart -> {
            assertThat(cart.orderType()).isEqualTo(OrderType.DELIVERY);
            assertThat(cart.contents().postcode()).isEqualTo("10119");
        });
    }

    @Test
    void T49_the_same_secret_opens_nothing_at_another_tenant_or_location() {
        CartKey key = key();
        store.run(() -> carts.deliverTo(key, "10119"));

        CartKey otherTenant = new CartKey(key.secret(), new TenantId(UUID.randomUUID()), key.location());
        CartKey otherPlace = new CartKey(key.secret(), key.tenant(), new LocationId(UUID.randomUUID()));

        assertThat(store.in(() -> carts.find(otherTenant))).isEmpty();
        assertThat(store.in(() -> carts.find(otherPlace))).isEmpty();
    }

    @Test
    void a_second_click_keeps_what_was_ordered_by_the_first() {
        CartKey key = key();
        store.run(() -> carts.ordered(key, "key-0001"));
        CartView first = store.in(() -> carts.find(key)).orElseThrow();

        store.run(() -> carts.ordered(key, "key-0001"));

        assertThat(store.in(() -> carts.find(key))).contains(first);
    }

    @Test
    void a_cart_nobody_touched_is_removed_and_a_fresh_one_stays() {
        CartKey old = key();
        store.run(() -> carts.deliverTo(old, "10119"));
        clock.advance(Duration.ofDays(31));
        CartKey fresh = key();
        store.run(() -> carts.deliverTo(fresh, "10119"));

        store.run(() -> carts.sweep(Duration.ofDays(30)));

        assertThat(store.in(() -> carts.find(old))).isEmpty();
        assertThat(store.in(() -> carts.find(fresh))).isPresent();
    }

    private static CartKey key() {
        return new CartKey(Secret.fresh().value(), new TenantId(UUID.randomUUID()), new LocationId(UUID.randomUUID()));
    }
}
