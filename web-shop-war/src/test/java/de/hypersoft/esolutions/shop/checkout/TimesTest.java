package de.hypersoft.esolutions.shop.checkout;

import static de.hypersoft.esolutions.shop.view.OpenShop.daily;
import static de.hypersoft.esolutions.shop.view.OpenShop.location;
import static de.hypersoft.esolutions.shop.view.OpenShop.on;
import static de.hypersoft.esolutions.shop.view.OpenShop.page;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.shop.location.OpenSign;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.hours.OpeningHours;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import de.hypersoft.esolutions.tenancy.hours.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimesTest {

    private static final Money NONE = Money.of(0, "EUR");

    @Test
    void a_slot_after_midnight_is_named_by_its_own_day() {
        Times times = times(
                "2026-11-28T19:10:00Z", OrderType.PICKUP, daily("11:00", "23:00"), on("2026-11-29", "18:30", "01:00"));

        Times.Day night = dayOf(times, "2026-11-29T23:25:00Z");
        assertThat(night.name()).isEqualTo("Mo., 30. Nov.");
        assertThat(night.slots())
                .filteredOn(slot -> slot.value().equals("2026-11-29T23:25:00Z"))
                .extracting(Times.Slot::time)
                .containsExactly("00:25");
        assertThat(dayOf(times, "2026-11-29T22:55:00Z").name()).isEqualTo("Morgen");
    }

    @Test
    void on_the_night_of_the_change_no_two_slots_are_called_the_same() {
        Times times = times("2026-10-24T10:00:00Z", OrderType.PICKUP, daily("00:00", "00:00"));

        assertThat(times.days()).hasSizeGreaterThan(1).allSatisfy(day -> assertThat(day.slots())
                .isNotEmpty()
                .extracting(Times.Slot::time)
                .doesNotHaveDuplicates());
    }

    @Test
    void just_before_closing_nothing_is_promised_at_once() {
        Times times = times("2026-11-28T21:58:30Z", OrderType.PICKUP, daily("11:00", "23:00"));

        assertThat(times.now()).isFalse();
        assertThat(times.why()).isEqualTo("closing-now");
        assertThat(times.days().get(0).name()).isEqualTo("Morgen");
    }

    @Test
    void what_is_priced_for_at_once_is_the_moment_it_is_promised_for() {
        Times times = times("2026-11-28T18:51:00Z", OrderType.PICKUP, daily("11:00", "23:00"));

        assertThat(times.assumed(CheckoutForm.fresh(Map.of()), Instant.parse("2026-11-28T18:51:00Z")))
                .isEqualTo("2026-11-28T19:16:00Z");
    }

    @Test
    void a_far_delivery_is_promised_later_than_a_near_one() {
        Instant now = Instant.parse("2026-11-28T18:36:00Z");
        DeliveryZone.Terms far = new DeliveryZone.Terms("10969", NONE, NONE, null, 40);

        assertThat(Times.of(location(daily("11:00", "23:00")), OrderType.DELIVERY, far, page(now))
                        .soonest()
                        .at())
                .isEqualTo("2026-11-28T19:16:00Z");
        assertThat(Times.of(location(daily("11:00", "23:00")), OrderType.DELIVERY, null, page(now))
                        .soonest()
                        .at())
                .isEqualTo("2026-11-28T19:01:00Z");
    }

    @Test
    void while_orders_are_paused_the_sign_says_until_when_and_the_checkout_offers_later_times_alone() {
        Instant now = Instant.parse("2026-11-28T18:00:00Z");
        ShopLocation paused = paused(now, now.plus(Duration.ofMinutes(30)));

        Times times = Times.of(paused, OrderType.PICKUP, null, page(now));

        assertThat(times.now()).isFalse();
        assertThat(times.why()).isEqualTo("paused-now");
        assertThat(times.pausedUntil()).contains("19:30");
        assertThat(times.days().get(0).slots().get(0).time()).isEqualTo("19:55");
        OpenSign sign = OpenSign.of(paused, List.of(OrderType.PICKUP), page(now));
        assertThat(sign.open()).isFalse();
        assertThat(sign.words())
                .startsWith("Zurzeit keine neuen Bestellungen, wieder ab")
                .contains("19:30");
        assertThat(OpenSign.of(paused, List.of(OrderType.PICKUP), page(now.plus(Duration.ofMinutes(30))))
                        .open())
                .isTrue();
    }

    @Test
    void a_pause_without_an_end_offers_no_time_and_promises_none() {
        Instant now = Instant.parse("2026-11-28T18:00:00Z");
        ShopLocation paused = paused(now, null);

        Times times = Times.of(paused, OrderType.PICKUP, null, page(now));

        assertThat(times.any()).isFalse();
        assertThat(times.paused()).isTrue();
        assertThat(OpenSign.of(paused, List.of(OrderType.PICKUP), page(now)).words())
                .isEqualTo("Zurzeit keine neuen Bestellungen");
    }

    private static ShopLocation paused(Instant since, @Nullable Instant until) {
        ShopLocation open = location(daily("11:00", "23:00"));
        return new ShopLocation(
                open.id(),
                open.slug(),
                open.details(),
                new OpeningHours(open.details().zone(), open.hours().spans(), new Pause(since, until, "Mia")),
                List.of());
    }

    private static Times.Day dayOf(Times times, String value) {
        return times.days().stream()
                .filter(day ->
                        day.slots().stream().anyMatch(slot -> slot.value().equals(value)))
                .findFirst()
                .orElseThrow();
    }

    @SafeVarargs
    private static Times times(String now, OrderType type, List<OpeningWindow.Span>... spans) {
        return Times.of(location(spans), type, null, page(Instant.parse(now)));
    }
}
