package de.hypersoft.esolutions.kernel.outbox;

import static de.hypersoft.esolutions.kernel.outbox.Ear.called;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What it costs to deliver many events, and what becomes of those that this release has no listener for. */
@OnBothDatabases
class OutboxBatchTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Ear ear = new Ear("batch-ear");
    private final OutboxListeners listeners = new OutboxListeners(List.of(ear));

    OutboxBatchTest(Store store) {
        this.store = store;
    }

    @BeforeEach
    void empty() {
        store.run(() ->
                store.entities().createNativeQuery("delete from kernel.outbox").executeUpdate());
    }

    @Test
    void two_events_cost_two_statements_and_fifty_one_more_that_finds_the_end() {
        tell(2);
        long two = store.statementsOf(() -> relay().relay(1_000));
        tell(50);
        long fifty = store.statementsOf(() -> relay().relay(1_000));

        assertThat(ear.heard).hasSize(52);
        assertThat(fifty)
                .as("one that claims and one that marks, and one that finds no more")
                .isEqualTo(3);
        assertThat(two).isEqualTo(2);
    }

    @Test
    void what_waits_behind_an_event_of_its_aggregate_goes_out_with_the_same_relay() {
        store.run(
                () -> IntStream.range(0, 3).forEach(number -> outbox(listeners).append(called("ann", number))));

        assertThat(relay().relay(1_000)).isEqualTo(3);
        assertThat(ear.heard.stream().map(Ear.Called::number)).containsExactly(0, 1, 2);
    }

    @Test
    void what_another_listener_waits_for_goes_out_with_the_same_relay() {
        Ear other = new Ear("another-ear");
        OutboxListeners both = new OutboxListeners(List.of(ear, other));
        store.run(() -> outbox(both).append(called("ann", 1)));

        assertThat(new OutboxRelay(Transactions.around(store, new OutboxDelivery(store.entities(), clock, both)))
                        .relay(1_000))
                .isEqualTo(2);
        assertThat(List.of(ear.heard.size(), other.heard.size())).containsExactly(1, 1);
    }

    @Test
    void an_outbox_in_which_nothing_waits_costs_one_statement() {
        assertThat(store.statementsOf(() -> relay().relay(1_000))).isEqualTo(1);
    }

    @Test
    void one_that_fails_keeps_none_of_its_batch_and_none_is_told_twice() {
        ear.deafTo.add(7);
        tell(20);

        assertThat(relay().relay(1_000)).isEqualTo(19);
        ear.deafTo.clear();
        clock.advance(Duration.ofSeconds(10));
        assertThat(relay().relay(1_000)).isEqualTo(1);
        assertThat(told()).isEqualTo(20);
    }

    @Test
    void what_waits_for_a_listener_of_another_release_is_not_late_here() {
        Ear later = new Ear("of-the-next-release");
        store.run(() -> outbox(new OutboxListeners(List.of(later))).append(called("ann", 1)));
        clock.advance(Duration.ofMinutes(10));
        assertThat(outbox(listeners).depth()).isEqualTo(new Outbox.Depth(0, 0, null));

        tell(1);
        assertThat(outbox(listeners).depth()).isEqualTo(new Outbox.Depth(1, 0, Instant.parse("2026-11-22T18:10:00Z")));
    }

    private void tell(int events) {
        store.run(() -> IntStream.range(0, events)
                .forEach(number -> new Outbox(store.entities(), clock, listeners, new Told<>())
                        .append(called("who" + number, number))));
    }

    /** Whom the ear heard, but for what was undone with a batch and heard again. */
    private long told() {
        return ear.heard.stream().map(Ear.Called::number).distinct().count();
    }

    private Outbox outbox(OutboxListeners known) {
        return Transactions.around(store, new Outbox(store.entities(), clock, known, new Told<>()));
    }

    private OutboxRelay relay() {
        return new OutboxRelay(Transactions.around(store, new OutboxDelivery(store.entities(), clock, listeners)));
    }
}
