package de.hypersoft.esolutions.pos.tills;

import de.hypersoft.esolutions.kernel.Conflict;

/** A till's journal went back in time or has a twin: a restored backup, a cloned disk. A person decides. */
public final class JournalRolledBack extends Conflict {

    private static final String NEXT =
            "; book nothing more on this device and stop any copy of it, then let a person decide"
                    + " in the portal (Tills): accept this journal if only this device runs, or pair it anew with a PIN";

    private final transient TillId till;
    private final Kind kind;

    private JournalRolledBack(TillId till, Kind kind, String message) {
        super("journal-rolled-back", message + NEXT);
        this.till = till;
        this.kind = kind;
    }

    static JournalRolledBack anotherJournal(TillId till, int number) {
        return new JournalRolledBack(till, Kind.ANOTHER_JOURNAL, "another journal speaks for till " + number);
    }

    public static JournalRolledBack toldBefore(TillId till, int number) {
        return new JournalRolledBack(
                till,
                Kind.TOLD_BEFORE,
                "the journal of till " + number
                        + " tells a number again that it told before: its disk is restored or cloned");
    }

    /** The till that is not believed. */
    public TillId till() {
        return till;
    }

    public Kind kind() {
        return kind;
    }

    /** What is wrong with the journal. */
    public enum Kind {
        /** A second journal speaks with the till's token. */
        ANOTHER_JOURNAL,
        /** The till's journal tells a number that it told before. */
        TOLD_BEFORE
    }
}
