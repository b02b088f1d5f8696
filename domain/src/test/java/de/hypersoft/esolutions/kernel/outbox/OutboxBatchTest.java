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
    void fifty_events_cost_as_many_statements_as_two() {
        tell(2);
        long two = store.statementsOf(() -> relay().relay(1_000));
        tell(50);
        long fifty = store.statementsOf(() -> relay().relay(1_000));

        assertThat(ear.heard).hasSize(52);
        assertThat(fifty).isEqualTo(two).isLessThanOrEqualTo(4);
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
