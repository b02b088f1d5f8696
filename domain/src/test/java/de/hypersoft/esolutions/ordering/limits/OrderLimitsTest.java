package de.hypersoft.esolutions.ordering.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.ClientNetwork;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.ordering.Channel;
import de.hypersoft.esolutions.ordering.Guest;
import de.hypersoft.esolutions.ordering.OrderRequest;
import de.hypersoft.esolutions.ordering.PaymentMethod;
import de.hypersoft.esolutions.ordering.lookup.OrderLookup;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import de.hypersoft.esolutions.testing.Together;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@OnBothDatabases
class OrderLimitsTest {

    private static final LimitSettings.Most SHIPPED = new LimitSettings.Most(12, 20, 20, 1_000, 120);

    private static final ClientNetwork HERE = ClientNetwork.of("127.0.0.1");
    private static final Sender SOMEBODY = Sender.api(HERE);

    private static final LimitSettings.Asking ASKING =
            new LimitSettings.Asking(Duration.ofMinutes(15), Duration.ofMinutes(10));

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-27T18:00:00Z");
    private final Location location;
    private final OrderLimits limits;
    private final OrderLookup lookup;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private int guests;

    OrderLimitsTest(Store store) {
        this.store = store;
        this.location = WaitingOrder.at(store, clock.instant(), null);
        this.limits = limits(SHIPPED);
        this.lookup = new OrderLookup(store.entities());
    }

    @Test
    void a_victim_s_mailbox_gets_twelve_orders_an_hour_whatever_phone_and_dress_of_the_address() {
        int taken = 0;
        for (int i = 0; i < 435; i++) {
            String dressed =
                    i % 2 == 0 ? "vic.tim" + run + "+" + i + "@gmail.com" : "V.ICTIM" + run + "+x@googlemail.com";
            if (isTaken(limits, new Guest("Anna", phone(), dressed, "de"), SOMEBODY)) taken++;
            clock.advance(Duration.ofMillis(30));
        }

        assertThat(taken).isEqualTo(12);
    }

