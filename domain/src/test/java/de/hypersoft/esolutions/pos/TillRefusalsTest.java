package de.hypersoft.esolutions.pos;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.pos.ClaimOrders.Journal;
import de.hypersoft.esolutions.pos.tills.ManageTills;
import de.hypersoft.esolutions.pos.tills.Till;
import de.hypersoft.esolutions.pos.tills.TillId;
import de.hypersoft.esolutions.pos.tills.TillTask;
import de.hypersoft.esolutions.pos.tills.TillTasks;
import de.hypersoft.esolutions.pos.tills.Tills;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Refusals;
import de.hypersoft.esolutions.testing.Store;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which tills nobody may touch, and what a till may not ask for. */
@OnBothDatabases
class TillRefusalsTest {

    private static final Actor MARIA = Actor.user("1", "Maria");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
    private final Counter counter;
    private final ManageTills tills;
    private final Location location;

    TillRefusalsTest(Store store) {
        this.store = store;
        this.counter = new Counter(store, clock);
        this.location = counter.location();
        this.tills = TestTills.managing(store, clock);
    }

    @Test
    void T49_a_till_of_another_brand_or_location_can_be_neither_paired_nor_revoked() {
        TillId till = counter.till("j");
        Scope others = Scope.all(TestLocations.open(store, clock.instant()).tenant());
        Scope elsewhere = Scope.only(location.tenant(), Set.of(new LocationId(UUID.randomUUID())));

        for (Scope foreign : List.of(others, elsewhere)) {
            assertThat(Refusals.code(() -> store.in(() -> tills.pin(foreign, MARIA, till))))
                    .isEqualTo("unknown-till");
            assertThat(Refusals.code(() -> store.in(() -> tills.revoke(foreign, MARIA, till))))
                    .isEqualTo("unknown-till");
            assertThat(Refusals.code(() -> store.run(() -> tills.acceptJournal(foreign, MARIA, till))))
                    .isEqualTo("unknown-till");
            assertThat(store.in(() -> tills.tills(foreign))).isEmpty();
        }
        assertThat(Refusals.code(() ->
                        store.in(() -> tills.add(elsewhere, MARIA, location.id(), "Kasse 9", Till.Kind.CONTROL_TILL))))
                .isEqualTo("unknown-till");
        assertThat(store.in(() -> tills.tills(Scope.all(location.tenant()))))
                .singleElement()
                .satisfies(view -> assertThat(view.paired()).isTrue());
    }

    @Test
    void a_till_that_was_not_made_for_orders_gets_none() {
        counter.placed();
        TillId scales = store.in(
                        () -> tills.add(Scope.all(location.tenant()), MARIA, location.id(), "Scales", Till.Kind.TILL))
                .till();
        store.run(() -> new Tills(store.entities())
                .get(scales)
                .pair(UUID.randomUUID().toString(), "s", "test", clock.instant()));

        assertThat(Refusals.code(() -> counter.claims().claim(scales, new Journal("s", 1), 20)))
                .isEqualTo("receives-no-orders");
        assertThat(counter.claims()
                        .claim(counter.till("j"), new Journal("j", 1), 20)
                        .claims())
                .hasSize(1);
    }

    @Test
    void a_till_ends_its_own_tasks_and_nobody_elses() {
        TillId till = counter.till("j");
        TillId beside = counter.till("k");
        UUID task = store.in(() -> {
            TillTask made = TillTask.aboutOrder(
                    till, UUID.randomUUID(), TillTasks.Kind.VOID_AT_TILL, "call the guest", clock.instant());
            store.entities().persist(made);
            return UUID.fromString(made.view().id());
        });

        assertThat(Refusals.code(() -> counter.tasks().done(beside, task))).isEqualTo("unknown-task");
        assertThat(Refusals.code(() -> counter.tasks().unable(beside, task, "no")))
                .isEqualTo("unknown-task");
        assertThat(Refusals.code(() -> counter.tasks().done(till, UUID.randomUUID())))
                .isEqualTo("unknown-task");
        assertThat(store.in(() -> store.entities()
                        .createQuery("select count(t) from TillTask t where t.till = :till and t.doneAt is null")
                        .setParameter("till", till.value())
                        .getSingleResult()))
                .isEqualTo(1L);
    }
}
