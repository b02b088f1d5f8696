package de.hypersoft.esolutions.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TransferTest {

    private static final Instant NOW = Instant.parse("2026-11-22T18:03:00Z");
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration ASK = Duration.ofMinutes(60);
    private static final UUID TILL_1 = UUID.randomUUID();
    private static final UUID TILL_2 = UUID.randomUUID();
    private final Transfer pending = Transfer.opened(UUID.randomUUID(), NOW, NOW);

    @Test
    void a_claim_raises_the_fence_and_lends_the_order_for_a_lease() {
        Transfer claimed = claimedByTill1();

        assertThat(claimed.state()).isEqualTo(PosTransfer.CLAIMED);
        assertThat(claimed.fence()).isEqualTo(1);
        assertThat(claimed.leaseUntil()).isEqualTo(NOW.plus(LEASE));
        assertThat(claimed.owner()).isEqualTo("Kasse 1");
    }

    @Test
    void a_till_gets_its_own_unacknowledged_order_again_with_the_same_fence_and_a_new_lease() {
        Transfer again = claimedByTill1().claim(TILL_1, "Kasse 1", NOW.plusSeconds(30), LEASE, ASK);

        assertThat(again.fence()).isEqualTo(1);
        assertThat(again.leaseUntil()).isEqualTo(NOW.plusSeconds(90));
    }

    @Test
    void an_answer_that_was_lost_and_asked_for_again_within_seconds_is_one_offer() {
        Transfer again = claimedByTill1();
        for (int second = 1; second < 10; second++)
            again = again.claim(TILL_1, "Kasse 1", NOW.plusSeconds(second), LEASE, ASK);

        assertThat(again.offers()).isEqualTo(1);
        assertThat(again.offerAgainAt()).isNull();
        assertThat(again.leaseUntil()).isEqualTo(NOW.plusSeconds(69));
    }

    @Test
    void an_order_that_is_fetched_and_never_kept_is_offered_ever_less_often_from_the_third_time_on() {
        Transfer held = claimedByTill1();
        for (int offer = 2; offer <= 9; offer++) {
            Instant at = held.offerAgainAt() == null ? NOW.plusSeconds(10L * offer) : held.offerAgainAt();
            held = held.claim(TILL_1, "Kasse 1", at, LEASE, ASK);
            assertThat(held.offers()).isEqualTo(offer);
            Instant again = offer < 3 ? null : at.plusSeconds(Math.min(300, 10L << (offer - 3)));
            assertThat(held.offerAgainAt()).as("offer %d", offer).isEqualTo(again);
        }
        assertThat(held.fence()).isEqualTo(1);
    }

    @Test
    void a_till_that_dies_of_an_order_at_once_each_time_is_not_asked_to_die_for_ever() {
        Transfer held = claimedByTill1();
        for (int second = 2; held.offerAgainAt() == null; second += 2) {
            assertThat(second).isLessThan(20);
            held = held.claim(TILL_1, "Kasse 1", NOW.plusSeconds(second), LEASE, ASK);
        }
    }

    @Test
    void a_lease_that_was_over_is_a_new_offer_however_short_it_was() {
        Transfer claimed = pending.claim(TILL_1, "Kasse 1", NOW, Duration.ofSeconds(3), ASK);

        assertThat(claimed.claim(TILL_1, "Kasse 1", NOW.plusSeconds(3), LEASE, ASK)
                        .offers())
                .isEqualTo(2);
    }

    @Test
    void another_till_gets_it_only_after_the_lease_and_with_a_higher_fence() {
        refused("not-claimable", () -> claimedByTill1().claim(TILL_2, "Kasse 2", NOW.plusSeconds(59), LEASE, ASK));

        assertThat(claimedByTill1()
                        .claim(TILL_2, "Kasse 2", NOW.plusSeconds(60), LEASE, ASK)
                        .fence())
                .isEqualTo(2);
    }

    @Test
    void an_acknowledgement_counts_after_the_lease_too_unless_somebody_took_the_order() {
        Transfer late = claimedByTill1().acknowledge(TILL_1, 1, NOW.plusSeconds(3_600));
        Transfer taken = claimedByTill1().claim(TILL_2, "Kasse 2", NOW.plusSeconds(61), LEASE, ASK);

        assertThat(late.state()).isEqualTo(PosTransfer.TRANSFERRED_AUTO);
        assertThat(late.fence()).isEqualTo(1);
        refused("order-taken-over", () -> taken.acknowledge(TILL_1, 1, NOW.plusSeconds(62)));
    }

    @Test
    void T28_a_repeated_acknowledgement_gets_the_first_answer() {
        Transfer first = claimedByTill1().acknowledge(TILL_1, 1, NOW);

        assertThat(first.acknowledge(TILL_1, 1, NOW.plusSeconds(5))).isSameAs(first);
        refused("order-taken-over", () -> first.acknowledge(TILL_2, 1, NOW));
        refused("order-taken-over", () -> first.acknowledge(TILL_1, 2, NOW));
    }

    @Test
    void T27_of_pickup_and_tick_exactly_one_wins_and_the_other_is_told_who() {
        Transfer fetched = claimedByTill1().acknowledge(TILL_1, 1, NOW);
        Transfer ticked = pending.tick("Anna", null, NOW);

        refused("already-fetched", () -> fetched.tick("Anna", null, NOW.plusSeconds(9)));
        refused("not-claimable", () -> ticked.claim(TILL_1, "Kasse 1", NOW, LEASE, ASK));
        assertThat(ticked.fence()).isEqualTo(1);
        assertThat(ticked.owner()).isEqualTo("Anna");
    }

    @Test
    void T27_a_live_lease_asks_for_confirmation_with_the_fence_that_was_shown() {
        Transfer claimed = claimedByTill1();

        refused("being-fetched", () -> claimed.tick("Anna", null, NOW));
        refused("being-fetched", () -> claimed.tick("Anna", 0L, NOW));
        Transfer taken = claimed.tick("Anna", 1L, NOW);

        assertThat(taken.state()).isEqualTo(PosTransfer.TRANSFERRED_MANUAL);
        assertThat(taken.fence()).isEqualTo(2);
        refused("order-taken-over", () -> taken.acknowledge(TILL_1, 1, NOW));
    }

    @Test
    void an_expired_lease_changes_no_state_and_makes_the_order_tickable_again() {
        assertThat(claimedByTill1().tick("Anna", null, NOW.plusSeconds(60)).state())
                .isEqualTo(PosTransfer.TRANSFERRED_MANUAL);
    }

    @Test
    void T29_unticking_makes_the_order_transferable_again_and_starts_a_new_episode() {
        Transfer again = pending.tick("Anna", null, NOW).untick(NOW.plusSeconds(60));

        assertThat(again.state()).isEqualTo(PosTransfer.PENDING);
        assertThat(again.episode()).isEqualTo(2);
        assertThat(again.fence()).isEqualTo(2);
        refused("not-ticked", () -> pending.untick(NOW));
    }

    @Test
    void an_order_is_returned_only_until_the_till_reported_it_booked() {
        Transfer fetched = claimedByTill1().acknowledge(TILL_1, 1, NOW);

        assertThat(fetched.giveBack(NOW).state()).isEqualTo(PosTransfer.PENDING);
        assertThat(fetched.giveBack(NOW).fence()).isEqualTo(2);
        refused("already-booked", () -> fetched.asBooked().giveBack(NOW));
        refused("not-fetched", () -> pending.giveBack(NOW));
    }

    @Test
    void what_a_till_has_cannot_be_withdrawn_here() {
        assertThat(pending.withdraw("Anna", null, NOW).state()).isEqualTo(PosTransfer.WITHDRAWN);
        refused(
                "already-fetched",
                () -> claimedByTill1().acknowledge(TILL_1, 1, NOW).withdraw("Anna", null, NOW));
        refused("being-fetched", () -> claimedByTill1().withdraw("Anna", null, NOW));
        refused("order-withdrawn", () -> pending.withdraw("Anna", null, NOW).acknowledge(TILL_1, 1, NOW));
    }

    @Test
    void a_refused_order_waits_longer_each_time_before_it_is_offered_again() {
        Transfer once = claimedByTill1().refuse(TILL_1, 1, NOW);
        Transfer twice =
                once.claim(TILL_2, "Kasse 2", NOW.plusSeconds(20), LEASE, ASK).refuse(TILL_2, 3, NOW.plusSeconds(20));

        assertThat(once.state()).isEqualTo(PosTransfer.PENDING);
        assertThat(once.offerAgainAt()).isEqualTo(NOW.plusSeconds(20));
        assertThat(twice.offerAgainAt()).isEqualTo(NOW.plusSeconds(60));
        refused("order-taken-over", () -> claimedByTill1().refuse(TILL_2, 1, NOW));
    }

    @Test
    void an_order_that_is_too_old_is_handed_to_no_till_until_a_person_decides() {
        Instant old = NOW.plus(ASK);

        refused("too-old", () -> pending.claim(TILL_1, "Kasse 1", old, LEASE, ASK));
        assertThat(pending.claim(TILL_1, "Kasse 1", old.minusSeconds(1), LEASE, ASK)
                        .state())
                .isEqualTo(PosTransfer.CLAIMED);
        Transfer decided = pending.handOver(ASK, old);

        assertThat(decided.state()).isEqualTo(PosTransfer.PENDING);
        assertThat(decided.fence()).isEqualTo(1);
        assertThat(decided.claim(TILL_1, "Kasse 1", old.plus(Duration.ofDays(365)), LEASE, ASK)
                        .state())
                .isEqualTo(PosTransfer.CLAIMED);
    }

    @Test
    void a_till_that_slept_over_its_own_order_is_not_handed_it_again_unasked() {
        Instant morning = NOW.plus(Duration.ofHours(12));

        refused("too-old", () -> claimedByTill1().claim(TILL_1, "Kasse 1", morning, LEASE, ASK));
        refused("too-old", () -> claimedByTill1().claim(TILL_2, "Kasse 2", morning, LEASE, ASK));
        assertThat(claimedByTill1().handOver(ASK, morning).till()).isNull();
    }

    @Test
    void the_age_counts_from_the_time_that_was_promised() {
        Transfer tomorrow = Transfer.opened(UUID.randomUUID(), NOW.plus(Duration.ofDays(1)), NOW);
        Instant noon = NOW.plus(Duration.ofHours(18));

        assertThat(tomorrow.claim(TILL_1, "Kasse 1", noon, LEASE, ASK).state()).isEqualTo(PosTransfer.CLAIMED);
        refused("not-too-old", () -> tomorrow.handOver(ASK, noon));
    }

    @Test
    void what_was_decided_lasts_for_the_order_and_a_tick_is_no_such_word() {
        Instant old = NOW.plus(ASK);
        Transfer sent = pending.handOver(ASK, old)
                .claim(TILL_1, "Kasse 1", old, LEASE, ASK)
                .acknowledge(TILL_1, 2, old);
        Transfer ticked = pending.tick("Anna", null, NOW).untick(old);

        assertThat(sent.giveBack(old.plusSeconds(60))
                        .claim(TILL_1, "Kasse 1", old.plusSeconds(90), LEASE, ASK)
                        .state())
                .isEqualTo(PosTransfer.CLAIMED);
        refused("too-old", () -> ticked.claim(TILL_1, "Kasse 1", old, LEASE, ASK));
    }

    @Test
    void what_somebody_has_or_is_fetching_is_not_sent_to_a_till() {
        Instant old = NOW.plus(ASK);
        Transfer fetching = pending.claim(TILL_1, "Kasse 1", old.minusSeconds(1), LEASE, ASK);

        refused("being-fetched", () -> fetching.handOver(ASK, old));
        refused("already-fetched", () -> fetching.acknowledge(TILL_1, 1, old).handOver(ASK, old));
        refused("already-ticked", () -> pending.tick("Anna", null, NOW).handOver(ASK, old));
        refused("order-withdrawn", () -> pending.withdraw("Anna", null, NOW).handOver(ASK, old));
    }

    @Test
    void a_till_that_is_refused_is_told_what_it_can_do_now() {
        Transfer claimed = claimedByTill1();
        Transfer taken = claimed.acknowledge(TILL_1, 1, NOW);

        told("acknowledged it itself", "REJECTED with fence 1", () -> taken.refuse(TILL_1, 1, NOW));
        told("acknowledged it itself", "with fence 1", () -> taken.acknowledge(TILL_1, 2, NOW));
        told("this till holds it", "with fence 1", () -> claimed.acknowledge(TILL_1, 0, NOW));
        told("Kasse 1 has it now", "do not book it", () -> taken.acknowledge(TILL_2, 1, NOW));
        told("nobody has it", "claim", () -> claimed.refuse(TILL_1, 1, NOW).acknowledge(TILL_1, 1, NOW));
        told("cancelled", "do not book it", () -> pending.withdraw("Anna", null, NOW)
                .acknowledge(TILL_1, 1, NOW));
    }

    private static void told(String what, String todo, ThrowingCallable move) {
        assertThatThrownBy(move).isInstanceOf(TransferRefused.class).hasMessageContainingAll(what, todo);
    }

    private Transfer claimedByTill1() {
        return pending.claim(TILL_1, "Kasse 1", NOW, LEASE, ASK);
    }

    private static void refused(String code, ThrowingCallable move) {
        assertThatThrownBy(move).isInstanceOfSatisfying(TransferRefused.class, r -> assertThat(r.code())
                .isEqualTo(code));
    }
}
