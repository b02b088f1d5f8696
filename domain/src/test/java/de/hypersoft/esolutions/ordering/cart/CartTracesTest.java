package de.hypersoft.esolutions.ordering.cart;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.audit.GuestTraces;
import de.hypersoft.esolutions.kernel.audit.Redaction;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderOfGuest;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a guest's cart when the guest of its order is forgotten, or asks what is kept. */
@OnBothDatabases
class CartTracesTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Location location;
    private final Carts carts;
    private final CartTraces traces;
    private final GuestTraces.Of first;
    private final GuestTraces.Of second;

    CartTracesTest(Store store) {
        this.store = store;
        this.location = TestLocations.open(store, clock.instant());
        this.carts = new Carts(store.entities(), clock);
        this.traces = new CartTraces(store.entities());
        OrderOfGuest guests = new OrderOfGuest(store, clock, location);
        this.first = of(guests.place(1));
        this.second = of(guests.place(2));
    }

    @Test
    void T65_a_cart_with_nothing_left_in_it_goes_with_its_guest_and_nobody_elses_does() {
        assertThat(store.in(() -> traces.erase(List.of(first)))).isEqualTo(1);

        assertThat(store.in(() -> carts.find(cart(1)))).isEmpty();
        assertThat(store.in(() -> carts.typed(cart(2)))).isNotEmpty();
        assertThat(store.in(() -> traces.erase(List.of(first, second)))).isEqualTo(1);
    }

    @Test
    void T65_what_lies_in_it_for_the_next_order_stays_without_a_word_of_its_guest() {
        Carts.Addition noted =
                new Carts.Addition(new Selection("pizza", 2, List.of(), "wie für Zenobia001"), Money.of(990, "EUR"));
        CartView before = store.in(() -> carts.add(cart(1), CartCheckTest.menu(), OrderType.DELIVERY, noted, ""));
        store.run(() -> carts.deliverTo(cart(1), "10435"));

        assertThat(store.in(() -> traces.erase(List.of(first)))).isEqualTo(1);

        Selection plain = new Selection("pizza", 2, List.of(), "");
        CartContents.Line line = before.contents().lines().get(0);
        CartContents left =
                new CartContents(List.of(new CartContents.Line(line.id(), plain, line.unitPrice())), null, "", null);
        assertThat(store.in(() -> carts.find(cart(1)))).contains(new CartView(OrderType.DELIVERY, left));
        assertThat(store.in(() -> carts.typed(cart(1)))).isEmpty();
    }

    @Test
    void T65_whoever_asks_is_handed_what_the_cart_still_knows_of_the_order() {
        assertThat(store.in(() -> traces.export(first)))
                .singleElement()
                .asString()
                .contains("extra Honig001")
                .doesNotContain("extra Honig002");

        store.run(() -> traces.erase(List.of(first)));
        assertThat(store.in(() -> traces.export(first))).isEmpty();
    }

    private CartKey cart(int number) {
        return new CartKey("cookie-" + number + clock.instant(), location.tenant(), location.id());
    }

    private static GuestTraces.Of of(Order order) {
        return new GuestTraces.Of(
                order.id().value(), order.tenant().value(), order.number(), Redaction.of("", "", List.of()));
    }
}
