package de.hypersoft.esolutions.ordering.click;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.ClientNetwork;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.kernel.audit.GuestTraces;
import de.hypersoft.esolutions.kernel.audit.Redaction;
import de.hypersoft.esolutions.ordering.AwaitsClick;
import de.hypersoft.esolutions.ordering.ClickStage;
import de.hypersoft.esolutions.ordering.OrderPlaced;
import de.hypersoft.esolutions.ordering.OrderReceipt;
import de.hypersoft.esolutions.ordering.OrderRequest;
import de.hypersoft.esolutions.ordering.Placing;
import de.hypersoft.esolutions.ordering.cart.CartCheckTest;
import de.hypersoft.esolutions.ordering.cart.CartKey;
import de.hypersoft.esolutions.ordering.cart.Carts;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import de.hypersoft.esolutions.testing.Together;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ConfirmByClickTest {

    private final Store store;
    private final ClickStage stage;
    private final String mail = "v" + UUID.randomUUID().toString().substring(0, 8) + "@gast.example";

    ConfirmByClickTest(Store store) {
        this.store = store;
        this.stage = new ClickStage(store);
    }

    @Test
    void the_fourth_order_of_an_evening_is_none_until_its_guest_clicks() {
        AwaitsClick waits = fourth();

        assertThat(waits.mailbox()).isEqualTo("v•••@gast.example");
        assertThat(waits.until()).isEqualTo(stage.clock.instant().plus(Duration.ofMinutes(15)));
        assertThat(placed()).isEqualTo(3);
        assertThat(stage.told(OrderPlaced.class)).hasSize(3);
        assertThat(stage.questions()).hasSize(1);
    }

    @Test
    void a_click_places_the_order_under_its_own_key_and_a_second_click_finds_it() {
        fourth();
        ConfirmByClick.Asked asked = stage.asked();

        OrderReceipt first = click(asked.token());
        OrderReceipt second = click(asked.token());

        assertThat(first.first()).isTrue();
        assertThat(second.orderId()).isEqualTo(first.orderId());
        assertThat(stage.order("key-fourth", mail))
                .isInstanceOfSatisfying(
                        OrderReceipt.class, again -> assertThat(again.orderId()).isEqualTo(first.orderId()));
        assertThat(placed()).isEqualTo(4);
        assertThat(store.in(() -> stage.clicks.see(stage.location.tenant(), asked.token()))
                        .tracking())
                .isEqualTo(first.trackingToken());
        assertThat(requests()).as("what was typed is in the order alone").containsExactly("");
    }

    @Test
    void the_answer_to_a_repeated_order_is_the_first_one_to_the_letter() {
        stage.clock.advance(Duration.ofNanos(123_456_789));
        AwaitsClick first = fourth();

        assertThat(stage.order("key-fourth", mail)).isEqualTo(first);
    }

    @Test
    void two_clicks_at_once_place_one_order() throws Exception {
        fourth();
        String token = stage.asked().token();

        List<UUID> orders = Together.run(4, () -> retried(token));

        assertThat(orders).hasSize(4).containsOnly(orders.get(0));
        assertThat(placed()).isEqualTo(4);
    }

    @Test
    void the_same_order_sent_again_asks_no_second_time_and_another_under_its_key_is_refused() {
        AwaitsClick waits = fourth();

        assertThat(stage.order("key-fourth", mail)).isEqualTo(waits);
        assertThat(stage.questions()).hasSize(1);
        assertThatThrownBy(() -> stage.order("key-fourth", "other@gast.example"))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.code()).isEqualTo("idempotency-key-reused"));
    }

    @Test
    void a_mailbox_is_asked_once_in_ten_minutes_however_many_orders_come_for_it() {
        fourth();
        int refused = 0;
        for (int i = 0; i < 50; i++) {
            try {
                stage.order("key-bomb" + i, mail);
            } catch (TooMany pending) {
                assertThat(pending.code()).isEqualTo("confirmation-pending");
                assertThat(pending.retryAfter()).isLessThanOrEqualTo(Duration.ofMinutes(10));
                refused++;
            }
        }
        assertThat(refused).isEqualTo(50);
        stage.clock.advance(Duration.ofMinutes(10));

        assertThat(stage.order("key-later", mail)).isInstanceOf(AwaitsClick.class);
        assertThat(stage.questions()).hasSize(2);
        assertThat(placed()).isEqualTo(3);
    }

    @Test
    void a_day_of_bombing_sends_a_victim_no_more_than_a_few_mails() {
        for (int i = 0; i < 24 * 6; i++) {
            try {
                stage.order("key-day" + i, mail);
            } catch (TooMany refused) {
                continue;
            } finally {
                stage.clock.advance(Duration.ofMinutes(10));
            }
        }

        assertThat(stage.questions().size()).isBetween(1, 2 * 10);
        assertThat(placed()).isBetween(3L, 3L + 24 / 2);
    }

    @Test
    void what_nobody_confirms_ends_after_a_quarter_of_an_hour_with_all_that_was_typed() {
        fourth();
        String token = stage.asked().token();
        stage.clock.advance(Duration.ofMinutes(15));

        assertThatThrownBy(() -> click(token)).isInstanceOfSatisfying(NotFound.class, ended -> assertThat(ended.code())
                .isEqualTo("confirmation-ended"));
        store.run(() -> stage.clicks.end(10_000));

        assertThat(requests()).isEmpty();
        assertThat(stage.told(ClickEnded.class))
                .extracting(ClickEnded::requestId)
                .contains(stage.questions().get(0).requestId());
        assertThat(placed()).isEqualTo(3);
        assertThat(stage.order("key-fourth", mail)).as("asked anew").isInstanceOf(AwaitsClick.class);
    }

    @Test
    void the_secret_of_the_link_is_stored_as_a_hash_and_no_other_shop_knows_it() {
        fourth();
        String token = stage.asked().token();

        assertThat(rows("secret_hash")).containsExactly(Secret.hashOf(token));
        ClickStage elsewhere = new ClickStage(store);
        assertThatThrownBy(() -> store.in(() -> elsewhere.clicks.see(elsewhere.location.tenant(), token)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_guest_who_mends_the_address_is_asked_again_there_and_the_link_of_before_is_dead() {
        CartKey cart = cart();
        AwaitsClick wrong = (AwaitsClick) fromCart(cart, mail);
        String dead = stage.asked().token();
        String right = "r" + mail;
        for (int i = 0; i < 3; i++) stage.order("key-right" + i, right);

        AwaitsClick mended = (AwaitsClick) fromCart(cart, right);

        assertThat(wrong.mailbox()).startsWith("v");
        assertThat(mended.mailbox()).startsWith("r");
        assertThatThrownBy(() -> click(dead)).isInstanceOf(NotFound.class);
        OrderReceipt receipt = click(stage.asked().token());
        assertThat(receipt.first()).isTrue();
        assertThat(store.in(() -> stage.carts.find(cart))
                        .orElseThrow()
                        .contents()
                        .lines())
                .as("the cart is emptied by a click on another device")
                .isEmpty();
    }

    @Test
    void a_checkout_says_that_it_waits_for_the_click_until_it_came_or_its_time_is_over() {
        CartKey cart = cart();
        assertThat(waiting(cart)).isEmpty();

        AwaitsClick asked = (AwaitsClick) fromCart(cart, mail);

        assertThat(waiting(cart)).contains(asked);
        assertThat(store.in(() -> stage.clicks.waiting(cart, "another form"))).isEmpty();
        stage.clock.advance(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(waiting(cart)).isPresent();
        stage.clock.advance(Duration.ofSeconds(1));
        assertThat(waiting(cart)).isEmpty();
    }

    @Test
    void a_checkout_that_was_confirmed_waits_no_longer() {
        CartKey cart = cart();
        fromCart(cart, mail);

        click(stage.asked().token());

        assertThat(waiting(cart)).isEmpty();
    }

    @Test
    void a_guest_who_is_forgotten_is_forgotten_here_too() {
        fourth();
        UUID one = store.in(() -> store.entities()
                .createQuery("select o.id from Order o where o.tenant = :tenant", UUID.class)
                .setParameter("tenant", stage.location.tenant().value())
                .setMaxResults(1)
                .getSingleResult());
        GuestTraces.Of order = new GuestTraces.Of(
                one, stage.location.tenant().value(), "2026-000001", Redaction.of("", "", List.of()));
        assertThat(store.in(() -> stage.traces.export(order)).toString()).contains("Viktor Sievers");

        assertThat(store.in(() -> stage.traces.erase(List.of(order)))).isEqualTo(1);

        assertThat(requests()).isEmpty();
    }

    private AwaitsClick fourth() {
        for (int i = 0; i < 3; i++)
            assertThat(stage.order("key-free" + i, mail)).isInstanceOf(OrderReceipt.class);
        return (AwaitsClick) stage.order("key-fourth", mail);
    }

    private CartKey cart() {
        for (int i = 0; i < 3; i++) stage.order("key-free" + i, mail);
        CartKey cart = new CartKey("cookie" + mail, stage.location.tenant(), stage.location.id());
        Menu menu = CartCheckTest.menu();
        Selection pizza = new Selection("pizza", 1, List.of(), "");
        store.run(() ->
                stage.carts.add(cart, menu, OrderType.PICKUP, new Carts.Addition(pizza, Money.of(990, "EUR")), ""));
        return cart;
    }

    private Placing fromCart(CartKey cart, String address) {
        OrderRequest request = stage.request(cart.orderKey("form"), address);
        return store.in(() -> stage.fromCart.place(cart, request, ClientNetwork.of("127.0.0.1")));
    }

    private Optional<AwaitsClick> waiting(CartKey cart) {
        return store.in(() -> stage.clicks.waiting(cart, "form"));
    }

    private OrderReceipt click(String token) {
        return store.in(() -> stage.clicks.place(stage.location.tenant(), token));
    }

    /** As the interceptor of the server does it. */
    private UUID retried(String token) {
        for (int tries = 1; ; tries++) {
            try {
                return click(token).orderId().value();
            } catch (RuntimeException lostARace) {
                if (tries == 4) throw lostARace;
            }
        }
    }

    private long placed() {
        return store.in(() -> store.entities()
                .createQuery("select count(o) from Order o where o.tenant = :tenant", Long.class)
                .setParameter("tenant", stage.location.tenant().value())
                .getSingleResult());
    }

    private List<String> requests() {
        return rows("request");
    }

    private List<String> rows(String column) {
        return store.in(() -> store.entities()
                .createNativeQuery(
                        "select u." + column + " from ordering.unconfirmed_order u where u.tenant_id = :tenant",
                        String.class)
                .setParameter("tenant", stage.location.tenant().value())
                .getResultStream()
                .map(String.class::cast)
                .toList());
    }
}
