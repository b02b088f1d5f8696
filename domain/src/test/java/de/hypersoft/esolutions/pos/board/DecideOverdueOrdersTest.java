package de.hypersoft.esolutions.pos.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.catalog.availability.Availabilities;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.pos.ClaimOrders;
import de.hypersoft.esolutions.pos.Handovers;
import de.hypersoft.esolutions.pos.NobodyFollows;
import de.hypersoft.esolutions.pos.PosSettings;
import de.hypersoft.esolutions.pos.PosTransfer;
import de.hypersoft.esolutions.pos.TickKeys;
import de.hypersoft.esolutions.pos.Transfer;
import de.hypersoft.esolutions.pos.TransferMove;
import de.hypersoft.esolutions.pos.TransferNotes;
import de.hypersoft.esolutions.pos.TransferRefused;
import de.hypersoft.esolutions.pos.Transfers;
import de.hypersoft.esolutions.pos.tills.TillId;
import de.hypersoft.esolutions.pos.tills.Tills;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Orders that a till took and never booked, and orders that are too old: a person sees them and decides, once. */
@OnBothDatabases
@SuppressWarnings("NullAway") // what is never asked is not there
class DecideOverdueOrdersTest {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration ASK = Duration.ofMinutes(60);
    private static final Actor ANN = Actor.user("u1", "Ann");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Transfers transfers;
    private final OrderBoard board;
    private final OverdueOrders overdue;
    private final DecideOverdueOrders decide;
    private final Handovers handover;
    private final ClaimOrders claims;
    private final Location location;
    private final TillId till = new TillId(UUID.randomUUID());

    DecideOverdueOrdersTest(Store store) {
        this.store = store;
        Orders orders = new Orders(store.entities());
        Audit audit = new Audit(store.entities(), clock);
        TransferNotes notes = new TransferNotes(store.entities());
        Locations locations = new Locations(store.entities());
        this.transfers = new Transfers(store.entities(), new Told<Changed>());
        this.board = new OrderBoard(store.entities(), transfers, orders, clock);
        this.overdue = new OverdueOrders(store.entities(), clock);
        this.decide = new DecideOverdueOrders(transfers, notes, orders, locations, audit, clock);
        this.handover = new Handovers(
                transfers,
                notes,
                locations,
                new TickKeys(store.entities()),
                orders,
                new Availabilities(null, null, null, null, null) {},
                audit,
                new Told<DomainEvent>(),
                clock);
        this.claims = new ClaimOrders(
                new Tills(store.entities()),
                transfers,
                orders,
                locations,
                NobodyFollows.tasks(store, new Told<Changed>(), clock),
                new PosSettings(60),
                store.entities(),
                clock);
        this.location = WaitingOrder.at(store, clock.instant(), null);
    }

    @Test
    void an_order_that_a_till_acknowledged_and_did_not_book_is_no_longer_lost_in_silence() {
        OrderId order = acknowledged("1");
        clock.advance(Duration.ofSeconds(179));
        assertThat(shown(OrderList.Show.UNBOOKED)).isEmpty();

        clock.advance(Duration.ofSeconds(1));

        assertThat(shown(OrderList.Show.UNBOOKED)).containsExactly(order);
        assertThat(store.in(overdue::unbookedEverywhere)).containsEntry(location.id(), 1L);
        assertThat(progress(order)).isEqualTo(new HandoverViews.Progress(false, null, HandoverViews.Doubt.UNBOOKED));
        moved(order, Transfer::asBooked);
        assertThat(shown(OrderList.Show.UNBOOKED)).isEmpty();
        assertThat(progress(order)).isEqualTo(new HandoverViews.Progress(true, null, HandoverViews.Doubt.NONE));
    }

    @Test
    void before_a_till_is_replaced_all_it_owes_is_listed_however_short_ago() {
        OrderId order = acknowledged("1");
        OrderId booked = acknowledged("2");
        moved(booked, Transfer::asBooked);

        assertThat(store.in(() -> overdue.unbookedBy(all(), till)))
                .extracting(HandoverViews.Row::id)
                .containsExactly(order);
        assertThat(store.in(() -> overdue.unbookedByTill(all()))).containsEntry(till, 1L);
        assertThat(store.in(() -> overdue.unbookedBy(elsewhere(), till))).isEmpty();
    }

    @Test
    void typing_takes_it_from_the_till_in_one_act_so_no_till_gets_it_in_between() {
        OrderId order = acknowledged("1");

        store.run(() -> decide.type(all(), ANN, order, "till burnt"));

        assertThat(state(order)).isEqualTo(PosTransfer.TRANSFERRED_MANUAL);
        assertThat(moves(order)).containsSubsequence("RETURN", "TICK");
        assertThat(shown(OrderList.Show.UNBOOKED)).isEmpty();
        assertThat(audited()).contains("order-returned", "order-ticked");
    }

    @Test
    void typing_that_fails_halfway_leaves_the_order_with_the_till() {
        OrderId order = acknowledged("1");

        refused("required", () -> decide.type(all(), ANN, order, " "));
        moved(order, Transfer::asBooked);
        refused("already-booked", () -> decide.type(all(), ANN, order, "till burnt"));

        assertThat(state(order)).isEqualTo(PosTransfer.TRANSFERRED_AUTO);
        assertThat(moves(order)).doesNotContain("RETURN", "TICK");
    }

