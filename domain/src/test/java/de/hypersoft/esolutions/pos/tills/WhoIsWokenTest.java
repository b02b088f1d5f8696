package de.hypersoft.esolutions.pos.tills;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.pos.Counter;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each second a node looks which of its waiting tills have something to do: the look costs what there is to do. */
@OnBothDatabases
class WhoIsWokenTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Counter busy;
    private final Counter idle;

    WhoIsWokenTest(Store store) {
        this.store = store;
        this.busy = new Counter(store, clock);
        this.idle = new Counter(store, clock);
    }

    @Test
    void of_few_and_of_many_waiting_locations_those_with_an_order_are_found() {
        busy.placed();
        idle.placed();

        assertThat(busy.claims().withWork(Set.of(busy.location().id())))
                .containsExactly(busy.location().id());
        assertThat(busy.claims().withWork(many(busy.location().id())))
                .containsExactly(busy.location().id());
        assertThat(busy.claims().withWork(many(null))).isEmpty();
    }

    @Test
    void what_is_too_old_wakes_nobody_among_many_either() {
        busy.placed();
        clock.advance(Duration.ofDays(2));

        assertThat(busy.claims().withWork(many(busy.location().id()))).isEmpty();
    }

    @Test
    void of_few_and_of_many_waiting_tills_those_with_a_task_are_found() {
        TillId till = busy.till("journal");
        TillId other = idle.till("journal");
        busy.tasks().sendCatalog(recipient(busy, till), UUID.randomUUID(), "Stammdaten senden");
        idle.tasks().sendCatalog(recipient(idle, other), UUID.randomUUID(), "Stammdaten senden");

        Set<TillId> many = new HashSet<>(Set.of(till));
        for (int i = 0; i < 500; i++) many.add(new TillId(UUID.randomUUID()));

        assertThat(busy.claims().withTask(Set.of(till))).containsExactly(till);
        assertThat(busy.claims().withTask(many)).containsExactly(till);
        many.remove(till);
        assertThat(busy.claims().withTask(many)).isEmpty();
    }

    @Test
    void ten_thousand_waiting_locations_are_asked_about_in_one_statement() {
        Set<LocationId> waiting = new HashSet<>();
        for (int i = 0; i < 10_000; i++) waiting.add(new LocationId(UUID.randomUUID()));

        assertThat(store.statementsOf(() -> busy.claims().withWork(waiting))).isEqualTo(1);
    }

    private static TillTasks.Recipient recipient(Counter at, TillId till) {
        return new TillTasks.Recipient(
                till, at.location().tenant(), at.location().id());
    }

    private static Set<LocationId> many(@Nullable LocationId with) {
        Set<LocationId> all = new HashSet<>();
        for (int i = 0; i < 500; i++) all.add(new LocationId(UUID.randomUUID()));
        if (with != null) all.add(with);
        return all;
    }
}
