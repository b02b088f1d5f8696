package de.hypersoft.esolutions.shop.status;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.shop.view.Texts;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StepsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

    @Test
    void the_restaurant_has_it_only_after_somebody_took_it() {
        assertThat(waiting(Duration.ofSeconds(3)).sentence()).isEqualTo("SENDING");
        assertThat(taken(OrderStatus.PLACED).sentence()).isEqualTo("RECEIVED");
    }

    @Test
    void a_till_that_is_away_is_said_in_honest_words() {
        assertThat(waiting(Duration.ofSeconds(30)).sentence()).isEqualTo("REACHING");
        assertThat(waiting(Duration.ofMinutes(6)).sentence()).isEqualTo("AWAY");
        assertThat(waiting(Duration.ofMinutes(6)).mood()).isEqualTo("warn");
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void every_status_has_its_sentence_for_every_order_type(OrderStatus status) {
        for (OrderType type : OrderType.values()) {
            String sentence = new Steps(status, type, true, null, NOW).sentence();
            assertThat(Texts.GERMAN.has("status." + sentence)).as(sentence).isTrue();
            assertThat(Texts.GERMAN.has("status." + sentence + ".next"))
                    .as(sentence)
                    .isTrue();
        }
    }

    private static Steps waiting(Duration since) {
        return new Steps(OrderStatus.PLACED, OrderType.PICKUP, false, NOW.minus(since), NOW);
    }

    private static Steps taken(OrderStatus status) {
        return new Steps(status, OrderType.PICKUP, true, null, NOW);
    }
}
