package de.hypersoft.esolutions.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.pos.AcknowledgeOrders.Item;
import de.hypersoft.esolutions.pos.ClaimOrders.Claims;
import de.hypersoft.esolutions.pos.ClaimOrders.Journal;
import de.hypersoft.esolutions.pos.tills.AuthenticateTill;
import de.hypersoft.esolutions.pos.tills.JournalRolledBack;
import de.hypersoft.esolutions.pos.tills.Presence;
import de.hypersoft.esolutions.pos.tills.TillId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** One disk, two living tills, each at a node of its own: one of them is believed, and the database says which. */
@OnBothDatabases
class ClonedTillTest {

    private final Store store;
    private final Counter counter;
    private final TillId till;
    private final Presence here;
    private final Presence there;

    ClonedTillTest(Store store) {
        this.store = store;
        this.counter = new Counter(store, HandClock.at("2026-11-22T18:00:00Z"));
        this.till = counter.till("journal");
        this.here = counter.presence();
        this.there = counter.presence();
    }

    @Test
    void of_two_clones_that_confirm_one_order_on_two_nodes_one_is_refused_and_stores_nothing() {
        OrderId order = counter.placed();
        long fence = claim(new Journal("journal", 17)).claims().get(0).fence();
        Journal original = new Journal("journal", 18);
        Journal clone = new Journal("journal", 18);
        AuthenticateTill.Device before = counter.device(till);
        here.arrived(before, original);
        there.arrived(before, clone);

        assertThat(acknowledge(original, order, fence).state()).isEqualTo(PosTransfer.TRANSFERRED_AUTO);

        OrderId next = counter.placed();
        refused(() -> acknowledge(clone, order, fence));
        refused(() -> counter.claims().claim(till, clone, 20));
        assertThat(counter.standsAt(next).state()).isEqualTo(PosTransfer.PENDING);
    }

    @Test
    void a_clone_that_comes_while_the_first_ones_transaction_runs_waits_for_its_end_and_is_refused() throws Exception {
        OrderId order = counter.placed();
        long fence = claim(new Journal("journal", 17)).claims().get(0).fence();
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<AcknowledgeOrders.Answer> clone = store.in(() -> {
            acknowledge(new Journal("journal", 18), order, fence);
            CompletableFuture<AcknowledgeOrders.Answer> second = CompletableFuture.supplyAsync(() -> {
                asked.countDown();
                return acknowledge(new Journal("journal", 18), order, fence);
            });
            await(asked);
            return second;
        });

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> clone.get(20, TimeUnit.SECONDS))
                .withCauseInstanceOf(JournalRolledBack.class);
    }

    @Test
    void of_two_clones_that_wait_for_orders_on_two_nodes_one_gets_them_and_the_other_is_refused() {
        Journal original = new Journal("journal", 17);
        Journal clone = new Journal("journal", 17);
        AuthenticateTill.Device before = counter.device(till);
        here.arrived(before, original);
        there.arrived(before, clone);
        assertThat(claim(original).isEmpty()).isTrue();
        assertThat(claim(clone).isEmpty()).isTrue();
        here.flush();
        counter.placed();

        assertThat(counter.claims()
                        .claimWaiting(till, original, 20)
                        .orElseThrow()
                        .claims())
                .hasSize(1);

        refused(() -> counter.claims().claimWaiting(till, clone, 20));
    }

    @Test
    void a_call_that_is_repeated_because_its_answer_was_lost_gets_its_first_answer_on_any_node() {
        OrderId order = counter.placed();
        Journal asked = new Journal("journal", 17, "a claim");
        here.arrived(counter.device(till), asked);
        long fence = claim(asked).claims().get(0).fence();

        there.arrived(counter.device(till), asked);
        assertThat(claim(asked).claims()).extracting(ClaimOrders.Claim::fence).containsExactly(fence);
        here.arrived(counter.device(till), asked);

        Journal confirmed = new Journal("journal", 18, "an acknowledgement");
        AcknowledgeOrders.Answer first = acknowledge(confirmed, order, fence);
        there.arrived(counter.device(till), confirmed);
        assertThat(acknowledge(confirmed, order, fence)).isEqualTo(first);
        refused(() -> acknowledge(new Journal("journal", 18, "a clone's"), order, fence));
    }

    @Test
    void a_till_that_confirms_while_its_poll_waits_is_no_clone() {
        OrderId order = counter.placed();
        long fence = claim(new Journal("journal", 16)).claims().get(0).fence();
        acknowledge(new Journal("journal", 17), order, fence);
        Journal waiting = new Journal("journal", 18);
        here.arrived(counter.device(till), waiting);
        assertThat(claim(waiting).isEmpty()).isTrue();

        acknowledge(new Journal("journal", 19), order, fence);
        counter.placed();

        assertThat(counter.claims().claimWaiting(till, waiting, 20)).isEmpty();
        refused(() -> there.arrived(counter.device(till), new Journal("journal", 18)));
        assertThat(claim(new Journal("journal", 20)).claims()).hasSize(1);
    }

    @Test
    void a_waiting_call_that_was_stored_as_heard_still_gets_its_order() {
        Journal waiting = new Journal("journal", 18);
        here.arrived(counter.device(till), waiting);
        assertThat(claim(waiting).isEmpty()).isTrue();
        here.flush();
        counter.placed();

        assertThat(counter.claims()
                        .claimWaiting(till, waiting, 20)
                        .orElseThrow()
                        .claims())
                .hasSize(1);
    }

    @Test
    void a_journal_may_begin_with_zero_but_only_once() {
        counter.placed();

        assertThat(claim(new Journal("journal", 0)).claims()).hasSize(1);
        refused(() -> claim(new Journal("journal", 0)));
    }

    private Claims claim(Journal journal) {
        return counter.claims().claim(till, journal, 20);
    }

    private AcknowledgeOrders.Answer acknowledge(Journal journal, OrderId order, long fence) {
        return counter.acknowledgements()
                .acknowledge(till, journal, List.of(new Item(order.toString(), fence)))
                .get(0);
    }

    private static void refused(ThrowingCallable call) {
        assertThatExceptionOfType(JournalRolledBack.class).isThrownBy(call);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
