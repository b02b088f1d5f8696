package de.hypersoft.esolutions.kernel.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
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
    void a_round_behind_which_nothing_waits_is_the_last() {
        rounds.become(1);

        assertThat(relay.relay(100)).isEqualTo(1);
        assertThat(rounds.looks).isEqualTo(1);
    }

    @Test
    void fifty_events_share_a_transaction_and_no_more() {
        for (int i = 0; i < 3; i++)
            rounds.become(LongStream.range(i * 50L, i * 50L + 50).toArray());

        assertThat(relay.relay(120)).isEqualTo(120);
        assertThat(rounds.delivered.stream().map(List::size)).containsExactly(50, 50, 20);
    }

    @Test
    void one_that_fails_among_fifty_fails_alone_and_keeps_nothing_behind_it_waiting() {
        rounds.become(LongStream.rangeClosed(1, 50).toArray());
        rounds.become(51);
        rounds.refused = Set.of(17L);

        assertThat(relay.relay(100)).isEqualTo(50);
        assertThat(rounds.failed).containsOnlyKeys(17L);
        assertThat(rounds.delivered).hasSize(50).contains(List.of(51L)).doesNotContain(List.of(17L));
    }

    @Test
    void those_that_all_fail_are_tried_once_each_and_the_next_ones_get_their_turn() {
        rounds.become(1, 2);
        rounds.become(3);
        rounds.refused = Set.of(1L, 2L);

        assertThat(relay.relay(100)).isEqualTo(1);
        assertThat(rounds.failed).containsOnlyKeys(1L, 2L);
        assertThat(rounds.delivered).containsExactly(List.of(3L));
    }

    @Test
    void a_database_that_is_away_at_the_claim_is_told_to_whoever_asked() {
        rounds.away = true;

        assertThatThrownBy(() -> relay.relay(100)).hasMessage("away");
        assertThat(rounds.failed).isEmpty();
    }

    /** What is due at each look, without a database. */
    private static final class Rounds extends OutboxDelivery {
        private final Deque<List<Long>> due = new ArrayDeque<>();
        private final List<List<Long>> delivered = new ArrayList<>();
        private final Map<Long, String> failed = new HashMap<>();
        private Set<Long> takenElsewhere = Set.of();
        private Set<Long> refused = Set.of();
        private boolean away;
        private int looks;

        @SuppressWarnings("NullAway")
        Rounds() {
            super(null, null, null);
        }

        void become(long... seqs) {
            due.add(LongStream.of(seqs).boxed().toList());
        }

        @Override
        public Delivered deliver(int limit, LongConsumer claimed) {
            looks++;
            if (away) throw new IllegalStateException("away");
            if (due.isEmpty()) return Delivered.NOTHING;
            List<Long> seqs = due.remove().stream().limit(limit).toList();
            seqs.forEach(claimed::accept);
            if (seqs.stream().anyMatch(seq -> refused.contains(seq) || takenElsewhere.contains(seq)))
                throw new IllegalStateException("deaf");
            delivered.add(seqs);
            return new Delivered(seqs.size(), !due.isEmpty());
        }

        @Override
        public boolean deliverAlone(long seq) {
            if (refused.contains(seq)) throw new IllegalStateException("deaf");
            if (takenElsewhere.contains(seq)) return false;
            delivered.add(List.of(seq));
            return true;
        }

        @Override
        public void failed(long seq, String error) {
            failed.put(seq, error.replaceFirst(" at .*", ""));
        }
    }
}
