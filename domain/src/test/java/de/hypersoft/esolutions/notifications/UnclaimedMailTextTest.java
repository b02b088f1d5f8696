package de.hypersoft.esolutions.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class UnclaimedMailTextTest extends UnclaimedOrdersStage {

    UnclaimedMailTextTest(Store store) {
        super(store);
    }

    @Test
    void the_mail_says_how_long_what_and_for_when_and_whom_to_call() {
        UUID order = WaitingOrder.in(location, store, clock.instant());
        clock.advance(Duration.ofMinutes(7));
        unclaimed.remind(100);

        assertThat(texts("body_text", order))
                .singleElement()
                .asString()
                .contains(
                        "wartet seit 22.11.2026, 19:00 (7 min)",
                        "2 × Pizza Margherita",
                        "\n    + 30 cm",
                        "\n      + 2 × Käserand")
                .contains("So bald wie möglich, gegen 19:20", "Telefon 030 1234", "Sobald die Kasse");
    }

    @Test
    void no_mail_promises_a_till_while_emergency_mode_is_on() {
        store.run(() -> {
            Location there = new Locations(store.entities()).get(location.id());
            there.enterEmergency("Mia", clock.instant());
        });
        UUID order = WaitingOrder.in(location, store, clock.instant());
        fetched(order, 3, clock.instant());
        clock.advance(Duration.ofMinutes(10));
        assertThat(unclaimed.remind(100)).isEqualTo(3);
        for (int i = 0; i < 3; i++) WaitingOrder.in(location, store, clock.instant(), "2026-00040" + i);
        clock.advance(INTERVAL);
        unclaimed.remind(100);

        List<String> all = new ArrayList<>(texts("body_text", order));
        all.addAll(digests());
        assertThat(all).hasSizeGreaterThan(3).allSatisfy(text -> assertThat(text)
                .contains("Notbetrieb eingeschaltet", "ankreuzen")
                .doesNotContain("Sobald die Kasse", "angeboten", "prüfen Sie Kasse"));
    }

    @Test
    void every_mail_about_an_order_leads_to_it_in_the_portal() {
        UUID order = WaitingOrder.in(location, store, clock.instant());
        fetched(order, 3, clock.instant());

        clock.advance(Duration.ofMinutes(10));
        assertThat(unclaimed.remind(100)).isEqualTo(3);

        String link = "https://portal.example/portal/orders/" + order;
        assertThat(texts("body_text", order)).hasSize(3).allSatisfy(text -> assertThat(text)
                .contains("Die Bestellung im Portal:\n" + link + "\n", "»Bestellung an POS übermittelt« ankreuzen"));
        assertThat(texts("body_html", order)).hasSize(3).allSatisfy(html -> assertThat(html)
                .contains("<a href=\"" + link + "\">"));
    }

    @SuppressWarnings("unchecked")
    private List<String> texts(String column, UUID order) {
        return store.in(() -> store.entities()
                .createNativeQuery(
                        "select m." + column + " from notifications.mail m where m.about_id = :order", String.class)
                .setParameter("order", order)
                .getResultList());
    }
}
