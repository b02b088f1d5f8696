package de.hypersoft.esolutions.connector.loop;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.connector.journal.JournalRow.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TillLoopTest {

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
    void an_order_is_acknowledged_then_booked_then_reported() throws IOException {
        rig.portal.place("A");

        rig.turns(2);
        rig.report();

        assertThat(rig.portal.transfer("A").state).isEqualTo("TRANSFERRED_AUTO");
        assertThat(rig.bookings()).singleElement().asString().contains("\"transactionNumber\":40000000");
        assertThat(rig.tickets()).singleElement().asString().contains("2 x Pizza Margherita", "ohne Käse");
        assertThat(rig.portal.transfer("A").events.values()).containsExactly("BOOKED", "RELEASED", "SIGNED");
    }

    @Test
    void T1_the_order_is_booked_exactly_as_handed_over() throws IOException {
        rig.portal.place("A");

        rig.turns(2);

        assertThat(rig.bookings()).singleElement().asString().contains(rig.portal.transfer("A").orderJson);
    }

    @Test
    void T28_a_lost_acknowledgement_answer_makes_no_second_kitchen_ticket() throws IOException {
        rig.portal.place("A");
        rig.turn();

        rig.next("/acknowledgements", Gate.Fate.LOSE_ANSWER);
        rig.turn();

        assertThat(rig.row("A").orElseThrow().row().state()).isEqualTo(State.RECEIVED);
        assertThat(rig.bookings()).isEmpty();

        rig.turns(3);

        assertThat(rig.bookings()).hasSize(1);
        assertThat(rig.tickets()).hasSize(1);
    }

    @Test
    void T27_an_order_taken_over_by_a_manager_is_never_booked() throws IOException {
        FakePortal.Transfer order = rig.portal.place("A");
        rig.turn();
        order.state = "TRANSFERRED_MANUAL";
        order.fence++;

        rig.turns(5);

        assertThat(rig.row("A").orElseThrow().row().state()).isEqualTo(State.DISCARDED);
        assertThat(rig.bookings()).isEmpty();
        assertThat(rig.logged()).contains("discarded order=A").contains("Anna");
    }

    @Test
    void T29_an_order_unticked_later_comes_again_and_is_booked() throws IOException {
        FakePortal.Transfer order = rig.portal.place("A");
        rig.turn();
        order.state = "TRANSFERRED_MANUAL";
        order.fence++;
        rig.turns(2);

        order.state = "PENDING";
        order.fence++;
        rig.turns(3);

        assertThat(rig.bookings()).hasSize(1);
    }

    @Test
    void a_503_keeps_the_order_unbooked_and_tells_a_person() throws IOException {
        rig.portal.place("A");
        rig.turn();
        rig.portal.force("/acknowledgements", 503);

        rig.turns(4);

        assertThat(rig.row("A").orElseThrow().row().state()).isEqualTo(State.RECEIVED);
        assertThat(rig.bookings()).isEmpty();
        assertThat(rig.logged()).contains("ALARM The portal answered 503");

        rig.portal.force("/", 0);
        rig.turns(3);

        assertThat(rig.bookings()).hasSize(1);
    }

    @Test
    void a_revoked_token_keeps_the_order_unbooked_and_says_what_to_do() throws IOException {
        rig.portal.place("A");
        rig.turn();
        rig.portal.force("/", 401);

        rig.turns(3);

        assertThat(rig.bookings()).isEmpty();
        assertThat(rig.logged())
                .contains("ALARM The portal does not accept this till")
                .contains("pos-connector pair");
    }

    @Test
    void an_order_the_till_core_can_not_take_is_refused_and_blocks_nobody() throws IOException {
        rig.portal.transfers.put("X", new FakePortal.Transfer(Orders.order("X", "PICKUP", "\"quantity\":0")));
        rig.portal.place("A");

        rig.turns(3);

        assertThat(rig.portal.transfer("X").refusal).isEqualTo("unreadable-order");
        assertThat(rig.bookings()).singleElement().asString().contains("\"A\"");
    }

    @Test
    void T36_the_alarm_comes_after_five_minutes_without_portal_and_T58_recovery_is_noticed_alone() throws IOException {
        rig.portal.force("/", 503);
        rig.portal.place("A");
        while (rig.time.instant().isBefore(Instant.parse("2026-11-22T18:04:00Z"))) rig.turn();
        rig.report();
        assertThat(rig.logged()).doesNotContain("No contact with the portal");

        rig.time.pass(Duration.ofMinutes(1));
        rig.report();
        rig.portal.force("/", 0);
        rig.turns(3);

        assertThat(rig.logged()).contains("ALARM No contact with the portal for 5 minutes");
        assertThat(rig.logged()).contains("portal back");
        assertThat(rig.bookings()).hasSize(1);
    }

    @Test
    void T31_a_cart_is_signed_only_after_its_release_and_a_voucher_by_itself() throws IOException {
        rig.progress = Progress.BY_HAND;
        rig.restart();
        rig.portal.place("A");
        rig.portal.transfers.put("V", new FakePortal.Transfer(Orders.voucher("V")));
        rig.turns(2);
        rig.report();

        assertThat(rig.portal.transfer("A").events.values()).containsExactly("BOOKED");
        assertThat(rig.portal.transfer("V").events.values()).containsExactly("BOOKED", "RELEASED", "SIGNED");

        new Inbox(rig.folder.resolve("data")).put(new TillCommand("event", "A", "RELEASED", null), rig.time);
        rig.report();

        assertThat(rig.portal.transfer("A").events.values()).containsExactly("BOOKED", "RELEASED", "SIGNED");
    }

    @Test
    void a_task_is_shown_once_and_the_portal_is_told() throws IOException {
        rig.portal.tasks = "[{\"id\":\"t1\",\"kind\":\"VOID_AT_TILL\",\"orderId\":\"A\",\"text\":\"void it\"}]";

        rig.turns(3);
        rig.report();

        assertThat(rig.logged()).containsOnlyOnce("task id=t1");
        assertThat(rig.portal.tasksDone).containsExactly("t1");
        assertThat(rig.logged()).contains("cancel order A at the till (void it)", "event A voided");
    }

    @Test
    void an_order_that_a_person_cancelled_at_the_till_is_reported_voided_and_nothing_is_played_after_it()
            throws IOException {
        rig.progress = new Progress(true, null, Duration.ofMinutes(5), null);
        rig.restart();
        rig.portal.place("A");
        rig.turns(2);
        rig.report();

        new Inbox(rig.folder.resolve("data"))
                .put(new TillCommand("event", "A", "VOIDED", "Gast war nicht da"), rig.time);
        rig.report();
        rig.time.pass(Duration.ofMinutes(10));
        rig.report();

        assertThat(rig.portal.transfer("A").events.values()).containsExactly("BOOKED", "RELEASED", "SIGNED", "VOIDED");
        assertThat(rig.logged()).contains("reported order=A seq=4 type=VOIDED");
    }

    @Test
    void nobody_is_called_to_release_what_is_cancelled_at_the_till() throws IOException {
        rig.progress = Progress.BY_HAND;
        rig.restart();
        rig.portal.place("A");
        rig.turns(2);
        rig.report();
        new Inbox(rig.folder.resolve("data")).put(new TillCommand("event", "A", "VOIDED", null), rig.time);
        rig.report();

        rig.time.pass(Duration.ofMinutes(11));
        rig.report();

        assertThat(rig.logged()).doesNotContain("is not released");
        assertThat(rig.portal.transfer("A").events.values()).containsExactly("BOOKED", "VOIDED");
    }
}
