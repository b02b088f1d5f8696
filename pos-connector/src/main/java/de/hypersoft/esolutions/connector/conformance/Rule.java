package de.hypersoft.esolutions.connector.conformance;

import java.util.Locale;

/** The rules of docs/handover.md and docs/till-wire.md that can be seen from outside of a till. */
public enum Rule {
    BEARS_ITS_TOKEN(
            "It pairs with the PIN and bears its token in every other call.", "till-wire, A till comes into being"),
    NAMES_ONE_JOURNAL(
            "Each claim and acknowledgement names the journal of the pairing, after restarts too.", "handover, A2"),
    NUMBERS_ONLY_GROW(
            "Each claim and acknowledgement has a higher journalSeq, after restarts too.", "handover, A2 and A3"),
    WRITES_DOWN_FIRST("What it acknowledges is on its disk before.", "till-wire, An order comes to the till"),
    BOOKS_AFTER_CONFIRMATION("It books only what its acknowledgement was confirmed for.", "handover, The till's side"),
    BOOKS_ONCE("It books an order at most once, whatever is offered or answered twice.", "handover, I3"),
    BOOKS_AS_HANDED_OVER("It books the order as it was handed over.", "handover, I5"),
    LOSES_NO_ORDER("What was left to it is booked, after lost answers, refusals and outages too.", "handover, I2"),
    LEAVES_WHAT_WAS_TAKEN_OVER("What a manager or another till took over is not booked.", "handover, I1 and I7"),
    LEAVES_WHAT_WAS_WITHDRAWN("What was withdrawn is not booked.", "handover, move 6"),
    GOES_BY_THE_NEWEST_FENCE(
            "The highest fence counts: it opens a discarded order again, and a lower one moves nothing.",
            "handover, The till's side"),
    WAITS_WHEN_UNCLEAR(
            "An answer that is neither yes nor no keeps the order, unbooked, and is asked for again.",
            "handover, The till's side"),
    ASKS_AGAIN(
            "After a restart or a pause of ten seconds it asks once more before it books.",
            "handover, The till's side"),
    BOOKS_WHEN_NOBODY_ANSWERS(
            "What was confirmed once is booked when the portal does not answer that question.",
            "handover, The till's side"),
    ONE_ORDER_STOPS_NO_OTHER("An order that does not get on holds up no other.", "handover, move 7"),
    REFUSES_BEFORE_IT_ACKNOWLEDGES(
            "What it can not book it refuses before its acknowledgement, or rejects after it.",
            "till-wire, An order comes to the till"),
    REPORTS_WHAT_IT_BOOKED(
            "BOOKED is told once it is true, under the order's fence, again until it was heard.", "handover, A1"),
    NUMBERS_ITS_EVENTS("One seq of an order is one event.", "handover, A5"),
    SIGNS_AFTER_RELEASE("Nothing is signed before its release is told.", "till-wire, What became of it"),
    SKIPS_WHAT_IT_DOES_NOT_KNOW("Members, tasks and versions that it does not know disturb nothing.", "till-wire"),
    HEARS_TASKS("It answers each task.", "till-wire, Tasks"),
    STOPS_WHEN_ROLLED_BACK(
            "When its journal is refused it confirms nothing and books nothing any more.",
            "till-wire, Numbers that make a copy known"),
    CORE_BOOKS_ONCE("The till core books an order id once, for two requests at the same time too.", "TILL-CORE, 1"),
    CORE_LEAVES_NO_GAP("The receipts of the till core have no gap.", "TILL-CORE, 3");

    private final String sentence;
    private final String source;

    Rule(String sentence, String source) {
        this.sentence = sentence;
        this.source = source;
    }

    /** Stable name for programs, such as {@code books-once}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String sentence() {
        return sentence;
    }

    /** The document and the place in it that say so. */
    public String source() {
        return source;
    }

    /** Whether it is about a program behind TILL-CORE.md, and about nothing where the till books by itself. */
    boolean ofTheCore() {
        return this == CORE_BOOKS_ONCE || this == CORE_LEAVES_NO_GAP;
    }
}
