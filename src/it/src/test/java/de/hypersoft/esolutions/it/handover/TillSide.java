package de.hypersoft.esolutions.it.handover;

import de.hypersoft.esolutions.connector.journal.JournalRow;
import org.jspecify.annotations.Nullable;

/**
 * One till: its journal (durable), the one answer that is on its way to it, its till core (durable), and what the model
 * remembers to judge it by.
 *
 * @param row the journal's row of the order
 * @param earlier remembered: whether the row had a lower fence before, under which an answer may still be on its way
 * @param epoch remembered: how many warned moves there had been when the server handed out the order under the row's fence
 * @param unasked remembered: whether the order was too old and undecided when it was handed out under the row's fence
 * @param word remembered: what the portal said about the row's fence since the program started or paused
 * @param answer to the call it waits for; null when idle
 * @param told whether its BOOKED event is with the portal
 * @param bookings booking rows in the till core
 * @param bookedIn remembered: the epochs of its bookings, one bit each
 */
record TillSide(
        @Nullable JournalRow row,
        boolean earlier,
        int epoch,
        boolean unasked,
        Word word,
        @Nullable Answer answer,
        boolean told,
        boolean revoked,
        int bookings,
        int bookedIn) {

    /** What the till may rely on when it books. */
    enum Word {
        NONE,
        CONFIRMED,
        /** It asked and got no answer at all: handover.md lets it book what had been confirmed before. */
        SILENCE
    }

    enum Said {
        HERE_IS_THE_ORDER,
        CONFIRMED,
        TAKEN,
        REFUSAL_NOTED,
        /** By its own till core, a process beside it. */
        BOOKED
    }

    /**
     * @param epoch of an order handed out, else 0
     * @param unasked of an order handed out: too old, and nobody had decided
     */
    record Answer(Said said, long fence, int epoch, boolean unasked) {}

    static TillSide fresh() {
        return new TillSide(null, false, 0, false, Word.NONE, null, false, false, 0, 0);
    }

    TillSide row(@Nullable JournalRow to) {
        return new TillSide(to, earlier, epoch, unasked, word, answer, told, revoked, bookings, bookedIn);
    }

    /** A fence it had not seen before. */
    TillSide handedOut(int inEpoch, boolean nobodyAsked, boolean again) {
        return new TillSide(
                row, earlier || again, inEpoch, nobodyAsked, Word.NONE, answer, told, revoked, bookings, bookedIn);
    }

    TillSide word(Word said) {
        return new TillSide(row, earlier, epoch, unasked, said, answer, told, revoked, bookings, bookedIn);
    }

    TillSide answer(@Nullable Answer onItsWay) {
        return new TillSide(row, earlier, epoch, unasked, word, onItsWay, told, revoked, bookings, bookedIn);
    }

    TillSide told(boolean nowTold) {
        return new TillSide(row, earlier, epoch, unasked, word, answer, nowTold, revoked, bookings, bookedIn);
    }

    TillSide revoke() {
        return new TillSide(row, earlier, epoch, unasked, word, answer, told, true, bookings, bookedIn);
    }

    TillSide booked() {
        return new TillSide(
                row,
                earlier,
                epoch,
                unasked,
                word,
                answer,
                told,
                revoked,
                Math.min(bookings + 1, 3),
                bookedIn | (1 << epoch));
    }

    boolean idle() {
        return answer == null;
    }

    /** Fewer than 40 bits, different for different tills. */
    long key() {
        JournalRow r = row;
        Answer a = answer;
        long k = r == null ? 0 : 1 + r.state().ordinal();
        k = (k << 3) | (r == null ? 0 : r.fence());
        k = (k << 1) | (r != null && r.owes() ? 1 : 0);
        k = (k << 1) | (earlier ? 1 : 0);
        k = (k << 3) | epoch;
        k = (k << 1) | (unasked ? 1 : 0);
        k = (k << 1) | (a != null && a.unasked() ? 1 : 0);
        k = (k << 2) | word.ordinal();
        k = (k << 3) | (a == null ? 0 : 1 + a.said().ordinal());
        k = (k << 3) | (a == null ? 0 : a.fence());
        k = (k << 3) | (a == null ? 0 : a.epoch());
        k = (k << 1) | (told ? 1 : 0);
        k = (k << 1) | (revoked ? 1 : 0);
        k = (k << 2) | bookings;
        return (k << 6) | bookedIn;
    }
}
