package de.hypersoft.esolutions.retention;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.LoggedOfGuest;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.audit.GuestTraces;
import de.hypersoft.esolutions.kernel.database.ClusterLock;
import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.notifications.WrittenOfGuest;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderOfGuest;
import de.hypersoft.esolutions.ordering.OrderTraces;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.pos.ToldOfGuest;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.testing.DatabaseDump;
import de.hypersoft.esolutions.testing.Databases;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.Store;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** T65: what is left of guests after a year, searched for in every column of every table. */
class YearOfOrdersTest {

    private static final int DAYS = 365;
    private static final int EVERY = 5;
    private static final int TERM = 90;

    private final HandClock clock = HandClock.at("2025-11-29T18:00:00Z");

    @ParameterizedTest
    @EnumSource(Databases.class)
    void T65_a_guest_of_a_year_ago_is_nowhere_any_more_and_what_the_tax_office_wants_is_there(Databases engine)
            throws SQLException {
        Store store = Store.alone(engine);
        Location location = WaitingOrder.at(store, clock.instant(), null);
        OrderOfGuest guests = new OrderOfGuest(store, clock, location);
        WrittenOfGuest mails = new WrittenOfGuest(store, clock, location);
        ForgetDueGuests timer = timer(store, mails.traces());
        List<Order> orders = new ArrayList<>();
        for (int day = 0; day < DAYS; day += EVERY) {
            Order order = guests.place(day);
            orders.add(order);
            write(order, day, guests, mails, location, store);
            if (day == 0) assertEverythingIsThere(store);
            clock.advance(Duration.ofDays(EVERY));
            if (day % 2 == 1) timer.run(1_000);
        }

        timer.run(1_000);
        String dump = DatabaseDump.of(store.database());

        for (int day = 0; day < DAYS; day += EVERY) {
            boolean due = DAYS - day > TERM;
            List<String> found = foundOf(day, dump);
            if (due) assertThat(found).as("guest of day " + day).isEmpty();
            else assertThat(found).as("guest of day " + day).hasSize(11);
        }
        Order first = guests.stored(orders.get(0));
        assertThat(first.document())
                .usingRecursiveComparison()
                .ignoringFields("guest", "deliveryAddress", "billingAddress", "note", "lines.note")
                .isEqualTo(orders.get(0).document());
        assertThat(first.document().guest().forgotten()).isTrue();
        assertThat(first.trackingToken()).isNotEqualTo(orders.get(0).trackingToken());
        assertThat(Stream.of("{\"number\":\"4711\",\"total\":\"23.80\"", "Kunde […]", "guests-forgotten"))
                .allMatch(dump::contains);
        assertReport(store, location);
    }

    private void write(
            Order order, int day, OrderOfGuest guests, WrittenOfGuest mails, Location location, Store store) {
        Instant now = clock.instant();
        String text = "Kunde " + order.document().guest().name() + ", Tel. +49 171/5550%03d, ".formatted(day)
                + OrderOfGuest.words(day).get(4).toUpperCase();
        mails.about(order);
        ToldOfGuest.about(order, text, store, now);
        LoggedOfGuest.about(order.tenant().value(), order.id().value(), order.number(), text, store, clock);
        OrderTraces.about(order, text, location, store, clock);
        store.run(() -> store.entities().persist(new RequestRow(order, GuestRequestKind.ERASURE, now)));
        guests.end(order, text);
    }

    private static List<String> foundOf(int guest, String dump) {
        return Stream.concat(OrderOfGuest.words(guest).stream(), OrderOfGuest.traces(guest).stream())
                .filter(dump::contains)
                .toList();
    }

    /** Else a test that finds nothing would say nothing; and each column of which that was decided, and no other, holds it. */
    private static void assertEverythingIsThere(Store store) throws SQLException {
        assertThat(foundOf(0, DatabaseDump.of(store.database()))).hasSize(11);
        List<String> words = Stream.concat(OrderOfGuest.words(0).stream(), OrderOfGuest.traces(0).stream())
                .toList();
        assertThat(DatabaseDump.columnsWith(store.database(), words))
                .containsExactlyInAnyOrderElementsOf(GuestColumns.ofGuests());
    }

    private void assertReport(Store store, Location location) {
        List<GuestDataRuns.Run> runs = store.in(() -> runs(store, List.of()).newest(location.tenant(), 100));
        assertThat(runs.stream().mapToLong(GuestDataRuns.Run::orders).sum()).isEqualTo((DAYS - TERM) / EVERY);
        assertThat(runs).hasSizeGreaterThan(20).allSatisfy(run -> assertThat(run.traces())
                .isPositive());
    }

    private ForgetDueGuests timer(Store store, GuestTraces mails) {
        List<GuestTraces> traces = new ArrayList<>(OrderTraces.all(store, clock));
        traces.addAll(List.of(
                LoggedOfGuest.traces(store),
                ToldOfGuest.traces(store),
                mails,
                new RequestTraces(store.entities(), clock)));
        assertThat(traces).as("one of each that ships").hasSize(7);
        return new ForgetDueGuests(Transactions.around(store, runs(store, traces)));
    }

    private GuestDataRuns runs(Store store, List<GuestTraces> traces) {
        return new GuestDataRuns(
                store.entities(),
                new ClusterLock(store.entities()),
                new Orders(store.entities()),
                new Forgetting(traces),
                new Audit(store.entities(), clock),
                clock);
    }
}
