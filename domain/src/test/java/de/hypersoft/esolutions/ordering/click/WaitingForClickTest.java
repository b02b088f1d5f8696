package de.hypersoft.esolutions.ordering.click;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.ClientNetwork;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.audit.GuestTraces;
import de.hypersoft.esolutions.kernel.audit.Redaction;
import de.hypersoft.esolutions.ordering.AwaitsClick;
import de.hypersoft.esolutions.ordering.ClickStage;
import de.hypersoft.esolutions.ordering.OrderReceipt;
import de.hypersoft.esolutions.ordering.OrderRequest;
import de.hypersoft.esolutions.ordering.cart.CartKey;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Requests between the question in a mail and its end. */
@OnBothDatabases
class WaitingForClickTest {

    private final Store store;
    private final ClickStage stage;
    private final String mail = "w" + UUID.randomUUID().toString().substring(0, 8) + "@gast.example";

    WaitingForClickTest(Store store) {
        this.store = store;
        this.stage = new ClickStage(store);
    }

    @Test
    void of_a_request_that_was_mended_the_newest_question_gets_a_link_and_that_once() {
        CartKey cart = new CartKey(Secret.fresh().value(), stage.location.tenant(), stage.location.id());
        fourth(cart, mail);
        fourth(cart, "mended" + mail);
        OrderAwaitsClick wrong = stage.questions().get(0);
        OrderAwaitsClick right = stage.questions().get(1);

        assertThat(List.of(wrong.times(), right.times())).containsExactly(1, 2);
        assertThat(link(wrong)).isEmpty();
        assertThat(link(right)).hasValueSatisfying(asked -> {
            assertThat(asked.mail()).isEqualTo("mended" + mail);
            assertThat(asked.tenant()).isEqualTo(stage.location.tenant());
            assertThat(asked.location()).isEqualTo(stage.location.id());
        });
        assertThat(link(right)).as("the mail that is written again").isEmpty();
    }

    @Test
    void no_link_is_made_for_what_is_over() {
        fourth(mail);
        stage.clock.advance(Duration.ofMinutes(15));

        assertThat(link(stage.questions().get(0))).isEmpty();
    }

    @Test
    void what_is_over_and_not_cleared_away_yet_is_asked_anew() {
        fourth(mail);
        stage.clock.advance(Duration.ofMinutes(15));

        AwaitsClick anew = (AwaitsClick) stage.order("key-fourth" + mail, mail);

        assertThat(anew.until()).isEqualTo(stage.clock.instant().plus(Duration.ofMinutes(15)));
        assertThat(stage.questions()).hasSize(2);
    }

    @Test
    void no_more_are_ended_at_once_than_asked_for() {
        fourth(mail);
        fourth("another" + mail);
        stage.clock.advance(Duration.ofMinutes(15));

        assertThat(store.in(() -> stage.clicks.end(1))).isEqualTo(1);
        assertThat(stage.told(ClickEnded.class)).hasSize(1);
    }

    @Test
    void a_guest_who_is_forgotten_takes_the_request_of_nobody_else_along() {
        OrderReceipt mine = fourth(mail);
        fourth("another" + mail);

        assertThat(store.in(() -> stage.traces.erase(List.of(of(mine))))).isEqualTo(1);

        assertThat(link(stage.questions().get(0))).isEmpty();
        assertThat(link(stage.questions().get(1))).isPresent();
    }

    @Test
    void what_was_confirmed_is_an_order_and_is_not_handed_out_as_a_request_too() {
        OrderReceipt mine = fourth(mail);
        assertThat(store.in(() -> stage.traces.export(of(mine)))).hasSize(1);

        String token = stage.asked().token();
        store.run(() -> stage.clicks.place(stage.location.tenant(), token));

        assertThat(store.in(() -> stage.traces.export(of(mine)))).isEmpty();
    }

    /** Three orders are free; answers the first of them. */
    private OrderReceipt fourth(String address) {
        OrderReceipt first = free(address);
        assertThat(stage.order("key-fourth" + address, address)).isInstanceOf(AwaitsClick.class);
        return first;
    }

    private void fourth(CartKey cart, String address) {
        free(address);
        OrderRequest request = stage.request(cart.orderKey("form"), address);
        assertThat(store.in(() -> stage.fromCart.place(cart, request, ClientNetwork.of("127.0.0.1"))))
                .isInstanceOf(AwaitsClick.class);
    }

    private OrderReceipt free(String address) {
        OrderReceipt first = (OrderReceipt) stage.order("key-free0" + address, address);
        for (int i = 1; i < 3; i++) stage.order("key-free" + i + address, address);
        return first;
    }

    private Optional<ConfirmByClick.Asked> link(OrderAwaitsClick question) {
        return store.in(() -> stage.clicks.link(question.requestId(), question.times()));
    }

    private GuestTraces.Of of(OrderReceipt receipt) {
        return new GuestTraces.Of(
                receipt.orderId().value(),
                stage.location.tenant().value(),
                "2026-000001",
                Redaction.of("", "", List.of()));
    }
}