    @Test
    void whoever_is_over_the_limit_is_told_for_how_long_and_whom_to_call() {
        Guest guest = new Guest("Anna", phone(), mail(), "de");
        for (int i = 0; i < 12; i++) count(limits, guest, SOMEBODY);

        assertThatThrownBy(() -> count(limits, guest, SOMEBODY)).isInstanceOfSatisfying(TooMany.class, refused -> {
            assertThat(refused.code()).isEqualTo("too-many-orders");
            assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(5));
            assertThat(refused.parameters())
                    .containsEntry("of", "MAIL")
                    .containsEntry("retryAfterSeconds", 300L)
                    .containsEntry("minutes", 5L)
                    .containsEntry("phone", "+49 30 1234567");
        });
        clock.advance(Duration.ofMinutes(5));
        count(limits, guest, SOMEBODY);
        assertThat(isTaken(limits, guest, SOMEBODY)).isFalse();
    }

    @Test
    void a_clock_that_is_set_back_keeps_no_guest_out() {
        Guest guest = new Guest("Anna", phone(), mail(), "de");
        for (int i = 0; i < 12; i++) count(limits, guest, SOMEBODY);

        clock.advance(Duration.ofHours(-3));

        for (int i = 0; i < 12; i++)
            assertThat(isTaken(limits, guest, SOMEBODY)).isTrue();
        assertThat(isTaken(limits, guest, SOMEBODY)).isFalse();
    }

    @Test
    void one_phone_and_one_cookie_are_counted_beside_the_address() {
        Sender cookie = new Sender("cookie" + run, HERE);
        for (int i = 0; i < 20; i++) count(limits, new Guest("A", "030 77 " + run(i, 0), mail(), "de"), cookie);
        assertThat(isTaken(limits, new Guest("A", phone(), mail(), "de"), cookie))
                .isFalse();

        String phone = phone();
        for (int i = 0; i < 20; i++) count(limits, new Guest("A", phone, mail(), "de"), SOMEBODY);
        assertThat(isTaken(limits, new Guest("A", "+49 (0)" + phone.substring(1), mail(), "de"), SOMEBODY))
                .as("the same phone, written in another way")
                .isFalse();
    }

    @Test
    void a_family_that_orders_three_times_and_a_location_with_two_hundred_orders_an_hour_do_not_notice() {
        Sender family = new Sender("family" + run, HERE);
        Guest anna = new Guest("Anna", phone(), mail(), "de");
        for (int i = 0; i < 3; i++) count(limits, anna, family);
        for (int i = 0; i < 200; i++) {
            count(limits, new Guest("A", phone(), mail(), "de"), SOMEBODY);
            clock.advance(Duration.ofSeconds(18));
        }

        count(limits, anna, family);
    }

    @Test
    void a_location_gets_no_more_than_its_kitchen_could_ever_cook() {
        OrderLimits small = limits(new LimitSettings.Most(0, 0, 0, 5, 0));
        for (int i = 0; i < 5; i++) count(small, new Guest("A", phone(), mail(), "de"), SOMEBODY);

        assertThat(isTaken(small, new Guest("A", phone(), mail(), "de"), SOMEBODY))
                .isFalse();
    }

    @Test
    void an_order_that_is_refused_by_one_limit_counts_for_none() {
        OrderLimits one = limits(new LimitSettings.Most(2, 1, 0, 0, 0));
        String mail = mail();
        String phone = phone();
        count(one, new Guest("A", phone, mail, "de"), SOMEBODY);

        assertThat(isTaken(one, new Guest("A", phone, mail, "de"), SOMEBODY)).isFalse();
        count(one, new Guest("A", phone(), mail, "de"), SOMEBODY);
    }

    @Test
    void of_many_at_the_same_instant_no_more_get_through_than_may() throws Exception {
        Guest guest = new Guest("A", phone(), mail(), "de");
        count(limits, guest, SOMEBODY);

        List<Boolean> taken = Together.run(16, () -> isTaken(limits, guest, SOMEBODY));

        assertThat(taken).filteredOn(Boolean::booleanValue).hasSize(11);
    }

    @Test
    void nothing_of_the_guest_is_stored_and_what_is_stored_ends_within_the_hour() {
        Guest guest = new Guest("Anna", phone(), mail(), "de");
        store.run(() ->
                store.entities().createNativeQuery("delete from ordering.pace").executeUpdate());
        count(limits, guest, new Sender("cookie" + run, HERE));
        assertThat(keys()).hasSize(4).allMatch(key -> key.matches("[0-9a-f]{64}"));

        clock.advance(Duration.ofHours(1));
        assertThat(store.in(limits::sweep)).isEqualTo(4);
        assertThat(keys()).isEmpty();
    }

    @Test
    @Timeout(15)
    void the_thousands_of_an_evening_are_swept_in_a_moment() {
        store.run(() ->
                store.entities().createNativeQuery("delete from ordering.pace").executeUpdate());
        long over = clock.instant().minus(Duration.ofHours(1)).toEpochMilli();
        for (int part = 0; part < 6; part++) {
            String rows = IntStream.range(500 * part, 500 * (part + 1))
                    .mapToObj(i -> "('%064x', %d)".formatted(i, over - i))
                    .collect(Collectors.joining(","));
            store.run(() -> store.entities()
                    .createNativeQuery("insert into ordering.pace (key_hash, busy_until) values " + rows)
                    .executeUpdate());
        }

        assertThat(store.in(limits::sweep)).isEqualTo(3_000);
        assertThat(keys()).isEmpty();
    }

    @Test
    void a_location_asks_no_more_guests_by_mail_than_it_could_cook_for() {
        OrderLimits small = limits(new LimitSettings.Most(0, 0, 0, 2, 0));
        for (int i = 0; i < 2; i++) ask(small, new Guest("A", phone(), mail(), "de"));

        assertThatThrownBy(() -> ask(small, new Guest("A", phone(), mail(), "de")))
                .isInstanceOfSatisfying(TooMany.class, refused -> {
                    assertThat(refused.code()).isEqualTo("too-many-orders");
                    assertThat(refused.parameters()).containsEntry("of", "ASKED");
                });
    }

    private OrderLimits limits(LimitSettings.Most most) {
        return new OrderLimits(
                new OrderPace(store.entities()),
                new LimitSettings(most, new LimitSettings.Free(0, 0, 0, 0), ASKING),
                clock);
    }

    private boolean isTaken(OrderLimits by, Guest guest, Sender sender) {
        try {
            count(by, guest, sender);
            return true;
        } catch (TooMany tooMany) {
            return false;
        } catch (PersistenceException lostARace) {
            return isTaken(by, guest, sender);
        }
    }

    private void count(OrderLimits by, Guest guest, Sender sender) {
        OrderSubjects subjects = by.subjects(location, request(guest), sender);
        store.run(() -> {
            Map<String, Long> busyUntil = lookup.find(location, request(guest), subjects, clock.instant())
                    .busyUntil();
            OrderTally tally = by.tally(busyUntil, clock.instant());
            OrderCounting counting = by.counting(subjects, tally);
            counting.count();
            counting.accept();
            tally.store();
        });
    }

    private void ask(OrderLimits by, Guest guest) {
        store.run(() -> by.countAsked(location, request(guest), clock.instant()));
    }

    private OrderRequest request(Guest guest) {
        return new OrderRequest(
                "key-0001",
                Channel.API,
                location.slug(),
                OrderType.PICKUP,
                guest,
                null,
                null,
                "",
                List.of(),
                PaymentMethod.AT_PICKUP,
                null,
                false);
    }

    private String mail() {
        return "gast" + guests++ + "-" + run + "@gast.example";
    }

    private String phone() {
        return "0171 " + run(guests++, 4);
    }

    private String run(int number, int salt) {
        return "%04d%05d".formatted(Math.abs(run.hashCode() + salt) % 10_000, number);
    }

    private List<String> keys() {
        return store.in(() -> store.entities()
                .createNativeQuery("select p.key_hash from ordering.pace p", String.class)
                .getResultStream()
                .map(String.class::cast)
                .toList());
    }
}