    @Test
    void what_is_done_is_kept_with_its_receipt_and_who_said_so() {
        OrderId order = acknowledged("1");
        clock.advance(Duration.ofMinutes(5));
        refused("required", () -> decide.settle(all(), ANN, order, " ", ""));

        store.run(() -> decide.settle(all(), ANN, order, "4711", ""));

        assertThat(shown(OrderList.Show.UNBOOKED)).isEmpty();
        HandoverViews.Sheet sheet = store.in(() -> board.sheet(all(), order));
        assertThat(sheet.receiptNumber()).isEqualTo("4711");
        assertThat(sheet.history()).last().satisfies(step -> {
            assertThat(step.move()).isEqualTo("SETTLE");
            assertThat(step.actor()).isEqualTo("Ann");
            assertThat(step.detail()).isEqualTo("4711");
        });
        assertThat(audited()).contains("order-settled");
    }

    @Test
    void of_two_who_decide_the_second_is_told() {
        OrderId order = acknowledged("1");
        store.run(() -> decide.settle(all(), ANN, order, "4711", ""));

        refused("already-settled", () -> decide.type(all(), ANN, order, "till burnt"));
        refused("already-settled", () -> decide.giveBack(all(), ANN, order, "till burnt"));
        refused("already-settled", () -> decide.settle(all(), ANN, order, "4712", ""));
        assertThat(state(order)).isEqualTo(PosTransfer.TRANSFERRED_AUTO);
    }

    @Test
    void what_was_settled_by_mistake_can_be_returned_and_forgets_its_receipt() {
        OrderId order = acknowledged("1");
        store.run(() -> decide.settle(all(), ANN, order, "4711", ""));

        store.run(() -> handover.giveBack(all(), ANN, order, "wrong order"));

        assertThat(state(order)).isEqualTo(PosTransfer.PENDING);
        assertThat(store.in(() -> board.sheet(all(), order)).receiptNumber()).isNull();
    }

    @Test
    void an_order_of_another_location_is_unknown() {
        OrderId order = acknowledged("1");

        for (ThrowingCallable act : List.<ThrowingCallable>of(
                () -> decide.type(elsewhere(), ANN, order, "x"),
                () -> decide.giveBack(elsewhere(), ANN, order, "x"),
                () -> decide.settle(elsewhere(), ANN, order, "1", ""),
                () -> decide.handOver(elsewhere(), ANN, order)))
            assertThatThrownBy(() -> store.run(() -> call(act))).isInstanceOf(Orders.UnknownOrder.class);
    }

    @Test
    void an_order_too_old_wakes_no_till_is_shown_and_goes_only_after_a_person_said_so() {
        OrderId order = new OrderId(WaitingOrder.in(location, store, clock.instant(), "1"));
        assertThat(work()).containsExactly(location.id());
        clock.advance(ASK.minusSeconds(1));
        assertThat(work()).containsExactly(location.id());
        assertThat(shown(OrderList.Show.TOO_OLD)).isEmpty();
        refused("not-too-old", () -> decide.handOver(all(), ANN, order));

        clock.advance(Duration.ofSeconds(1));

        assertThat(work()).isEmpty();
        assertThat(shown(OrderList.Show.TOO_OLD)).containsExactly(order);
        assertThat(progress(order).doubt()).isEqualTo(HandoverViews.Doubt.TOO_OLD);
        assertThat(store.in(overdue::tooOldEverywhere)).containsEntry(location.id(), 1L);
        store.run(() -> decide.handOver(all(), ANN, order));
        assertThat(work()).containsExactly(location.id());
        assertThat(shown(OrderList.Show.TOO_OLD)).isEmpty();
        assertThat(moves(order)).last().isEqualTo("HAND_OVER");
        assertThat(audited()).contains("order-handed-over");
        clock.advance(Duration.ofDays(3));
        assertThat(work()).containsExactly(location.id());
    }

    private Set<LocationId> work() {
        return store.in(() -> claims.withWork(List.of(location.id())));
    }

    private OrderId acknowledged(String number) {
        OrderId order = new OrderId(WaitingOrder.in(location, store, clock.instant(), number));
        moved(order, t -> t.claim(till.value(), "Kasse 1", clock.instant(), LEASE, ASK));
        moved(order, t -> t.acknowledge(till.value(), t.fence(), clock.instant()));
        return order;
    }

    private void moved(OrderId order, UnaryOperator<Transfer> verb) {
        store.run(() -> transfers.move(
                transfers.placed(order), TransferMove.Move.CLAIM, Actor.SYSTEM, "", clock.instant(), verb));
    }

    private List<OrderId> shown(OrderList.Show show) {
        OrderList.Filter filter = OrderList.Filter.of(show);
        return store.in(() -> new OrderList(store.entities(), clock).page(all(), filter, null, 50)).rows().stream()
                .map(HandoverViews.Row::id)
                .toList();
    }

    private HandoverViews.Progress progress(OrderId order) {
        return store.in(() -> board.progress(order));
    }

    private PosTransfer state(OrderId order) {
        return store.in(() -> transfers.get(order)).state();
    }

    private List<String> moves(OrderId order) {
        return store.in(() -> board.sheet(all(), order)).history().stream()
                .map(HandoverViews.Step::move)
                .toList();
    }

    private List<String> audited() {
        return store.in(() -> store.entities()
                .createNativeQuery("select action from kernel.audit_entry where tenant_id = :tenant", Object.class)
                .setParameter("tenant", location.tenant().value())
                .getResultStream()
                .map(String.class::cast)
                .toList());
    }

    private Scope all() {
        return Scope.all(location.tenant());
    }

    private static Scope elsewhere() {
        return Scope.all(new TenantId(UUID.randomUUID()));
    }

    private void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(() -> store.run(() -> call(act))).satisfies(thrown -> assertThat(
                        thrown instanceof TransferRefused refused ? refused.code() : ((Invalid) thrown).code())
                .isEqualTo(code));
    }

    private static void call(ThrowingCallable act) {
        try {
            act.call();
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Throwable other) {
            throw new AssertionError(other);
        }
    }
}
