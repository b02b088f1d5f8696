package de.hypersoft.esolutions.shop.menu;

import static de.hypersoft.esolutions.shop.view.OpenShop.daily;
import static de.hypersoft.esolutions.shop.view.OpenShop.delivering;
import static de.hypersoft.esolutions.shop.view.OpenShop.on;
import static de.hypersoft.esolutions.shop.view.OpenShop.page;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.ordering.cart.CartContents;
import de.hypersoft.esolutions.ordering.cart.CartView;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sentence above the menu; in Berlin it is one hour later than these times. */
class PromiseTest {

    private static final Money NONE = Money.of(0, "EUR");
    private static final List<DeliveryZone.Terms> ZONES = List.of(
            new DeliveryZone.Terms("10969", NONE, NONE, null, 45), new DeliveryZone.Terms("10117", NONE, NONE, null));

    @Test
    void at_once_is_a_clock_time_and_without_a_postcode_only_what_nobody_gets_sooner() {
        assertThat(promise("2026-11-28T18:36:00Z", OrderType.PICKUP, "")).isEqualTo(ready("Abholbereit gegen 20:01"));
        assertThat(promise("2026-11-28T18:36:00Z", OrderType.DELIVERY, ""))
                .isEqualTo(ready("Bei Ihnen je nach Adresse ab etwa 20:01"));
        assertThat(promise("2026-11-28T18:36:00Z", OrderType.DELIVERY, "10969"))
                .isEqualTo(ready("Bei Ihnen gegen 20:21"));
    }

    @Test
    void nobody_is_invited_to_order_what_would_be_ready_after_closing() {
        assertThat(promise("2026-11-28T21:50:00Z", OrderType.PICKUP, ""))
                .isEqualTo(
                        later("Bis zum Schließen wird jetzt nichts mehr fertig. Sie können für später vorbestellen."));
        assertThat(promise("2026-11-28T22:30:00Z", OrderType.PICKUP, ""))
                .isEqualTo(later("Gerade ist geschlossen. Sie können jetzt für später vorbestellen."));
    }

    @Test
    void a_shop_that_opens_after_the_last_day_one_can_order_for_invites_to_nothing() {
        assertThat(promise("2026-11-28T18:36:00Z", on("2026-12-05", "11:00", "23:00")))
                .isEqualTo(later("Gerade ist geschlossen. Sie können jetzt für später vorbestellen."));
        assertThat(promise("2026-11-28T18:36:00Z", on("2026-12-06", "11:00", "23:00")))
                .isEqualTo(later("In den nächsten 7 Tagen ist geschlossen."
                        + " Weiter im Voraus nehmen wir keine Bestellungen an."));
    }

    private static Promise promise(String now, OrderType type, String postcode) {
        CartView cart = new CartView(type, new CartContents(List.of(), null, postcode, null));
        return Promise.of(
                delivering(ZONES, daily("11:00", "23:00")), type, Optional.of(cart), page(Instant.parse(now)));
    }

    private static Promise promise(String now, List<OpeningWindow.Span> hours) {
        return Promise.of(delivering(ZONES, hours), OrderType.PICKUP, Optional.empty(), page(Instant.parse(now)));
    }

    private static Promise ready(String words) {
        return new Promise(words, "");
    }

    private static Promise later(String words) {
        return new Promise("", words);
    }
}
