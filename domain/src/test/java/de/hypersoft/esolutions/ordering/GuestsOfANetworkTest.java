package de.hypersoft.esolutions.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever orders names the address that is written to, so one connection could write to everybody. */
@OnBothDatabases
class GuestsOfANetworkTest {

    private final Store store;
    private final ClickStage stage;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String network = "2001:db8:" + run.substring(0, 4) + ":" + run.substring(4) + "::";

    GuestsOfANetworkTest(Store store) {
        this.store = store;
        this.stage = new ClickStage(store);
    }

    @Test
    void a_whole_office_gets_its_lunch_from_one_connection_and_nobody_is_asked() {
        for (int i = 0; i < 60; i++) assertThat(order(i)).isInstanceOf(OrderReceipt.class);
        for (int i = 0; i < 60; i++)
            assertThat(stage.order("coffee-" + run + i, mail(i), network + "1"))
                    .as("of guests who ordered within the hour")
                    .isInstanceOf(OrderReceipt.class);
        stage.clock.advance(Duration.ofHours(24));
        for (int i = 0; i < 60; i++)
            assertThat(stage.order("next-" + run + i, mail(i), network + "1")).isInstanceOf(OrderReceipt.class);

        assertThat(stage.questions()).isEmpty();
    }

    @Test
    void of_three_hundred_victims_no_more_than_a_hundred_and_twenty_are_written_to_within_an_hour() {
        int placed = 0;
        int asked = 0;
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            try {
                if (order(i) instanceof OrderReceipt) placed++;
                else asked++;
            } catch (TooMany tooMany) {
                refused++;
            }
        }

        assertThat(placed).isEqualTo(60);
        assertThat(asked).isEqualTo(60);
        assertThat(refused).isEqualTo(180);
        assertThat(stage.told(OrderPlaced.class)).hasSize(60);
        assertThat(stage.questions()).hasSize(60);
        assertThatThrownBy(() -> order(300)).isInstanceOfSatisfying(TooMany.class, tooMany -> {
            assertThat(tooMany.code()).isEqualTo("too-many-orders");
            assertThat(tooMany.retryAfter()).isEqualTo(Duration.ofSeconds(30));
            assertThat(tooMany.parameters()).containsEntry("of", "NETWORK").containsKey("phone");
        });
    }

    @Test
    void who_is_over_it_may_still_order_by_a_click_and_guests_elsewhere_do_not_notice() {
        for (int i = 0; i < 61; i++) order(i);

        String token = stage.asked().token();
        OrderReceipt clicked = store.in(() -> stage.clicks.place(stage.location.tenant(), token));

        assertThat(clicked.first()).isTrue();
        assertThat(stage.order("elsewhere-" + run, mail(1_000), "2001:db8:ffff:" + run.substring(4) + "::1"))
                .isInstanceOf(OrderReceipt.class);
    }

    @Test
    void behind_a_carriers_address_the_guests_of_one_brand_count_for_no_other() {
        for (int i = 0; i < 61; i++) order(i);

        assertThat(new ClickStage(store).order("tea-" + run, mail(2_000), network + "1"))
                .isInstanceOf(OrderReceipt.class);
    }

    /** Each from an address of its own, as one customer's IPv6 network has them without end. */
    private Placing order(int guest) {
        return stage.order("lunch-" + run + guest, mail(guest), network + Integer.toHexString(guest + 1));
    }

    private String mail(int guest) {
        return "guest" + guest + "-" + run + "@gast.example";
    }
}
