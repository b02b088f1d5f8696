package de.hypersoft.esolutions.shop.status;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.pos.board.HandoverViews;
import de.hypersoft.esolutions.shop.view.ShopPage;
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

    @Test
    void an_order_that_a_till_took_and_never_booked_is_not_said_to_be_with_the_kitchen() {
        Steps unbooked =
                new Steps(OrderStatus.PLACED, OrderType.PICKUP, false, null, HandoverViews.Doubt.UNBOOKED, NOW);

        assertThat(unbooked.sentence()).isEqualTo("UNBOOKED");
        assertThat(unbooked.mood()).isEqualTo("warn");
    }

    @Test
    void a_guest_whose_order_is_too_old_reads_that_somebody_must_decide() {
        Steps old = new Steps(
                OrderStatus.PLACED,
                OrderType.PICKUP,
                false,
                NOW.minus(Duration.ofHours(2)),
                HandoverViews.Doubt.TOO_OLD,
                NOW);

        assertThat(old.sentence()).isEqualTo("TOO_OLD");
        assertThat(old.mood()).isEqualTo("warn");
    }

    @Test
    void an_order_for_Wednesday_is_not_said_to_be_cooked_on_Sunday_whatever_a_till_reports() {
        Instant wednesday = NOW.plus(Duration.ofDays(3));

        assertThat(Steps.believed(OrderStatus.PREPARING, wednesday, NOW)).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(Steps.believed(OrderStatus.READY, wednesday, NOW)).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(Steps.believed(OrderStatus.READY, wednesday, wednesday.minus(Duration.ofMinutes(20))))
                .isEqualTo(OrderStatus.READY);
        assertThat(Steps.believed(OrderStatus.PREPARING, null, NOW)).isEqualTo(OrderStatus.PREPARING);
        assertThat(Steps.believed(OrderStatus.REJECTED, wednesday, NOW)).isEqualTo(OrderStatus.REJECTED);
    }

    @Test
    void hours_after_the_promise_nobody_is_told_that_it_will_not_take_long() {
        Steps preparing = taken(OrderStatus.PREPARING);
        assertThat(preparing.forgotten(NOW.minus(Duration.ofMinutes(90)))).isFalse();
        assertThat(preparing.forgotten(NOW.minus(Duration.ofMinutes(121)))).isTrue();
        assertThat(preparing.forgotten(null)).isFalse();
        assertThat(taken(OrderStatus.COMPLETED).forgotten(NOW.minus(Duration.ofDays(300))))
                .isFalse();
    }

    @Test
    void from_a_quarter_of_an_hour_after_the_promise_on_it_is_said_that_it_takes_longer() {
        Instant promised = NOW.minus(Duration.ofMinutes(16));
        for (OrderStatus cooking : new OrderStatus[] {OrderStatus.PLACED, OrderStatus.ACCEPTED, OrderStatus.PREPARING})
            assertThat(taken(cooking).late(promised)).as(cooking.name()).isTrue();
        assertThat(taken(OrderStatus.PREPARING).late(NOW.minus(Duration.ofMinutes(14))))
                .isFalse();
        assertThat(taken(OrderStatus.PREPARING).late(null)).isFalse();
        assertThat(taken(OrderStatus.READY).late(promised))
                .as("it waits for its guest")
                .isFalse();
        assertThat(waiting(Duration.ofMinutes(30)).late(promised))
                .as("no till has it: that is said instead")
                .isFalse();
        for (String language : new String[] {"status.LATE", "status.LATE.next"})
            assertThat(ShopPage.TEXTS.german().has(language)).isTrue();
    }

    @Test
    void what_the_restaurant_reported_later_settles_every_doubt() {
        for (HandoverViews.Doubt doubt : HandoverViews.Doubt.values())
            assertThat(new Steps(OrderStatus.PREPARING, OrderType.PICKUP, true, null, doubt, NOW).sentence())
                    .isEqualTo("PREPARING");
    }

    @ParameterizedTest
    @EnumSource(HandoverViews.Doubt.class)
    void every_doubt_has_its_sentence(HandoverViews.Doubt doubt) {
        String sentence = new Steps(
                        OrderStatus.PLACED, OrderType.PICKUP, doubt == HandoverViews.Doubt.NONE, null, doubt, NOW)
                .sentence();
        assertThat(ShopPage.TEXTS.german().has("status." + sentence))
                .as(sentence)
                .isTrue();
        assertThat(ShopPage.TEXTS.german().has("status." + sentence + ".next"))
                .as(sentence)
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void every_status_has_its_sentence_for_every_order_type(OrderStatus status) {
        for (OrderType type : OrderType.values()) {
            String sentence = new Steps(status, type, true, null, HandoverViews.Doubt.NONE, NOW).sentence();
            assertThat(ShopPage.TEXTS.german().has("status." + sentence))
                    .as(sentence)
                    .isTrue();
            assertThat(ShopPage.TEXTS.german().has("status." + sentence + ".next"))
                    .as(sentence)
                    .isTrue();
        }
    }

    private static Steps waiting(Duration since) {
        return new Steps(OrderStatus.PLACED, OrderType.PICKUP, false, NOW.minus(since), HandoverViews.Doubt.NONE, NOW);
    }

    private static Steps taken(OrderStatus status) {
        return new Steps(status, OrderType.PICKUP, true, null, HandoverViews.Doubt.NONE, NOW);
    }
}
