package de.hypersoft.esolutions.connector.loop;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.connector.journal.JournalRow.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens between confirmation and booking when something comes in between, and what comes twice. */
class TillRecoveryTest {

    private Rig rig;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        rig = new Rig(folder);
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    @Test
    void a_confirmed_order_is_acknowledged_again_after_a_restart_and_not_booked_when_taken() throws IOException {
        FakePortal.Transfer order = rig.portal.place("A");
        rig.turn();
        rig.confirmedButNotBooked("A");
        order.state = "TRANSFERRED_MANUAL";
        order.fence += 2;

        rig.restart();
        rig.turns(3);

        assertThat(rig.row("A").orElseThrow().row().state()).isEqualTo(State.DISCARDED);
        assertThat(rig.bookings()).isEmpty();
    }

    @Test
    void a_confirmed_order_is_booked_after_a_restart_even_when_the_portal_is_silent() throws IOException {
        rig.portal.place("A");
        rig.turn();
        rig.confirmedButNotBooked("A");

        rig.restart();
        rig.next("/acknowledgements", Gate.Fate.LOSE_REQUEST);
        rig.turn();

        assertThat(rig.bookings()).hasSize(1);
    }

    @Test
    void over_ten_seconds_between_confirmation_and_booking_the_portal_is_asked_again() throws IOException {
        rig.portal.place("A");
        rig.turn();
        rig.confirmedButNotBooked("A");
        int asked = rig.acknowledgements();

        rig.time.pass(Duration.ofSeconds(11));
        rig.turns(2);

        assertThat(rig.acknowledgements()).isEqualTo(asked + 1);
        assertThat(rig.bookings()).hasSize(1);
    }

    @Test
    void a_question_that_is_due_again_is_not_held_up_by_a_long_poll() throws IOException {
        rig.waitSeconds = 25;
        rig.restart();
        rig.portal.place("A");
        rig.turn();
        rig.confirmedButNotBooked("A");
        rig.time.pass(Duration.ofSeconds(11));

        rig.turns(2);

        assertThat(rig.portal.waits).containsExactly(25, 0, 25);
        assertThat(rig.bookings()).hasSize(1);
    }

    @Test
    void within_ten_seconds_of_its_confirmation_an_order_is_booked_without_asking_again() throws IOException {
        rig.portal.place("A");
        rig.turn();
        rig.confirmedButNotBooked("A");
        int asked = rig.acknowledgements();

        rig.turns(2);

        assertThat(rig.acknowledgements()).isEqualTo(asked);
        assertThat(rig.bookings()).hasSize(1);
    }

    @Test
    void a_long_list_is_booked_while_it_is_acknowledged() throws IOException {
        for (int i = 0; i < 45; i++) rig.portal.place("A" + i);
        rig.turn();
        rig.coreDelay = Duration.ofMillis(400); // 20 orders take 8 s, 45 take longer than a confirmation is good for

        rig.turn();

        assertThat(rig.bookings()).hasSize(45);
        assertThat(rig.acknowledgements()).isEqualTo(3);
    }

    @Test
    void a_till_too_slow_for_a_batch_gets_through_with_smaller_ones() throws IOException {
        for (int i = 0; i < 20; i++) rig.portal.place("A" + i);
        rig.turn();
        rig.coreDelay = Duration.ofSeconds(2);

        rig.turns(6);

        assertThat(rig.bookings()).hasSize(20);
    }

    @Test
    void a_booked_order_offered_again_is_acknowledged_and_reported_but_never_booked() throws IOException {
        FakePortal.Transfer order = rig.portal.place("A");
        rig.turns(2);
        rig.report();
        order.state = "PENDING";
        order.fence++;
        order.eventFences.clear();

        rig.turns(3);
        rig.report();

        assertThat(order.state).isEqualTo("TRANSFERRED_AUTO");
        assertThat(order.eventFences).containsExactly(3L, 3L, 3L);
        assertThat(order.events).hasSize(3);
        assertThat(rig.bookings()).hasSize(1);
        assertThat(rig.tickets()).hasSize(1);
    }

    @Test
    void a_rolled_back_journal_stops_claiming_over_restarts_and_says_what_to_do() throws IOException {
        rig.portal.lastSequence = 1_000;
        rig.portal.place("A");

        rig.turn();
        rig.restart();
        int calls = rig.portal.calls.size();
        rig.turns(3);

        assertThat(rig.portal.calls).hasSize(calls);
        assertThat(rig.portal.transfer("A").state).isEqualTo("PENDING");
        assertThat(rig.logged())
                .contains(
                        "a backup was restored",
                        "\"Taken, not booked\"",
                        "\"This journal is the right one\" and run 'pos-connector resume'",
                        "\"Replace the device\" for a PIN and run 'pos-connector pair'");
    }

    @Test
    void a_journal_accepted_by_a_person_goes_on_under_a_new_name() throws IOException {
        rig.portal.lastSequence = 1_000;
        rig.portal.place("A");
        rig.turn();
        String refused = rig.journal().id();

        rig.portal.lastSequence = 0;
        new Inbox(rig.folder.resolve("data")).put(new TillCommand("resume", "", null, null), rig.time);
        rig.report();
        rig.turns(2);

        assertThat(rig.journal().id()).isNotEqualTo(refused);
        assertThat(rig.bookings()).hasSize(1);
    }

    @Test
    void nothing_is_claimed_while_the_till_core_is_away() throws IOException {
        rig.portal.place("A");
        rig.coreAway = true;

        rig.turns(2);

        assertThat(rig.portal.transfer("A").state).isEqualTo("PENDING");
        assertThat(rig.logged()).contains("ALARM The till core does not answer");
    }
}
