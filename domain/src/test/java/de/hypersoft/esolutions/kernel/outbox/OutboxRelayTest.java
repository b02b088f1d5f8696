package de.hypersoft.esolutions.kernel.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {

    private final Rounds rounds = new Rounds();
    private final OutboxRelay relay = new OutboxRelay(rounds);

    @Test
    void what_a_listener_refused_or_another_node_took_is_not_counted_as_delivered() {
        rounds.become(1, 2, 3);
        rounds.takenElsewhere = Set.of(2L);
        rounds.refused = Set.of(3L);

        assertThat(relay.relay(100)).isEqualTo(1);
        assertThat(rounds.delivered).containsExactly(List.of(1L));
        assertThat(rounds.failed).containsExactly(Map.entry(3L, IllegalStateException.class.getName()));
    }

    @Test
    void what_became_due_by_a_delivery_goes_at_once_and_never_more_than_was_asked_for() {
        rounds.become(1, 2);
        rounds.become(3, 4);

        assertThat(relay.relay(3)).isEqualTo(3);
        assertThat(rounds.delivered).containsExactly(List.of(1L, 2L), List.of(3L));
    }

    @Test
    void a_round_in_which_nothing_could_be_delivered_is_the_last() {
        rounds.become(1);
        rounds.become(2);
        rounds.takenElsewhere = Set.of(1L);

        assertThat(relay.relay(100)).isZero();
        assertThat(rounds.delivered).isEmpty();
    }

    @Test
    void fifty_events_of_a_listener_share_a_transaction_and_no_other_listener_is_in_it() {
        rounds.due.add(LongStream.rangeClosed(1, 120)
                .mapToObj(seq -> new OutboxDelivery.Due(seq, seq % 2 == 0 ? "even" : "odd"))
                .toList());

        assertThat(relay.relay(1_000)).isEqualTo(120);
        assertThat(rounds.delivered.stream().map(List::size)).containsExactly(50, 10, 50, 10);
        assertThat(rounds.delivered)
                .allMatch(together ->
                        together.stream().map(seq -> seq % 2).distinct().count() == 1);
    }

    @Test
    void one_that_fails_among_fifty_fails_alone() {
        rounds.become(LongStream.rangeClosed(1, 50).toArray());
        rounds.refused = Set.of(17L);

        assertThat(relay.relay(100)).isEqualTo(49);
        assertThat(rounds.failed).containsOnlyKeys(17L);
        assertThat(rounds.delivered).hasSize(49).doesNotContain(List.of(17L));
    }

    /** What is due at each look, without a database. */
    private static final class Rounds extends OutboxDelivery {
        private final Deque<List<Due>> due = new ArrayDeque<>();
        private final List<List<Long>> delivered = new ArrayList<>();
        private final Map<Long, String> failed = new HashMap<>();
        private Set<Long> takenElsewhere = Set.of();
        private Set<Long> refused = Set.of();

        @SuppressWarnings("NullAway")
        Rounds() {
            super(null, null, null);
        }

        void become(long... seqs) {
            due.add(LongStream.of(seqs).mapToObj(seq -> new Due(seq, "ear")).toList());
        }

        @Override
        public List<Due> due(int limit) {
            return due.isEmpty()
                    ? List.of()
                    : due.remove().stream().limit(limit).toList();
        }

        @Override
        public int deliver(String listener, Collection<Long> seqs) {
            if (seqs.stream().anyMatch(refused::contains)) throw new IllegalStateException("deaf");
            List<Long> free =
                    seqs.stream().filter(seq -> !takenElsewhere.contains(seq)).toList();
            if (!free.isEmpty()) delivered.add(free);
            return free.size();
        }

        @Override
        public void failed(long seq, String error) {
            failed.put(seq, error.replaceFirst(" at .*", ""));
        }
    }
}
