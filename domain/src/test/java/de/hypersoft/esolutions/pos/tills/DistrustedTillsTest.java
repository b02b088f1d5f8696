package de.hypersoft.esolutions.pos.tills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.pos.ClaimOrders.Journal;
import de.hypersoft.esolutions.pos.Counter;
import de.hypersoft.esolutions.pos.TestTills;
import de.hypersoft.esolutions.pos.tills.JournalRolledBack.Kind;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A till whose calls are refused is not there as it should be, and people see since when and why. */
@OnBothDatabases
class DistrustedTillsTest {

    private static final Instant SIX = Instant.parse("2026-11-22T18:00:00Z");

    private final Store store;
    private final HandClock clock = HandClock.at(SIX.toString());
    private final Told<DomainEvent> told = new Told<>();
    private final Counter counter;
    private final Presence presence;
    private final TillId till;

    DistrustedTillsTest(Store store) {
        this.store = store;
        this.counter = new Counter(store, clock);
        this.presence = counter.presence();
        this.till = counter.till("journal");
    }

    @Test
    void a_restored_till_is_shown_as_refused_since_its_first_refused_call_however_often_it_calls() {
        accepted(17);
        for (int call = 0; call < 5; call++) {
            refused(new Journal("journal", 3));
            clock.advance(Duration.ofSeconds(50));
        }

        Till.Distrust shown = Objects.requireNonNull(shown());
        assertThat(shown.since()).isEqualTo(SIX);
        assertThat(shown.kind()).isEqualTo(Kind.TOLD_BEFORE);
        assertThat(shown.last()).as("written once a minute at most").isEqualTo(SIX.plusSeconds(200));
        assertThat(occasions()).containsExactly(1);
    }

    @Test
    void a_second_journal_is_another_kind_of_wrong() {
        accepted(17);
        refused(new Journal("another", 18));

        assertThat(Objects.requireNonNull(shown()).kind()).isEqualTo(Kind.ANOTHER_JOURNAL);
    }

    @Test
    void two_nodes_that_refuse_the_till_tell_people_once() {
        accepted(17);
        JournalRolledBack refusal = refusal(new Journal("journal", 3));

        tills().refused(refusal);
        tills().refused(refusal);

        assertThat(occasions()).containsExactly(1);
    }

    @Test
    void while_a_clone_is_refused_the_accepted_calls_of_the_other_one_hide_nothing() {
        accepted(17);
        refused(new Journal("journal", 17));
        clock.advance(Duration.ofMinutes(50));
        accepted(18);
        refused(new Journal("journal", 18));
        clock.advance(Duration.ofMinutes(50));
        accepted(19);

        assertThat(Objects.requireNonNull(shown()).since()).isEqualTo(SIX);
        assertThat(occasions()).containsExactly(1);
    }

    @Test
    void an_accepted_call_after_a_quiet_hour_ends_it_and_the_next_refusal_is_told_anew() {
        accepted(17);
        refused(new Journal("journal", 3));
        clock.advance(Duration.ofHours(1));
        assertThat(shown()).as("nobody called").isNotNull();

        accepted(18);
        assertThat(shown()).isNull();

        refused(new Journal("journal", 18));
        assertThat(Objects.requireNonNull(shown()).since()).isEqualTo(clock.instant());
        assertThat(occasions()).containsExactly(1, 2);
    }

    @Test
    void an_acknowledgement_shows_as_well_that_nothing_is_wrong_any_more() {
        accepted(17);
        refused(new Journal("journal", 3));
        clock.advance(Duration.ofHours(1));

        counter.acknowledgements().acknowledge(till, new Journal("journal", 18), List.of());

        assertThat(shown()).isNull();
    }

    @Test
    void a_person_who_accepts_the_journal_or_pairs_the_device_anew_or_revokes_it_ends_it_at_once() {
        accepted(17);
        refused(new Journal("another", 18));
        manageTills().acceptJournal(scope(), Actor.SYSTEM, till);
        assertThat(shown()).isNull();

        accepted(19);
        refused(new Journal("another", 20));
        store.run(() -> new Tills(store.entities()).get(till).pair("hash-" + till, "new", "test", clock.instant()));
        assertThat(shown()).isNull();

        refused(new Journal("another", 21));
        manageTills().revoke(scope(), Actor.SYSTEM, till);
        assertThat(shown()).isNull();

        tills().refused(JournalRolledBack.anotherJournal(till, 1));
        assertThat(shown()).as("who has no access any more is not refused").isNull();
    }

    @Test
    void a_clone_that_only_the_database_finds_out_names_its_till_too() {
        counter.placed();
        counter.claims().claim(till, new Journal("journal", 17), 20);
        counter.placed();

        JournalRolledBack refusal = catchThrowableOfType(
                JournalRolledBack.class, () -> counter.claims().claim(till, new Journal("journal", 17), 20));
        assertThat(refusal.till()).isEqualTo(till);
        assertThat(refusal.kind()).isEqualTo(Kind.TOLD_BEFORE);
        assertThat(refusal).hasMessageContainingAll("restored or cloned", "portal (Tills)");
    }

    @Test
    void what_is_told_survives_the_outbox() {
        accepted(17);
        refused(new Journal("journal", 3));

        TillDistrusted event = (TillDistrusted) told.events().get(0);
        assertThat(Json.read(Json.write(event), TillDistrusted.class)).isEqualTo(event);
    }

    private void accepted(long seq) {
        Journal journal = new Journal("journal", seq);
        presence.arrived(counter.device(till), journal);
        counter.claims().claim(till, journal, 20);
    }

    private void refused(Journal journal) {
        tills().refused(refusal(journal));
    }

    private JournalRolledBack refusal(Journal journal) {
        return catchThrowableOfType(JournalRolledBack.class, () -> presence.arrived(counter.device(till), journal));
    }

    /** As a node of its own has it. */
    private DistrustedTills tills() {
        return Transactions.around(store, new DistrustedTills(store.entities(), told, new Told<Changed>(), clock));
    }

    private Till.@Nullable Distrust shown() {
        return store.in(() -> manageTills().tills(scope())).get(0).distrust();
    }

    private List<Integer> occasions() {
        return told.events().stream()
                .map(event -> ((TillDistrusted) event).occasion())
                .toList();
    }

    private ManageTills manageTills() {
        return Transactions.around(store, TestTills.managing(store, clock));
    }

    private Scope scope() {
        return Scope.only(counter.location().tenant(), Set.of(counter.location().id()));
    }
}
