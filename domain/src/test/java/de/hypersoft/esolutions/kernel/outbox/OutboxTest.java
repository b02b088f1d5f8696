package de.hypersoft.esolutions.kernel.outbox;

import static de.hypersoft.esolutions.kernel.outbox.Ear.called;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import jakarta.transaction.RollbackException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class OutboxTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Ear left = new Ear("left");
    private final Ear right = new Ear("right");
    private final Outbox outbox;
    private final OutboxDelivery delivery;
    private final OutboxRelay relay;

    OutboxTest(Store store) {
        this.store = store;
        OutboxListeners listeners = new OutboxListeners(List.of(left, right));
        this.outbox = Transactions.around(store, new Outbox(store.entities(), clock, listeners, new Told<>()));
        this.delivery = Transactions.around(store, new OutboxDelivery(store.entities(), clock, listeners));
        this.relay = new OutboxRelay(delivery);
    }

    @BeforeEach
    void empty() {
        store.run(() ->
                store.entities().createNativeQuery("delete from kernel.outbox").executeUpdate());
    }

    @Test
    void an_event_reaches_each_listener_once_with_its_values() {
        tell(called("ann", 1));

        int delivered = relay.relay(100);

        assertThat(delivered).isEqualTo(2);
        assertThat(left.heard).containsExactly(called("ann", 1));
        assertThat(right.heard).containsExactly(called("ann", 1));
        assertThat(relay.relay(100)).isZero();
    }

    @Test
    void a_node_of_the_release_before_leaves_what_it_does_not_know_to_those_who_do_at_once() {
        OutboxRelay before = new OutboxRelay(Transactions.around(
                store, new OutboxDelivery(store.entities(), clock, new OutboxListeners(List.of(left)))));
        tell(called("ann", 1));

        assertThat(before.relay(100)).isEqualTo(1);
        assertThat(right.heard).isEmpty();
        assertThat(relay.relay(100)).isEqualTo(1);
        assertThat(right.heard).containsExactly(called("ann", 1));
    }

    @Test
    void firing_without_a_transaction_is_a_loud_error() {
        assertThatThrownBy(() -> outbox.append(called("ann", 1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_was_rolled_back_is_never_told() {
        assertThatThrownBy(() -> store.run(() -> {
                    outbox.append(called("ann", 1));
                    store.entities().flush();
                    throw new IllegalStateException("the use case changed its mind");
                }))
                .hasMessageContaining("changed its mind");

        assertThat(relay.relay(100)).isZero();
    }

    @Test
    void a_failing_listener_neither_blocks_nor_repeats_the_others_and_is_asked_again_for_ever() {
        right.deafTo.add(1);
        tell(called("ann", 1));

        for (int i = 0; i < 20; i++) {
            relay.relay(100);
            clock.advance(Duration.ofMinutes(5));
        }
        assertThat(left.heard).hasSize(1);
        assertThat(right.heard).isEmpty();
        tell(called("bob", 2));
        assertThat(outbox.depth()).isEqualTo(new Outbox.Depth(3, 1, Instant.parse("2026-11-22T18:00:00Z")));
        relay.relay(100);
        assertThat(outbox.depth().waiting()).isEqualTo(1);

        right.deafTo.clear();
        clock.advance(Duration.ofMinutes(5));
        relay.relay(100);

        assertThat(left.heard).containsExactly(called("ann", 1), called("bob", 2));
        assertThat(right.heard).containsExactlyInAnyOrder(called("ann", 1), called("bob", 2));
        assertThat(outbox.depth()).isEqualTo(new Outbox.Depth(0, 0, null));
    }

    @Test
    void a_transaction_that_fails_at_its_commit_is_offered_again_and_keeps_nobody_else_waiting() {
        tell(called("ann", 1));
        tell(called("bob", 2));
        LostAtCommit lossy = new LostAtCommit(2);

        new OutboxRelay(lossy).relay(100);

        assertThat(lossy.left).isZero();
        assertThat(left.heard.size() + right.heard.size()).isEqualTo(3);
        clock.advance(Duration.ofSeconds(10));
        relay.relay(100);
        assertThat(left.heard).containsExactlyInAnyOrder(called("ann", 1), called("bob", 2));
        assertThat(right.heard).containsExactlyInAnyOrder(called("ann", 1), called("bob", 2));
    }

    /** As the server's interceptor throws it past every signature: checked, and only once everything is done. */
    private final class LostAtCommit extends OutboxDelivery {
        private int left;

        @SuppressWarnings("NullAway")
        LostAtCommit(int times) {
            super(null, null, null);
            this.left = times;
        }

        @Override
        public Delivered deliver(int limit, LongConsumer claimed) {
            return losing(() -> delivery.deliver(limit, seq -> {
                claimed.accept(seq);
                if (left > 0) throw new IllegalStateException("undone");
            }));
        }

        @Override
        public boolean deliverAlone(long seq) {
            return left == 0
                    ? delivery.deliverAlone(seq)
                    : losing(() -> {
                        throw new IllegalStateException("undone");
                    });
        }

        private <T> T losing(Supplier<T> work) {
            try {
                return work.get();
            } catch (IllegalStateException undone) {
                left--;
                throw unchecked(new RollbackException("lost at the commit"));
            }
        }

        @Override
        public void failed(long seq, String error) {
            delivery.failed(seq, error);
        }

        @SuppressWarnings("unchecked")
        private static <E extends Throwable> RuntimeException unchecked(Throwable thrown) throws E {
            throw (E) thrown;
        }
    }

    @Test
    void failures_back_off_from_ten_seconds_to_five_minutes() {
        assertThat(List.of(0, 1, 2, 3, 4, 5, 60).stream()
                        .map(OutboxRow.AGAIN::after)
                        .map(Duration::toSeconds)
                        .toList())
                .containsExactly(10L, 20L, 40L, 80L, 160L, 300L, 300L);
    }

    @Test
    void events_of_one_aggregate_keep_their_order_even_when_one_fails() {
        left.deafTo.add(1);
        right.deafTo.add(1);
        for (int number = 1; number <= 3; number++) tell(called("ann", number));
        tell(called("bob", 7));

        relay.relay(100);
        assertThat(left.heard).containsExactly(called("bob", 7));

        left.deafTo.clear();
        clock.advance(Duration.ofSeconds(10));
        relay.relay(100);
        assertThat(left.heard).containsExactly(called("bob", 7), called("ann", 1), called("ann", 2), called("ann", 3));
        assertThat(right.heard).containsExactly(called("bob", 7));
    }

    @Test
    void who_refused_twice_is_asked_again_after_twice_the_time_and_each_try_is_counted() {
        right.deafTo.add(1);
        tell(called("ann", 1));
        relay.relay(100);
        clock.advance(Duration.ofSeconds(10));
        relay.relay(100);
        right.deafTo.clear();

        clock.advance(Duration.ofSeconds(19));
        assertThat(relay.relay(100)).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(relay.relay(100)).isEqualTo(1);
        assertThat(attempts()).containsExactly(1, 3);
    }

    @Test
    void what_another_node_delivered_in_between_is_not_delivered_again() {
        tell(called("ann", 1));
        List<Long> claimed = new ArrayList<>();
        assertThat(delivery.deliver(100, claimed::add).rows()).isEqualTo(1);

        assertThat(claimed).hasSize(1).noneMatch(delivery::deliverAlone);
        assertThat(left.heard).hasSize(1);
    }

    private List<Integer> attempts() {
        return store.in(() -> store.entities()
                .createQuery("select r.attempts from OutboxRow r order by r.attempts", Integer.class)
                .getResultList());
    }

    @Test
    void two_relays_in_parallel_deliver_nothing_twice_and_keep_the_order() {
        for (int number = 0; number < 60; number++) tell(called("who" + number % 7, number));

        CompletableFuture<?>[] relays = new CompletableFuture<?>[4];
        for (int i = 0; i < relays.length; i++)
            relays[i] = CompletableFuture.runAsync(() -> {
                while (outbox.depth().waiting() > 0) relay.relay(10);
            });
        CompletableFuture.allOf(relays).join();

        for (Ear ear : List.of(left, right)) {
            assertThat(ear.heard).hasSize(60).doesNotHaveDuplicates();
            for (int who = 0; who < 7; who++) {
                String name = "who" + who;
                assertThat(ear.heard.stream().filter(c -> c.who().equals(name)).map(Ear.Called::number))
                        .isSorted();
            }
        }
    }

    @Test
    void delivered_rows_are_forgotten_after_their_term_and_waiting_ones_never() {
        right.deafTo.add(1);
        tell(called("ann", 1));
        relay.relay(100);

        clock.advance(Duration.ofDays(8));

        assertThat(outbox.sweep(Duration.ofDays(7))).isEqualTo(1);
        assertThat(outbox.depth().waiting()).isEqualTo(1);
        assertThat(outbox.depth().oldest()).isEqualTo("2026-11-22T18:00:00Z");
    }

    private void tell(Ear.Called event) {
        store.run(() -> outbox.append(event));
    }
}
