package de.hypersoft.esolutions.ordering.slot;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.hours.OpeningHours;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import de.hypersoft.esolutions.tenancy.hours.Pause;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final OpeningHours fridayNight = new OpeningHours(
            BERLIN,
            List.of(new OpeningWindow.Span(null, DayOfWeek.FRIDAY, null, LocalTime.of(11, 0), LocalTime.of(2, 0))));

    @Test
    void T20_a_window_over_midnight_belongs_to_the_day_it_starts_on() {
        assertThat(fridayNight.isOpen(berlin("2026-11-28T01:59"), OrderType.PICKUP))
                .isTrue();
        assertThat(fridayNight.isOpen(berlin("2026-11-28T02:00"), OrderType.PICKUP))
                .isFalse();
        assertThat(fridayNight.isOpen(berlin("2026-11-27T10:59"), OrderType.PICKUP))
                .isFalse();
    }

    @Test
    void what_is_offered_starts_after_the_lead_time_and_ends_with_the_opening() {
        Slots slots = Slots.of(fridayNight, OrderType.PICKUP, 20);

        List<Instant> offered = slots.on(LocalDate.of(2026, 11, 27), berlin("2026-11-27T12:00"));

        assertThat(offered.get(0)).isEqualTo(berlin("2026-11-27T12:20"));
        assertThat(offered.get(offered.size() - 1)).isEqualTo(berlin("2026-11-27T23:50"));
        assertThat(slots.on(LocalDate.of(2026, 11, 28), berlin("2026-11-27T12:00")))
                .endsWith(berlin("2026-11-28T01:50"));
        assertThat(slots.offers(berlin("2026-11-28T01:50"), berlin("2026-11-27T12:00")))
                .isTrue();
        assertThat(slots.offers(berlin("2026-11-27T12:21"), berlin("2026-11-27T12:00")))
                .isFalse();
    }

    @Test
    void while_orders_are_paused_nothing_can_be_had_at_once_and_later_only_after_the_pause() {
        Instant now = berlin("2026-11-27T19:00");
        Slots slots = paused(now, berlin("2026-11-27T19:30"));

        assertThat(slots.soonest(now)).isEqualTo(Soonest.no(Soonest.Why.PAUSED));
        assertThat(slots.on(LocalDate.of(2026, 11, 27), now)).startsWith(berlin("2026-11-27T19:50"));
        assertThat(slots.offers(berlin("2026-11-27T19:35"), now)).isFalse();
        assertThat(slots.soonest(berlin("2026-11-27T19:30")).at()).isEqualTo(berlin("2026-11-27T19:50"));
    }

    @Test
    void while_nobody_knows_when_a_pause_ends_no_time_is_promised_at_all() {
        Instant now = berlin("2026-11-27T19:00");
        Slots slots = paused(now, null);

        assertThat(slots.soonest(now)).isEqualTo(Soonest.no(Soonest.Why.PAUSED));
        assertThat(slots.days(now)).isEmpty();
        assertThat(slots.first(now)).isEmpty();
        assertThat(slots.offers(berlin("2026-12-04T19:00"), now)).isFalse();
    }

    private Slots paused(Instant since, @Nullable Instant until) {
        Pause pause = new Pause(since, until, "Mia");
        return Slots.of(new OpeningHours(BERLIN, fridayNight.spans(), pause), OrderType.PICKUP, 20);
    }

    @Test
    void a_dated_window_replaces_the_weekday() {
        OpeningHours closedForChristmas = new OpeningHours(
                BERLIN,
                List.of(
                        fridayNight.spans().get(0),
                        new OpeningWindow.Span(null, null, LocalDate.of(2026, 12, 25), null, null)));

        assertThat(closedForChristmas.isOpen(berlin("2026-12-25T13:00"), OrderType.PICKUP))
                .isFalse();
        assertThat(closedForChristmas.isOpen(berlin("2026-12-18T13:00"), OrderType.PICKUP))
                .isTrue();
    }

    @Test
    void after_midnight_a_slot_is_found_on_its_own_day_and_not_on_the_day_of_the_opening() {
        Slots slots = Slots.of(fridayNight, OrderType.PICKUP, 25);
        Instant friday = berlin("2026-11-27T20:10");

        assertThat(slots.on(LocalDate.of(2026, 11, 27), friday))
                .isNotEmpty()
                .allMatch(slot -> slot.isBefore(berlin("2026-11-28T00:00")));
        assertThat(slots.on(LocalDate.of(2026, 11, 28), friday))
                .startsWith(berlin("2026-11-28T00:10"), berlin("2026-11-28T00:25"))
                .endsWith(berlin("2026-11-28T01:55"));
        assertThat(slots.days(friday)).extracting(Slots.Day::date).contains(LocalDate.of(2026, 11, 28));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T23:30, 00:00, 00:00",
        "2026-11-28T23:30, 06:00, 06:00",
        "2027-03-27T20:00, 00:00, 00:00", // the hour from two to three is missing
        "2026-10-24T20:00, 00:00, 00:00", // it comes twice
        "2026-10-24T20:00, 02:30, 02:30"
    })
    void a_shop_that_never_closes_has_a_slot_every_quarter_of_an_hour_day_and_night(
            String local, LocalTime opens, LocalTime closes) {
        Slots slots = Slots.of(always(opens, closes), OrderType.PICKUP, 25);
        Instant now = berlin(local);

        List<Instant> offered =
                slots.days(now).stream().flatMap(day -> day.slots().stream()).toList();

        assertThat(offered.get(0)).isBetween(now.plusSeconds(25 * 60), now.plusSeconds(40 * 60));
        for (int i = 1; i < offered.size(); i++)
            assertThat(Duration.between(offered.get(i - 1), offered.get(i)))
                    .as("after %s", offered.get(i - 1))
                    .isEqualTo(Slots.STEP);
        assertThat(offered.get(offered.size() - 1))
                .isAfterOrEqualTo(berlin(LocalDateTime.parse(local)
                        .toLocalDate()
                        .plusDays(8)
                        .atStartOfDay()
                        .minusMinutes(15)
                        .toString()));
    }

    @Test
    void the_kitchen_needs_its_lead_time_once_even_where_one_short_opening_follows_the_other() {
        OpeningHours twoWindows = hours(
                span(DayOfWeek.SATURDAY, "11:00", "11:10"),
                span(DayOfWeek.SATURDAY, "11:10", "14:00"),
                span(DayOfWeek.SATURDAY, "17:00", "22:00"));
        Slots slots = Slots.of(twoWindows, OrderType.PICKUP, 25);

        List<Instant> offered = slots.on(LocalDate.of(2026, 11, 28), berlin("2026-11-28T08:00"));

        assertThat(offered.get(0)).isAfterOrEqualTo(berlin("2026-11-28T11:25"));
        assertThat(offered).contains(berlin("2026-11-28T17:25"));
        assertThat(offered)
                .noneMatch(
                        slot -> slot.isAfter(berlin("2026-11-28T14:00")) && slot.isBefore(berlin("2026-11-28T17:25")));
    }

    @Test
    void as_soon_as_possible_is_not_promised_past_closing() {
        Slots slots = Slots.of(hours(span(DayOfWeek.SATURDAY, "11:00", "23:00")), OrderType.PICKUP, 25);

        assertThat(slots.soonest(berlin("2026-11-28T22:35"))).isEqualTo(promise("2026-11-28T23:00"));
        assertThat(slots.soonest(Instant.parse("2026-11-28T21:35:01Z")).why()).isEqualTo(Soonest.Why.CLOSING);
        assertThat(slots.soonest(Instant.parse("2026-11-28T21:58:30Z")).why()).isEqualTo(Soonest.Why.CLOSING);
        assertThat(slots.soonest(berlin("2026-11-28T23:00")).why()).isEqualTo(Soonest.Why.CLOSED);
        assertThat(slots.soonest(berlin("2026-11-28T10:50")).why()).isEqualTo(Soonest.Why.CLOSED);
    }

    @Test
    void as_soon_as_possible_crosses_midnight_where_the_kitchen_goes_on() {
        OpeningHours always = always(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

        assertThat(Slots.of(always, OrderType.PICKUP, 25).soonest(berlin("2026-11-28T23:50")))
                .isEqualTo(promise("2026-11-29T00:15"));
    }

    /** What can be promised now can be had as a slot of that moment, and the other way round. */
    @Test
    void the_promise_and_the_slots_follow_one_rule_at_every_minute_of_both_changes() {
        OpeningHours late = hours(
                span(DayOfWeek.SATURDAY, "17:00", "02:30"),
                span(DayOfWeek.SUNDAY, "02:30", "03:30"),
                span(DayOfWeek.SUNDAY, "11:00", "23:00"));
        for (String evening : List.of("2026-10-24T16:00", "2027-03-27T16:00", "2026-11-28T16:00"))
            for (int minute = 0; minute < 32 * 60; minute++) {
                Slots slots = new Slots(late, OrderType.PICKUP, Duration.ofMinutes(1), Duration.ofMinutes(25));
                Instant now = berlin(evening).plusSeconds(60L * minute);
                boolean open = late.isOpen(now, OrderType.PICKUP);
                Instant ready = now.plusSeconds(25 * 60);

                assertThat(slots.soonest(now).possible()).as("at %s", now).isEqualTo(open && slots.offers(ready, now));
            }
    }

    @Test
    void what_the_menu_invites_to_the_server_takes_and_not_a_day_more() {
        OpeningHours daily = always(LocalTime.of(11, 0), LocalTime.of(22, 0));
        Slots slots = Slots.of(daily, OrderType.PICKUP, 25);
        Instant now = berlin("2026-11-29T00:40");

        assertThat(slots.days(now)).extracting(Slots.Day::date).last().isEqualTo(LocalDate.of(2026, 12, 6));
        for (Slots.Day day : slots.days(now))
            assertThat(day.slots()).isNotEmpty().allMatch(slot -> slots.offers(slot, now));
        assertThat(slots.offers(berlin("2026-12-06T21:55"), now)).isTrue();
        assertThat(slots.offers(berlin("2026-12-07T11:25"), now)).isFalse();
    }

    @Test
    void five_closed_days_are_looked_over() {
        List<OpeningWindow.Span> spans =
                new ArrayList<>(always(LocalTime.of(11, 0), LocalTime.of(22, 0)).spans());
        for (String date : List.of("2026-11-29", "2026-11-30", "2026-12-01", "2026-12-02", "2026-12-03"))
            spans.add(new OpeningWindow.Span(null, null, LocalDate.parse(date), null, null));
        Slots slots = Slots.of(new OpeningHours(BERLIN, spans), OrderType.PICKUP, 25);

        assertThat(slots.first(berlin("2026-11-29T00:40"))).contains(berlin("2026-12-04T11:25"));
        assertThat(slots.offers(berlin("2026-12-04T11:25"), berlin("2026-11-29T00:40")))
                .isTrue();
    }

    @Test
    void a_shop_that_opens_on_sundays_alone_is_ordered_from_on_a_sunday_night_for_the_next() {
        Slots slots = Slots.of(hours(span(DayOfWeek.SUNDAY, "11:00", "22:00")), OrderType.PICKUP, 25);

        assertThat(slots.first(berlin("2026-11-29T23:00"))).contains(berlin("2026-12-06T11:25"));
    }

    @Test
    void a_moment_beyond_all_calendars_is_no_slot() {
        Slots slots = Slots.of(fridayNight, OrderType.PICKUP, 20);

        assertThat(slots.offers(Instant.MAX, berlin("2026-11-27T12:00"))).isFalse();
        assertThat(slots.offers(Instant.MIN, berlin("2026-11-27T12:00"))).isFalse();
    }

    @Test
    void a_delivery_takes_the_time_of_its_zone_and_else_that_of_the_location() {
        LocationDetails location = WaitingOrder.details(null); // 20 minutes
        OpeningHours always = always(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        Money none = Money.of(0, "EUR");
        DeliveryZone.Terms far = new DeliveryZone.Terms("10969", none, none, null, 55);
        DeliveryZone.Terms near = new DeliveryZone.Terms("10115", none, none, null);

        assertThat(Slots.of(always, location, OrderType.DELIVERY, far).lead()).hasMinutes(55);
        assertThat(Slots.of(always, location, OrderType.DELIVERY, near).lead()).hasMinutes(20);
        assertThat(Slots.of(always, location, OrderType.PICKUP, far).lead()).hasMinutes(20);
        assertThat(Slots.of(always, location, OrderType.DELIVERY, far).soonest(berlin("2026-11-28T19:21")))
                .isEqualTo(promise("2026-11-28T20:16"));
    }

    @Test
    void the_status_never_moves_backwards_in_whatever_order_it_is_told() {
        assertThat(OrderStatus.READY.or(OrderStatus.PREPARING)).isEqualTo(OrderStatus.READY);
        assertThat(OrderStatus.PLACED.or(OrderStatus.COMPLETED)).isEqualTo(OrderStatus.COMPLETED);
        assertThat(OrderStatus.COMPLETED.or(OrderStatus.REJECTED)).isEqualTo(OrderStatus.REJECTED);
    }

    private static OpeningHours always(LocalTime opens, LocalTime closes) {
        return hours(Arrays.stream(DayOfWeek.values())
                .map(day -> span(day, opens.toString(), closes.toString()))
                .toArray(OpeningWindow.Span[]::new));
    }

    private static OpeningHours hours(OpeningWindow.Span... spans) {
        return new OpeningHours(BERLIN, List.of(spans));
    }

    private static OpeningWindow.Span span(DayOfWeek day, String opens, String closes) {
        return new OpeningWindow.Span(null, day, null, LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static Soonest promise(String local) {
        return Soonest.promised(berlin(local));
    }

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
