package de.hypersoft.esolutions.pos.tills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.pos.Counter;
import de.hypersoft.esolutions.pos.NobodyFollows;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which till is asked for its catalogue, and how the question reaches it. */
@OnBothDatabases
@SuppressWarnings("NullAway") // what is never asked is not there
class TillCatalogsTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
    private final Presence presence;
    private final Told<Changed> told = new Told<>();
    private final TillCatalogs catalogs;
    private final TillTasks tasks;
    private final Location location;
    private final UUID request = Uuid7.at(clock.instant());

    TillCatalogsTest(Store store) {
        this.store = store;
        this.presence = new Presence(store.entities(), clock);
        this.tasks = NobodyFollows.tasks(store, told, clock);
        this.catalogs = new TillCatalogs(store.entities(), presence, tasks, clock);
        this.location = TestLocations.open(store, clock.instant());
    }

    @Test
    void the_control_till_that_was_heard_of_last_is_asked_and_woken() {
        TillId first = till(1, Till.Kind.CONTROL_TILL);
        presence.heardOf(first);
        clock.advance(Duration.ofSeconds(10));
        TillId second = till(2, Till.Kind.CONTROL_TILL);
        presence.heardOf(second);
        presence.heardOf(till(3, Till.Kind.TILL));
        presence.heardOf(till(4, Till.Kind.HEAD_OFFICE));

        assertThat(ask()).contains("Kasse 2");

        assertThat(open(first)).isEmpty();
        assertThat(open(second)).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo("SEND_CATALOG");
            assertThat(task.orderId()).isEmpty();
            assertThat(task.text()).isNotBlank();
        });
        assertThat(told.events()).singleElement().satisfies(changed -> {
            assertThat(changed.what()).isEqualTo(Changed.What.TILL_TASK);
            assertThat(changed.location()).isEqualTo(location.id().value());
        });
    }

    @Test
    void a_till_not_heard_of_lately_or_revoked_is_not_asked() {
        TillId silent = till(1, Till.Kind.CONTROL_TILL);
        presence.heardOf(silent);
        clock.advance(Presence.LOST_AFTER);
        TillId revoked = till(2, Till.Kind.CONTROL_TILL);
        presence.heardOf(revoked);
        store.run(() -> store.entities().find(Till.class, revoked.value()).revoke(clock.instant()));

        assertThat(ask()).isEmpty();

        assertThat(open(silent)).isEmpty();
        assertThat(told.events()).isEmpty();
    }

    @Test
    void a_question_that_was_called_off_is_not_put_to_a_till_that_comes_back() {
        TillId till = till(1, Till.Kind.CONTROL_TILL);
        presence.heardOf(till);
        ask();
        assertThat(open(till)).hasSize(1);

        store.run(() -> catalogs.callOff(request));

        assertThat(open(till)).isEmpty();
    }

    @Test
    void a_till_that_heard_it_is_not_asked_again_and_no_other_till_can_answer_for_it() {
        TillId till = till(1, Till.Kind.CONTROL_TILL);
        TillId other = till(2, Till.Kind.TILL);
        presence.heardOf(till);
        ask();
        UUID task = UUID.fromString(open(till).get(0).id());

        assertThatThrownBy(() -> store.run(() -> tasks.done(other, task))).isInstanceOf(NotFound.class);
        store.run(() -> tasks.done(till, task));
        store.run(() -> tasks.done(till, task));

        assertThat(open(till)).isEmpty();
    }

    @Test
    void a_till_that_is_asked_has_something_to_do_beside_orders_until_that_is_called_off() {
        Counter counter = new Counter(store, clock);
        TillId other = counter.till("journal-other");
        TillId asked = counter.till("journal-asked");
        presence.heardOf(asked);
        assertThat(withTask(counter, asked, other)).isEmpty();

        store.run(() -> catalogs.ask(counter.location().id(), request));

        assertThat(withTask(counter, asked, other)).containsExactly(asked);
        assertThat(withTask(counter, other)).isEmpty();
        assertThat(withTask(counter)).isEmpty();
        store.run(() -> catalogs.callOff(request));
        assertThat(withTask(counter, asked, other)).isEmpty();
    }

    private static Set<TillId> withTask(Counter counter, TillId... waiting) {
        return counter.claims().withTask(Set.of(waiting));
    }

    private Optional<String> ask() {
        return store.in(() -> catalogs.ask(location.id(), request));
    }

    private List<TillTasks.Task> open(TillId till) {
        return store.in(() -> tasks.open(till));
    }

    private TillId till(int number, Till.Kind kind) {
        return store.in(() -> {
            Till till = new Till(location.tenant(), location.id(), number, "Kasse " + number, kind, clock.instant());
            till.pair(UUID.randomUUID().toString(), "journal-" + number, "test", clock.instant());
            store.entities().persist(till);
            return till.id();
        });
    }
}
