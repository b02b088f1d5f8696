package de.hypersoft.esolutions.pos.tills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.hypersoft.esolutions.pos.ClaimOrders.Journal;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two living journals of one till, on one node or on two: the second is refused, and a person decides. */
@OnBothDatabases
class PresenceTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Tills tills;
    private final Presence presence;
    private final TillId till;

    PresenceTest(Store store) {
        this.store = store;
        this.tills = new Tills(store.entities());
        this.presence = node();
        this.till = store.in(() -> {
            Till made = new Till(
                    new TenantId(UUID.randomUUID()),
                    new LocationId(UUID.randomUUID()),
                    1,
                    "Kasse 1",
                    Till.Kind.CONTROL_TILL,
                    clock.instant());
            made.pair(UUID.randomUUID().toString(), "journal", "test", clock.instant());
            tills.add(made);
            return made.id();
        });
    }

    @Test
    void a_number_told_twice_is_a_second_living_journal() {
        presence.arrived(device(), new Journal("journal", 17));

        refused(presence, new Journal("journal", 17));
        refused(presence, new Journal("journal", 16));
        presence.arrived(device(), new Journal("journal", 18));
    }

    @Test
    void a_refused_request_leaves_nothing_behind() {
        presence.arrived(device(), new Journal("journal", 17));

        refused(presence, new Journal("another", 500));

        refused(presence, new Journal("journal", 17));
        presence.arrived(device(), new Journal("journal", 18));
    }

    @Test
    void a_number_that_was_stored_counts_after_a_restart_and_on_another_node() {
        presence.arrived(device(), new Journal("journal", 17));
        presence.flush();

        refused(node(), new Journal("journal", 17));
        node().arrived(device(), new Journal("journal", 18));
    }

    @Test
    void of_two_nodes_the_one_that_heard_of_the_till_earlier_still_stores_its_higher_number() {
        Presence other = node();
        presence.arrived(device(), new Journal("journal", 40));
        clock.advance(Duration.ofSeconds(3));
        other.heardOf(till);
        other.flush();

        presence.flush();

        assertThat(device().journalSeq()).isEqualTo(40);
        assertThat(store.in(() -> tills.get(till).lastSeenAt())).isEqualTo(clock.instant());
    }

    @Test
    void a_journal_that_a_person_accepted_may_be_older_on_every_node() {
        Presence other = node();
        other.arrived(device(), new Journal("journal", 50));
        store.run(() -> tills.get(till).acceptJournal());
        presence.forget(till);

        presence.arrived(device(), new Journal("journal", 20));
        store.run(() -> tills.get(till).journal("journal"));
        other.arrived(device(), new Journal("journal", 21));
        other.flush();

        presence.arrived(device(), new Journal("journal", 22));
        refused(other, new Journal("journal", 21));
    }

    @Test
    void the_tills_of_a_large_node_are_written_in_bulk_and_only_once() {
        for (TillId one : tills(620)) presence.heardOf(one);

        assertThat(presence.flush()).isEqualTo(Presence.TOGETHER);
        assertThat(presence.flush()).isEqualTo(120);
        assertThat(presence.flush()).isZero();
        assertThat(store.in(() -> store.entities()
                        .createQuery("select count(t) from Till t where t.lastSeenAt = :now", Long.class)
                        .setParameter("now", clock.instant())
                        .getSingleResult()))
                .isGreaterThanOrEqualTo(620L);
    }

    @Test
    void two_nodes_that_heard_of_the_same_tills_in_opposite_order_do_not_block_each_other() {
        List<TillId> all = new ArrayList<>(tills(200));
        Presence other = node();
        for (int round = 0; round < 5; round++) {
            clock.advance(Duration.ofSeconds(10));
            all.forEach(presence::heardOf);
            Collections.reverse(all);
            all.forEach(other::heardOf);

            CompletableFuture<Integer> beside = CompletableFuture.supplyAsync(other::flush);
            assertThat(presence.flush()).isEqualTo(200);
            assertThat(beside.join()).isEqualTo(200);
        }
    }

    private List<TillId> tills(int number) {
        UUID location = UUID.randomUUID();
        return store.in(() -> IntStream.rangeClosed(1, number)
                .mapToObj(i -> new Till(
                        new TenantId(location),
                        new LocationId(location),
                        i,
                        "Kasse " + i,
                        Till.Kind.CONTROL_TILL,
                        clock.instant()))
                .peek(tills::add)
                .map(Till::id)
                .toList());
    }

    private void refused(Presence node, Journal journal) {
        assertThatExceptionOfType(JournalRolledBack.class)
                .isThrownBy(() -> node.arrived(device(), journal))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("journal-rolled-back"));
    }

    /** As it is read from the database at each call. */
    private AuthenticateTill.Device device() {
        return store.in(() -> tills.get(till).device());
    }

    private Presence node() {
        return Transactions.around(store, new Presence(store.entities(), clock));
    }
}
