package de.hypersoft.esolutions.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.ClientNetwork;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.ordering.cart.CartCheckTest;
import de.hypersoft.esolutions.ordering.cart.CartContents;
import de.hypersoft.esolutions.ordering.cart.CartKey;
import de.hypersoft.esolutions.ordering.cart.Carts;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class OrderFromCartTest {

    private final Store store;
    private final ClickStage stage;
    private final CartKey cart;
    private final String mail = "c" + UUID.randomUUID().toString().substring(0, 8) + "@gast.example";

    OrderFromCartTest(Store store) {
        this.store = store;
        this.stage = new ClickStage(store);
        this.cart = new CartKey(Secret.fresh().value(), stage.location.tenant(), stage.location.id());
        put("pizza");
    }

    @Test
    void an_order_empties_its_cart_and_the_same_click_again_takes_nothing_that_was_put_in_since() {
        OrderReceipt first = (OrderReceipt) order();
        assertThat(first.first()).isTrue();
        assertThat(articles()).isEmpty();

        put("cola");
        OrderReceipt again = (OrderReceipt) order();

        assertThat(again.first()).isFalse();
        assertThat(again.orderId()).isEqualTo(first.orderId());
        assertThat(articles()).containsExactly("cola");
    }

    @Test
    void while_an_order_waits_for_its_click_the_cart_stays_full() {
        for (int i = 0; i < 3; i++) stage.order("key-free" + i, mail);

        assertThat(order()).isInstanceOf(AwaitsClick.class);
        assertThat(articles()).containsExactly("pizza");
    }

    private Placing order() {
        OrderRequest request = stage.request(cart.orderKey("form"), mail);
        return store.in(() -> stage.fromCart.place(cart, request, ClientNetwork.of("127.0.0.1")));
    }

    private void put(String article) {
        Carts.Addition one = new Carts.Addition(new Selection(article, 1, List.of(), ""), Money.of(990, "EUR"));
        store.run(() -> stage.carts.add(cart, CartCheckTest.menu(), OrderType.PICKUP, one, ""));
    }

    private List<String> articles() {
        List<CartContents.Line> lines =
                store.in(() -> stage.carts.find(cart)).orElseThrow().contents().lines();
        return lines.stream().map(line -> line.selection().articleId()).toList();
    }
}
