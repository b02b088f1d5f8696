package de.hypersoft.esolutions.notifications.guest;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.notifications.OneAddress;
import de.hypersoft.esolutions.notifications.mail.Mails;
import de.hypersoft.esolutions.ordering.ClickStage;
import de.hypersoft.esolutions.ordering.OrderReceipt;
import de.hypersoft.esolutions.ordering.click.ClickEnded;
import de.hypersoft.esolutions.ordering.click.ConfirmByClick;
import de.hypersoft.esolutions.ordering.click.OrderAwaitsClick;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class AskForClickTest {

    private static final Pattern LINK =
            Pattern.compile("https://shop\\.example/orders/confirmation/([A-Za-z0-9_-]{32})\n");

    private final Store store;
    private final ClickStage stage;
    private final String mail = "v" + UUID.randomUUID().toString().substring(0, 8) + "@gast.example";

    AskForClickTest(Store store) {
        this.store = store;
        this.stage = new ClickStage(store);
        for (int i = 0; i < 4; i++) stage.order("key-" + mail + i, mail);
    }

    @Test
    void the_mail_leads_to_the_order_says_that_none_is_placed_and_not_a_word_of_its_sender_s() {
        ask(stage.questions().get(0));
        String text = texts().get(0);
        Matcher link = LINK.matcher(text);

        assertThat(link.find()).as(text).isTrue();
        assertThat(text)
                .contains("Bestellt ist noch nichts", "bis 27.11.2026, 19:15", "+49 30 1234567")
                .doesNotContain("Viktor", "Sievers", "0170", "Kapern");
        OrderReceipt placed = store.in(() -> stage.clicks.place(stage.location.tenant(), link.group(1)));
        assertThat(placed.first()).isTrue();
    }

    @Test
    void an_event_that_is_delivered_twice_sends_one_mail_whose_link_still_works() {
        ask(stage.questions().get(0));
        ask(stage.questions().get(0));

        assertThat(texts()).hasSize(1);
        Matcher link = LINK.matcher(texts().get(0));
        assertThat(link.find()).isTrue();
        ConfirmByClick.Seen seen = store.in(() -> stage.clicks.see(stage.location.tenant(), link.group(1)));
        assertThat(seen.location()).isEqualTo(stage.location.id());
    }

    @Test
    void when_its_time_is_over_neither_text_nor_recipient_stay_and_it_is_not_sent_any_more() {
        OrderAwaitsClick asked = stage.questions().get(0);
        ask(asked);

        store.run(() -> new ForgetClick(store.entities(), stage.clock).on(new ClickEnded(asked.requestId())));

        assertThat(texts()).containsExactly("");
        assertThat(rows("m.recipient || m.state")).containsExactly("OVERTAKEN");
    }

    private void ask(OrderAwaitsClick event) {
        store.run(() -> new AskForClick(
                        stage.clicks,
                        new Locations(store.entities()),
                        new OneAddress(),
                        new Mails(store.entities(), stage.clock))
                .on(event));
    }

    private List<String> texts() {
        return rows("m.body_text");
    }

    private List<String> rows(String what) {
        return store.in(() -> store.entities()
                .createNativeQuery(
                        "select " + what + " from notifications.mail m where m.kind = 'ORDER_TO_CONFIRM'"
                                + " and m.location_id = :location",
                        String.class)
                .setParameter("location", stage.location.id().value())
                .getResultStream()
                .map(String.class::cast)
                .toList());
    }
}
