package de.hypersoft.esolutions.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.LoggedOfGuest;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.audit.GuestTraces;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.notifications.WrittenOfGuest;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.OrderOfGuest;
import de.hypersoft.esolutions.ordering.OrderTraces;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.ordering.cart.Carts;
import de.hypersoft.esolutions.ordering.guests.GuestSearch;
import de.hypersoft.esolutions.pos.ToldOfGuest;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a manager finds, hands out and erases of one guest, and what the guest asks for. */
@OnBothDatabases
class ManageGuestDataTest {

    private static final Actor MARIA = Actor.user("1", "Maria");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Location location;
    private final Scope all;
    private final OrderOfGuest guests;
    private final WrittenOfGuest mails;
    private final Told<DomainEvent> told = new Told<>();
    private final GuestRequests requests;
    private final ManageGuestData guestData;

    ManageGuestDataTest(Store store) {
        this.store = store;
        this.location = TestLocations.open(store, clock.instant());
        this.all = Scope.all(location.tenant());
        this.guests = new OrderOfGuest(store, clock, location);
        this.mails = new WrittenOfGuest(store, clock, location);
        Audit audit = new Audit(store.entities(), clock);
        Orders orders = new Orders(store.entities());
        this.requests = new GuestRequests(store.entities(), orders, audit, told, clock);
        List<GuestTraces> traces = List.of(
                LoggedOfGuest.traces(store),
                OrderTraces.carts(store),
                ToldOfGuest.traces(store),
                mails.traces(),
                new RequestTraces(store.entities(), clock));
        this.guestData = new ManageGuestData(
                new GuestSearch(store.entities()),
                orders,
                ToldOfGuest.board(store, clock),
                new Carts(store.entities(), clock),
                new Forgetting(traces),
                requests,
                audit,
                clock);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gast001@quasten.example",
                " GAST001@Quasten.Example ",
                "0171 5550001",
                "+49 (0)171/555-0001",
                "01715550001",
                "2026-000001",
                "2026-1"
            })
    void a_guest_is_found_by_mail_phone_or_order_number_with_all_orders_and_nobody_else(String typed) {
        Order first = over(1);
        Order other = over(2);

        assertThat(found(all, typed)).contains(first.number()).doesNotContain(other.number());
    }

    @Test
    void whoever_looks_for_a_guest_stands_in_the_log_and_what_was_typed_does_not() {
        Order order = over(1);

        found(all, "gast001@quasten.example");

        assertThat(audit()).contains("guest-searched " + order.number());
        assertThat(store.in(() -> new Audit(store.entities(), clock)
                        .newest(location.tenant().value(), 0, 1)))
                .singleElement()
                .asString()
                .contains("orders shown 1")
                .doesNotContain("quasten", "Zenobia");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Zenobia", "Zenobia001 Quastenflosser001", "123", "%", "quasten.example"})
    void a_name_or_half_a_word_finds_nobody_and_says_so(String typed) {
        over(1);

        assertThatThrownBy(() -> found(all, typed))
                .isInstanceOfSatisfying(
                        Invalid.class, refused -> assertThat(refused.code()).isEqualTo("no-guest-key"));
    }

    @Test
    void T49_who_is_there_for_another_location_or_brand_finds_hands_out_and_erases_nothing() {
        Order order = over(1);
        Scope elsewhere = Scope.only(location.tenant(), Set.of(new LocationId(UUID.randomUUID())));
        Scope others = Scope.all(TestLocations.open(store, clock.instant()).tenant());

        for (Scope foreign : List.of(elsewhere, others)) {
            assertThat(found(foreign, "gast001@quasten.example")).isEmpty();
            assertThatThrownBy(() -> store.in(() -> guestData.export(foreign, MARIA, Set.of(order.id()))))
                    .isInstanceOf(Orders.UnknownOrder.class);
            assertThatThrownBy(() -> erase(foreign, order)).isInstanceOf(Orders.UnknownOrder.class);
        }
        assertThat(guests.stored(order).knowsGuest()).isTrue();
    }

    @Test
    void what_is_handed_out_is_all_that_is_stored_of_the_guest_and_programs_can_read_it() {
        Order order = over(1);
        mails.about(order);
        LoggedOfGuest.about(
                order.tenant().value(), order.id().value(), order.number(), "Zenobia001 rief an", store, clock);

        String json = store.in(() -> guestData.export(all, MARIA, Set.of(order.id())));

        JsonObject one =
                Json.read(json, JsonObject.class).getJsonArray("orders").getJsonObject(0);
        assertThat(json).contains(OrderOfGuest.words(1));
        assertThat(one.getJsonObject("order").getJsonObject("guest").getString("email"))
                .isEqualTo("gast001@quasten.example");
        assertThat(one.getJsonArray("acts")).hasSize(2);
        assertThat(one.getJsonArray("carts")).hasSize(1);
        assertThat(one.getJsonArray("mails")).hasSize(9);
        assertThat(one.getJsonArray("handover").toString()).contains("Kasse kennt Zenobia001");
        assertThat(json).doesNotContain("Maria");
        assertThat(audit()).contains("guest-exported " + order.number());
    }

    @Test
    void an_erased_guest_is_not_found_any_more_and_nothing_of_the_guest_is_handed_out() {
        Order order = over(1);
        mails.about(order);

        assertThat(erase(all, order)).isEqualTo(1);

        assertThat(found(all, "gast001@quasten.example")).isEmpty();
        assertThat(found(all, "0171 5550001")).isEmpty();
        assertThat(found(all, order.number())).isEmpty();
        String json = store.in(() -> guestData.export(all, MARIA, Set.of(order.id())));
        assertThat(json).doesNotContain(OrderOfGuest.words(1)).contains("Pizza Margherita", "23.80");
        assertThat(audit()).contains("guest-erased " + order.number());
        assertThat(erase(all, order)).as("again").isZero();
    }

    @Test
    void half_a_checkout_of_that_guest_is_cleared_too_and_nobody_elses() {
        Order order = over(1);
        OrderOfGuest.Half mine = guests.half("gast001@quasten.example");
        OrderOfGuest.Half other = guests.half("gast002@quasten.example");

        erase(all, order);

        assertThat(mine.typed()).isEmpty();
        assertThat(other.typed()).isNotEmpty();
    }

    @Test
    void an_order_that_somebody_still_has_to_cook_or_bring_is_not_erased_and_no_other_with_it() {
        Order over = over(1);
        Order waiting = guests.place(1_000);
        ToldOfGuest.waiting(waiting, store, clock.instant());
        Order underWay = guests.place(2_000);
        ToldOfGuest.about(underWay, "", store, clock.instant());

        for (Order open : List.of(waiting, underWay))
            assertThatThrownBy(() -> erase(all, over, open)).isInstanceOfSatisfying(Conflict.class, refused -> {
                assertThat(refused.code()).isEqualTo("guest-order-open");
                assertThat(refused.parameters()).containsEntry("order", open.number());
            });

        assertThat(guests.stored(over).knowsGuest()).isTrue();
        clock.advance(Duration.ofDays(2));
        assertThat(erase(all, over, underWay)).as("its time has come and gone").isEqualTo(2);
        assertThatThrownBy(() -> erase(all, waiting)).isInstanceOf(Conflict.class);
    }

    @Test
    void a_guest_asks_once_the_location_hears_of_it_and_the_answer_ends_it() {
        Order order = over(1);
        ask(order, GuestRequestKind.EXPORT);
        ask(order, GuestRequestKind.EXPORT);
        ask(order, GuestRequestKind.ERASURE);

        assertThat(open(all))
                .extracting(GuestRequests.Request::wish)
                .containsExactlyInAnyOrder(GuestRequestKind.values());
        assertThat(told.events()).hasSize(2);
        assertThat(mails.told((GuestAsked) told.events().get(0)))
                .singleElement()
                .asString()
                .startsWith("GUEST_WANTS_DATA mitte@linde.example")
                .contains(order.number(), "/portal/guests")
                .doesNotContain(OrderOfGuest.words(1));

        store.run(() -> guestData.export(all, MARIA, Set.of(order.id())));
        assertThat(open(all)).extracting(GuestRequests.Request::wish).containsExactly(GuestRequestKind.ERASURE);
        erase(all, order);
        assertThat(open(all)).isEmpty();
    }

    @Test
    void a_request_is_answered_by_whoever_may_see_it_and_then_can_be_asked_and_mailed_anew() {
        Order order = over(1);
        ask(order, GuestRequestKind.EXPORT);
        UUID id = open(all).get(0).id();
        Scope elsewhere = Scope.only(location.tenant(), Set.of(new LocationId(UUID.randomUUID())));
        assertThat(open(elsewhere)).isEmpty();
        assertThatThrownBy(() -> store.run(() -> requests.answered(elsewhere, MARIA, id)))
                .isInstanceOf(NotFound.class);

        store.run(() -> requests.answered(all, MARIA, id));
        store.run(() -> requests.answered(all, MARIA, id));
        assertThat(open(all)).isEmpty();

        ask(order, GuestRequestKind.EXPORT);
        assertThat(open(all)).hasSize(1);
        told.events().forEach(event -> mails.told((GuestAsked) event));
        assertThat(mails.told((GuestAsked) told.events().get(1))).hasSize(2);
    }

    /** Booked, and its time is over. */
    private Order over(int number) {
        clock.advance(Duration.ofMillis(1));
        Order order = guests.place(number);
        ToldOfGuest.about(order, "Kasse kennt Zenobia%03d".formatted(number), store, clock.instant());
        guests.end(order, "");
        return order;
    }

    private List<String> found(Scope scope, String typed) {
        return store.in(() -> guestData.find(scope, MARIA, typed)).stream()
                .map(ManageGuestData.Hit::number)
                .toList();
    }

    private int erase(Scope scope, Order... orders) {
        Set<OrderId> ids = Set.of(List.of(orders).stream().map(Order::id).toArray(OrderId[]::new));
        return store.in(() -> guestData.erase(scope, MARIA, ids));
    }

    private void ask(Order order, GuestRequestKind wish) {
        store.run(() -> requests.ask(order.id(), wish));
    }

    private List<GuestRequests.Request> open(Scope scope) {
        return store.in(() -> requests.open(scope));
    }

    private List<String> audit() {
        return store
                .in(() -> new Audit(store.entities(), clock)
                        .newest(location.tenant().value(), 0, 50))
                .stream()
                .map(line -> line.action() + " " + line.subject())
                .toList();
    }
}
