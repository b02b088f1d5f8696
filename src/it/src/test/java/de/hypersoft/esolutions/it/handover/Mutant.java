package de.hypersoft.esolutions.it.handover;

import de.hypersoft.esolutions.connector.journal.JournalEvent;
import de.hypersoft.esolutions.connector.journal.JournalEvent.Answer;
import de.hypersoft.esolutions.connector.journal.JournalEvent.Answered;
import de.hypersoft.esolutions.connector.journal.JournalEvent.Interrupted;
import de.hypersoft.esolutions.connector.journal.JournalEvent.Offered;
import de.hypersoft.esolutions.connector.journal.JournalRow;
import de.hypersoft.esolutions.connector.journal.JournalRow.State;
import de.hypersoft.esolutions.connector.journal.Step;
import de.hypersoft.esolutions.connector.journal.Step.Action;
import de.hypersoft.esolutions.pos.PosTransfer;
import de.hypersoft.esolutions.pos.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One wrong transition each, as somebody might write it; the model must find the harm. */
enum Mutant {
    A_CLAIM_HANDS_OUT_WHAT_IS_TOO_OLD("A4", new Rules() {
        @Override
        Transfer claim(Transfer transfer, UUID till, String name, Instant now) {
            return transfer.claim(till, name, now, LEASE, Duration.ofDays(365));
        }
    }),
    A_TILL_GETS_ITS_OWN_ORDER_AGAIN_HOWEVER_OLD("A4", new Rules() {
        @Override
        Transfer claim(Transfer transfer, UUID till, String name, Instant now) {
            return till.equals(transfer.till())
                    ? transfer.claim(till, name, now, LEASE, Duration.ofDays(365))
                    : super.claim(transfer, till, name, now);
        }
    }),
    SENDING_TO_THE_TILL_DOES_NOT_RAISE_THE_FENCE("two owners", new Rules() {
        @Override
        Transfer handOver(Transfer transfer, Instant now) {
            return fence(super.handOver(transfer, now), transfer.fence());
        }
    }),
    SENDING_TO_THE_TILL_CHANGES_NOTHING("I2", new Rules() {
        @Override
        Transfer handOver(Transfer transfer, Instant now) {
            return transfer;
        }
    }),
    A_TICK_DOES_NOT_RAISE_THE_FENCE("two owners", new Rules() {
        @Override
        Transfer tick(Transfer transfer, @Nullable Long shownFence, Instant now) {
            return fence(super.tick(transfer, shownFence, now), transfer.fence());
        }
    }),
    AN_UNTICK_DOES_NOT_RAISE_THE_FENCE("two owners", new Rules() {
        @Override
        Transfer untick(Transfer transfer, Instant now) {
            return fence(super.untick(transfer, now), transfer.fence());
        }
    }),
    A_SECOND_CLAIM_KEEPS_THE_FENCE("two owners", new Rules() {
        @Override
        Transfer claim(Transfer transfer, UUID till, String name, Instant now) {
            Transfer claimed = super.claim(transfer, till, name, now);
            return transfer.state() == PosTransfer.CLAIMED ? fence(claimed, transfer.fence()) : claimed;
        }
    }),
    AN_EXPIRED_LEASE_MAKES_THE_ORDER_PENDING_UNDER_THE_SAME_FENCE("two owners", new Rules() {
        @Override
        Transfer leaseOver(Transfer transfer) {
            return fence(transfer.release(World.NOW), transfer.fence());
        }
    }),
    AN_ACKNOWLEDGEMENT_IS_DECIDED_BY_THE_STATE_ALONE("I2", new Rules() {
        @Override
        Transfer acknowledge(Transfer transfer, UUID till, long fence, Instant now) {
            UUID holder = transfer.till();
            return holder == null
                    ? super.acknowledge(transfer, till, fence, now)
                    : super.acknowledge(transfer, holder, transfer.fence(), now);
        }
    }),
    AN_ACKNOWLEDGED_ORDER_CAN_BE_TICKED("I1", new Rules() {
        @Override
        Transfer tick(Transfer transfer, @Nullable Long shownFence, Instant now) {
            return super.tick(
                    transfer.state() == PosTransfer.TRANSFERRED_AUTO && !transfer.booked()
                            ? transfer.giveBack(now)
                            : transfer,
                    shownFence,
                    now);
        }
    }),
    EVERY_TILL_IS_TOLD_YES_ONCE_THE_ORDER_IS_FETCHED("I1", new Rules() {
        @Override
        Transfer acknowledge(Transfer transfer, UUID till, long fence, Instant now) {
            return transfer.state() == PosTransfer.TRANSFERRED_AUTO
                    ? transfer
                    : super.acknowledge(transfer, till, fence, now);
        }
    }),
    THE_TILL_BOOKS_BEFORE_THE_CONFIRMATION("no word", new Rules() {
        @Override
        Action due(JournalRow row) {
            return row.state() == State.RECEIVED ? Action.BOOK : super.due(row);
        }
    }),
    THE_TILL_TAKES_401_FOR_A_YES("no word", new Rules() {
        @Override
        Optional<Step> apply(Optional<JournalRow> row, JournalEvent event) {
            return event instanceof Answered answered && answered.answer() == Answer.UNCLEAR
                    ? super.apply(row, new Answered(answered.fence(), Answer.CONFIRMED))
                    : super.apply(row, event);
        }
    }),
    THE_TILL_IGNORES_A_409("I1", new Rules() {
        @Override
        Optional<Step> apply(Optional<JournalRow> row, JournalEvent event) {
            return event instanceof Answered answered && answered.answer() == Answer.TAKEN
                    ? row.map(known -> new Step(
                            new JournalRow(known.orderId(), State.CONFIRMED, known.fence(), false), Action.BOOK))
                    : super.apply(row, event);
        }

        @Override
        boolean judgesWords() {
            return false;
        }
    }),
    A_409_DISCARDS_WHATEVER_ITS_FENCE("I2", new Rules() {
        @Override
        Optional<Step> apply(Optional<JournalRow> row, JournalEvent event) {
            return event instanceof Answered answered && answered.answer() == Answer.TAKEN && row.isPresent()
                    ? super.apply(row, new Answered(row.get().fence(), Answer.TAKEN))
                    : super.apply(row, event);
        }
    }),
    A_DISCARDED_ORDER_IS_NEVER_REOPENED("I2", new Rules() {
        @Override
        Optional<Step> apply(Optional<JournalRow> row, JournalEvent event) {
            boolean again = event instanceof Offered
                    && row.filter(r -> r.state() == State.DISCARDED).isPresent();
            return again ? row.map(known -> new Step(known, Action.NOTHING)) : super.apply(row, event);
        }
    }),
    AFTER_A_CRASH_THE_ACKNOWLEDGEMENT_IS_NOT_REPEATED("no word", new Rules() {
        @Override
        @Nullable
        JournalRow restarted(JournalRow row) {
            return row;
        }
    }),
    AFTER_A_PAUSE_THE_ACKNOWLEDGEMENT_IS_NOT_REPEATED("no word", new Rules() {
        @Override
        Optional<Step> apply(Optional<JournalRow> row, JournalEvent event) {
            return event instanceof Interrupted
                    ? row.map(known -> new Step(known, super.due(known)))
                    : super.apply(row, event);
        }
    }),
    WHAT_WAS_RECEIVED_IS_KEPT_IN_MEMORY_ONLY("I2", new Rules() {
        @Override
        @Nullable
        JournalRow restarted(JournalRow row) {
            return row.state() == State.RECEIVED ? null : super.restarted(row);
        }
    }),
    THE_CORE_BOOKS_WHENEVER_IT_IS_ASKED("I3", new Rules() {
        @Override
        Optional<Step> apply(Optional<JournalRow> row, JournalEvent event) {
            return event instanceof Offered offered
                            && row.filter(r -> r.state() == State.BOOKED).isPresent()
                    ? row.map(known -> new Step(
                            new JournalRow(known.orderId(), State.RECEIVED, offered.fence(), true), Action.ACKNOWLEDGE))
                    : super.apply(row, event);
        }

        @Override
        boolean coreBooksOnce() {
            return false;
        }
    });

    final String harm;
    final Rules rules;

    Mutant(String harm, Rules rules) {
        this.harm = harm;
        this.rules = rules;
    }

    private static Transfer fence(Transfer t, long fence) {
        return new Transfer(
                t.order(),
                t.state(),
                fence,
                t.till(),
                t.leaseUntil(),
                t.offers(),
                t.offerAgainAt(),
                t.episode(),
                t.since(),
                t.booked(),
                t.owner(),
                t.age());
    }
}
