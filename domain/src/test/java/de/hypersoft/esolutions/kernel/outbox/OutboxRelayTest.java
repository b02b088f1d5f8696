package de.hypersoft.esolutions.kernel.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {

    private final Rounds rounds = new Rounds();
    private final OutboxRelay relay = new OutboxRelay(rounds);

    @Test
    void what_a_listener_refused_or_another_node_took_is_not_counted_as_delivered() {
        rounds.due.add(List.of(1L, 2L, 3L));
        rounds.takenElsewhere = Set.of(2L);
        rounds.refused = Set.of(3L);

        assertThat(relay.relay(100)).isEqualTo(1);
        assertThat(rounds.failed).containsExactly(Map.entry(3L, IllegalStateException.class.getName()));
    }

    @Test
    void what_became_due_by_a_delivery_goes_at_once_and_never_more_than_was_asked_for() {
        rounds.due.add(List.of(1L, 2L));
        rounds.due.add(List.of(3L, 4L));

        assertThat(relay.relay(3)).isEqualTo(3);
        assertThat(rounds.delivered).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_round_in_which_nothing_could_be_delivered_is_the_last() {
        rounds.due.add(List.of(1L));
        rounds.due.add(List.of(2L));
        rounds.takenElsewhere = Set.of(1L);

        assertThat(relay.relay(100)).isZero();
        assertThat(rounds.delivered).isEmpty();
    }

    /** What is due at each look, without a database. */
    private static final class Rounds extends OutboxDelivery {
        private final Deque<List<Long>> due = new ArrayDeque<>();
        private final List<Long> delivered = new ArrayList<>();
        private final Map<Long, String> failed = new HashMap<>();
        private Set<Long> takenElsewhere = Set.of();
        private Set<Long> refused = Set.of();

        @SuppressWarnings("NullAway")
        Rounds() {
            super(null, null, null);
        }

        @Override
        public List<Long> due(int limit) {
            return due.isEmpty()
                    ? List.of()
                    : due.remove().stream().limit(limit).toList();
        }

        @Override
        public boolean deliver(long seq) {
            if (refused.contains(seq)) throw new IllegalStateException("deaf");
            return !takenElsewhere.contains(seq) && delivered.add(seq);
        }

        @Override
        public void failed(long seq, String error) {
            failed.put(seq, error.replaceFirst(" at .*", ""));
        }
    }
}
