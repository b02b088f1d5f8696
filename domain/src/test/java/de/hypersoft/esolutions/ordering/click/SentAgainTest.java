package de.hypersoft.esolutions.ordering.click;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.ordering.AwaitsClick;
import de.hypersoft.esolutions.ordering.ClickStage;
import de.hypersoft.esolutions.ordering.Guest;
import de.hypersoft.esolutions.ordering.OrderReceipt;
import de.hypersoft.esolutions.ordering.Placing;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class SentAgainTest {

    private final ClickStage stage;
    private final String mail = "w" + UUID.randomUUID().toString().substring(0, 8) + "@gast.example";

    SentAgainTest(Store store) {
        this.stage = new ClickStage(store);
    }

    @Test
    void an_order_sent_again_by_a_call_in_another_language_gets_its_first_answer_and_no_other_guest_does() {
        String german = key();
        String english = key();
        OrderReceipt first = (OrderReceipt) stage.order(german, guest("Wanda", "de"));
        OrderReceipt second = (OrderReceipt) stage.order(english, guest("Wanda", "en"));

        OrderReceipt again = (OrderReceipt) stage.order(german, guest("Wanda", "en"));
        assertThat(again.orderId()).isEqualTo(first.orderId());
        assertThat(again.first()).isFalse();
        assertThat(((OrderReceipt) stage.order(english, guest("Wanda", "de"))).orderId())
                .isEqualTo(second.orderId());
        assertThatThrownBy(() -> stage.order(german, guest("Walter", "en")))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.code()).isEqualTo("idempotency-key-reused"));
    }

    @Test
    void an_order_that_waits_for_its_click_waits_for_the_same_one_when_it_is_sent_again_in_another_language() {
        for (int i = 0; i < 3; i++) stage.order(key(), guest("Wanda", "de"));
        String key = key();
        Placing waits = stage.order(key, guest("Wanda", "en"));

        assertThat(waits).isInstanceOf(AwaitsClick.class);
        assertThat(stage.order(key, guest("Wanda", "de"))).isEqualTo(waits);
        assertThat(stage.questions()).hasSize(1);
        assertThat(stage.asked().language()).as("as at first").isEqualTo("en");
    }

    private Guest guest(String name, String language) {
        return new Guest(name, "0170 5550177", mail, language);
    }

    private static String key() {
        return "key-" + UUID.randomUUID();
    }
}
