package de.hypersoft.esolutions.connector.journal;

/** What can happen to a row. Values only: no event carries or causes input or output. */
public sealed interface JournalEvent {

    /** The portal offered the order in the answer to a claim, and the till core can take it. */
    record Offered(long fence) implements JournalEvent {}

    /** The portal offered the order, and the till core can not take it (an article it does not know, no lines). */
    record OfferedUnfit(long fence) implements JournalEvent {}

    /** What came back for an acknowledgement that was sent with this fence. */
    record Answered(long fence, Answer answer) implements JournalEvent {}

    /** The portal took note of the refusal sent with this fence, or somebody else has the order by now. */
    record RefusalNoted(long fence) implements JournalEvent {}

    /** The till core said that it holds a booking of this order, made now or earlier. */
    record CoreBooked() implements JournalEvent {}

    /** The portal refused a status event, because it waits for the acknowledgement of this row. */
    record AcknowledgementMissed() implements JournalEvent {}

    /** The program started again, or over 10 s passed since the confirmation: what was confirmed is old news. */
    record Interrupted() implements JournalEvent {}

    /** The answer to one acknowledged item. */
    enum Answer {
        /** 200, TRANSFERRED_AUTO to this till under this fence. */
        CONFIRMED,
        /** 409: taken over, withdrawn, or another till's. */
        TAKEN,
        /** 409 journal-rolled-back: this journal is not the one the portal knows. */
        ROLLED_BACK,
        /** 401, 403, 404, 5xx, or words nobody understands: the portal is there and said neither yes nor no. */
        UNCLEAR,
        /** No answer at all. */
        UNREACHABLE
    }
}
