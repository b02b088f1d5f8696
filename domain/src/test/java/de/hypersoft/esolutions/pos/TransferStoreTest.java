package de.hypersoft.esolutions.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.pos.StoredTransfers.Row;
import de.hypersoft.esolutions.pos.tills.TillId;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each move of the handover, as SQL: for every state and move the table does exactly what {@link Transfer} says. */
@OnBothDatabases
class TransferStoreTest {

    private final Store store;
    private final StoredTransfers stored;
    private final Transfers transfers;
    private final ExecutorService movers = Executors.newFixedThreadPool(2);

    TransferStoreTest(Store store) {
        this.store = store;
        this.stored = new StoredTransfers(store);
        this.transfers = new Transfers(store.entities(), new Told<Changed>());
    }

    /** Tens of thousands of waiting orders would tell every later test about a platform that nobody runs. */
    @AfterEach
    void stop() {
        movers.shutdownNow();
        store.run(() -> store.entities()
                .createNativeQuery("delete from pos.transfer where location_id = :location")
                .setParameter("location", stored.location())
                .executeUpdate());
    }

    @Test
    void T27_T29_each_move_in_each_state_changes_exactly_what_the_value_says_and_nothing_else() {
        Map<String, Set<String>> outcome = new LinkedHashMap<>();
        Map<String, Set<String>> expected = new LinkedHashMap<>();
        for (Attempt attempt : Attempt.all()) {
            expected.put(attempt.name(), new TreeSet<>(attempt.allowed()));
            Set<String> let = outcome.computeIfAbsent(attempt.name(), name -> new TreeSet<>());
            for (var state : Attempt.states().entrySet()) {
                if (moves(attempt, state.getValue())) let.add(state.getKey());
            }
        }

        assertThat(outcome).isEqualTo(expected);
    }

    @Test
    void of_two_movers_with_the_same_page_exactly_one_wins() throws Exception {
        int raced = 0;
        for (var state : Attempt.states().entrySet()) {
            List<Attempt> able = Attempt.all().stream()
                    .filter(attempt -> attempt.allowed().contains(state.getKey()))
                    .filter(attempt -> !attempt.verb().apply(state.getValue()).equals(state.getValue()))
                    .toList();
            for (Attempt one : able) {
                for (Attempt other : able) {
                    assertThat(winners(state.getValue(), one, other))
                            .as("%s: %s against %s", state.getKey(), one.name(), other.name())
                            .isEqualTo(1);
                    raced++;
                }
            }
        }
        assertThat(raced).isGreaterThan(50);
    }

    @Test
    void a_return_that_was_decided_before_the_till_reported_its_booking_does_not_win() {
        Transfer fetched = stored.insert(Attempt.fetched(false));

        boolean reported = replaces(fetched, fetched.asBooked());
        boolean returned = replaces(fetched, fetched.giveBack(Attempt.NOW));

        assertThat(reported).isTrue();
        assertThat(returned).isFalse();
        assertThat(stored.row(fetched.order()).transfer()).isEqualTo(fetched.asBooked());
    }

    @Test
    void an_order_waits_from_the_moment_it_became_transferable_until_somebody_has_it() {
        Transfer opened = stored.insert(Attempt.pending());
        Transfer claimed =
                moved(opened, opened.claim(Attempt.TILL_1, "Kasse 1", Attempt.NOW, Attempt.LEASE, Attempt.ASK));
        Row duringClaim = stored.row(opened.order());
        Transfer refused = moved(claimed, claimed.refuse(Attempt.TILL_1, claimed.fence(), Attempt.NOW.plusSeconds(5)));
        Row afterRefusal = stored.row(opened.order());
        Transfer ticked = moved(refused, refused.tick("Ann", null, Attempt.NOW.plusSeconds(9)));
        Row afterTick = stored.row(opened.order());
        moved(ticked, ticked.untick(Attempt.NOW.plusSeconds(30)));
        Row afterUntick = stored.row(opened.order());

        assertThat(duringClaim.waitingSince()).isEqualTo(Attempt.EARLIER);
        assertThat(duringClaim.waitingLocation()).isEqualTo(stored.location());
        assertThat(afterRefusal.waitingSince()).isEqualTo(Attempt.EARLIER);
        assertThat(afterTick.waitingSince()).isNull();
        assertThat(afterTick.waitingLocation()).isNull();
        assertThat(afterUntick.waitingSince()).isEqualTo(Attempt.NOW.plusSeconds(30));
        assertThat(afterUntick.waitingLocation()).isEqualTo(stored.location());
    }

    @Test
    void a_move_is_recorded_with_who_made_it() {
        Transfer before = stored.insert(Attempt.pending());

        store.run(() -> transfers.move(
                stored.placed(before),
                TransferMove.Move.TICK,
                Actor.user("u1", "Ann"),
                "by phone",
                Attempt.NOW,
                t -> t.tick("Ann", null, Attempt.NOW)));

        assertThat(stored.moves(before.order())).containsExactly("TICK TRANSFERRED_MANUAL 8 Ann by phone");
    }

    @Test
    void a_poll_costs_the_same_however_many_orders_are_stored() {
        LocationId location = new LocationId(stored.location());
        Runnable poll = () -> transfers.offerable(location, new TillId(Attempt.TILL_2), Attempt.NOW, Attempt.ASK, 20);
        for (int i = 0; i < 3; i++) stored.insert(Attempt.pending());
        stored.insertFetched(100);
        long few = stored.rowsRead(poll);
        long statements = store.statementsIn(poll);

        stored.insertFetched(20_000);

        assertThat(stored.rowsRead(poll)).isLessThanOrEqualTo(few + 3).isLessThan(20);
        assertThat(store.statementsIn(poll)).isEqualTo(statements);
        assertThat(store.in(
                        () -> transfers.offerable(location, new TillId(Attempt.TILL_2), Attempt.NOW, Attempt.ASK, 20)))
                .hasSize(3);
    }

