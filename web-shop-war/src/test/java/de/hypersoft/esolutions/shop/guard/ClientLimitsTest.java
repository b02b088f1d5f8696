package de.hypersoft.esolutions.shop.guard;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.TooMany;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ClientLimitsTest {

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final ClientLimits clientLimits = new ClientLimits(new HandClock(), 3, 0, 2, 4);

    @Test
    void a_client_orders_so_often_a_minute_and_another_is_not_held_up() {
        for (int i = 0; i < 3; i++) clientLimits.order("a");

        assertThatThrownBy(() -> clientLimits.order("a")).isInstanceOf(TooMany.class);
        assertThatCode(() -> clientLimits.order("b")).doesNotThrowAnyException();
    }

    @Test
    void a_client_with_a_whole_ipv6_network_gets_no_more_orders_by_changing_the_address() {
        for (int i = 1; i <= 3; i++) clientLimits.order("2001:db8:1:2::" + i);

        assertThatThrownBy(() -> clientLimits.order("2001:db8:1:2::4")).isInstanceOf(TooMany.class);
        assertThatCode(() -> clientLimits.order("2001:db8:1:3::1")).doesNotThrowAnyException();
    }

    @Test
    void whoever_begins_one_cart_after_the_other_is_held_up_and_may_still_order() {
        for (int i = 0; i < 2; i++) clientLimits.newCart("a");

        assertThatThrownBy(() -> clientLimits.newCart("a")).isInstanceOf(TooMany.class);
        assertThatCode(() -> clientLimits.order("a")).doesNotThrowAnyException();
    }

    @Test
    void whoever_has_the_same_basket_priced_all_the_time_is_held_up_and_may_still_order() {
        for (int i = 0; i < 4; i++) clientLimits.quote("a");

        assertThatThrownBy(() -> clientLimits.quote("a")).isInstanceOf(TooMany.class);
        assertThatCode(() -> clientLimits.order("a")).doesNotThrowAnyException();
    }

    @Test
    void it_lets_through_again_when_time_has_passed() {
        for (int i = 0; i < 3; i++) clientLimits.order("a");
        now = now.plus(Duration.ofSeconds(20));

        assertThatCode(() -> clientLimits.order("a")).doesNotThrowAnyException();
        assertThatThrownBy(() -> clientLimits.order("a")).isInstanceOf(TooMany.class);
    }

    @Test
    void zero_means_any_number() {
        for (int i = 0; i < 100; i++) clientLimits.wrongLink("a");

        assertThatCode(() -> clientLimits.wrongLink("a")).doesNotThrowAnyException();
    }

    @Test
    void very_many_networks_at_once_are_all_let_through_and_whoever_knocks_meanwhile_is_not_forgotten() {
        for (int i = 0; i < 3; i++) clientLimits.order("a");

        for (int i = 0; i < 50_000; i++) {
            clientLimits.order("10." + i / 65_536 + "." + i / 256 % 256 + "." + i % 256);
            if (i % 10_000 == 0)
                assertThatThrownBy(() -> clientLimits.order("a")).isInstanceOf(TooMany.class);
        }
    }

    private final class HandClock extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