    @Test
    void an_order_of_last_year_is_not_offered_until_a_person_sent_it_to_the_till() {
        LocationId location = new LocationId(stored.location());
        Transfer old = stored.insert(Attempt.old(Attempt.pending()));
        Transfer slept = stored.insert(Attempt.old(Attempt.claimed(Attempt.NOW)));
        Transfer fresh = stored.insert(Attempt.pending());

        assertThat(offered(location)).containsExactly(fresh.order());
        moved(old, old.handOver(Attempt.ASK, Attempt.NOW));
        moved(slept, slept.handOver(Attempt.ASK, Attempt.NOW));

        assertThat(offered(location)).containsExactlyInAnyOrder(fresh.order(), old.order(), slept.order());
    }

    @Test
    void a_poll_costs_the_same_however_many_orders_are_too_old() {
        LocationId location = new LocationId(stored.location());
        Runnable poll = () -> transfers.offerable(location, new TillId(Attempt.TILL_2), Attempt.NOW, Attempt.ASK, 20);
        for (int i = 0; i < 3; i++) stored.insert(Attempt.pending());
        stored.insertTooOld(100);
        long few = stored.rowsRead(poll);

        stored.insertTooOld(20_000);

        assertThat(stored.rowsRead(poll)).isLessThanOrEqualTo(few + 3).isLessThan(20);
        assertThat(offered(location)).hasSize(3);
    }

    @Test
    void a_booking_is_owed_from_the_acknowledgement_until_it_is_reported_or_the_order_goes_elsewhere() {
        Transfer claimed = stored.insert(Attempt.claimed(Attempt.NOW.plusSeconds(30)));
        Transfer fetched = moved(claimed, claimed.acknowledge(Attempt.TILL_1, 7, Attempt.NOW));
        Instant owedSince = stored.row(claimed.order()).unbookedSince();
        moved(fetched, fetched.asBooked());
        Transfer other = stored.insert(Attempt.fetched(false));
        moved(other, other.giveBack(Attempt.NOW));

        assertThat(owedSince).isEqualTo(Attempt.NOW);
        assertThat(stored.row(claimed.order()).unbookedSince()).isNull();
        assertThat(stored.row(other.order()).unbookedSince()).isNull();
    }

    private List<UUID> offered(LocationId location) {
        return store.in(() -> transfers.offerable(location, new TillId(Attempt.TILL_2), Attempt.NOW, Attempt.ASK, 20));
    }

    /** @return whether the move was let; everything the table must show in either case is checked here */
    private boolean moves(Attempt attempt, Transfer before) {
        Transfer opened = stored.insert(before);
        List<Row> others = stored.others(opened.order());
        Transfer expected;
        try {
            expected = attempt.verb().apply(before);
        } catch (TransferRefused refused) {
            assertRefused(attempt, before, others);
            return false;
        }
        Row rowBefore = stored.row(before.order());

        Transfer after = store.in(() ->
                transfers.move(stored.placed(before), attempt.move(), Actor.SYSTEM, "", Attempt.NOW, attempt.verb()));

        Row row = stored.row(before.order());
        assertThat(after).isEqualTo(expected);
        assertThat(row.transfer()).isEqualTo(expected);
        boolean waits = expected.state() == PosTransfer.PENDING || expected.state() == PosTransfer.CLAIMED;
        assertThat(row.waitingLocation()).isEqualTo(waits ? stored.location() : null);
        Instant since = rowBefore.waitingSince() == null ? expected.since() : rowBefore.waitingSince();
        assertThat(row.waitingSince()).isEqualTo(waits ? since : null);
        boolean kept = attempt.move() == TransferMove.Move.ACKNOWLEDGE
                || attempt.name().endsWith("again");
        assertThat(row.transfer().fence()).as(attempt.name()).isEqualTo(before.fence() + (kept ? 0 : 1));
        assertThat(stored.others(before.order())).isEqualTo(others);
        return true;
    }

    private void assertRefused(Attempt attempt, Transfer before, List<Row> others) {
        Row rowBefore = stored.row(before.order());

        TransferRefused refusal = catchThrowableOfType(
                TransferRefused.class,
                () -> store.run(() -> transfers.move(
                        stored.placed(before), attempt.move(), Actor.SYSTEM, "", Attempt.NOW, attempt.verb())));

        assertThat(refusal.transfer()).isEqualTo(before);
        if (before.owner() != null) assertThat(refusal.parameters()).containsEntry("owner", before.owner());
        assertThat(stored.row(before.order())).isEqualTo(rowBefore);
        assertThat(stored.others(before.order())).isEqualTo(others);
        assertThat(stored.moves(before.order())).isEmpty();
    }

    private int winners(Transfer state, Attempt one, Attempt other) throws Exception {
        Transfer before = stored.insert(Attempt.copy(state));
        CyclicBarrier start = new CyclicBarrier(2);
        List<Callable<Boolean>> both = new ArrayList<>();
        for (Attempt attempt : List.of(one, other)) {
            both.add(() -> store.in(() -> {
                Transfer read = transfers.get(stored.id(before));
                Transfer after = attempt.verb().apply(read);
                meet(start);
                return transfers.replace(read, after);
            }));
        }
        int won = 0;
        for (Future<Boolean> mover : movers.invokeAll(both)) won += mover.get() ? 1 : 0;
        return won;
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean replaces(Transfer before, Transfer after) {
        return store.in(() -> transfers.replace(before, after));
    }

    private Transfer moved(Transfer before, Transfer after) {
        assertThat(replaces(before, after)).isTrue();
        return after;
    }
}
