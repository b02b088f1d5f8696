package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.kernel.Conflict;

/** A till's journal went back in time or has a twin: a restored backup, a cloned disk. A person decides. */
public final class JournalRolledBack extends Conflict {
    JournalRolledBack(String message) {
        super("journal-rolled-back", message);
    }

    static JournalRolledBack anotherJournal(int till) {
        return new JournalRolledBack("another journal speaks for till " + till);
    }

    static JournalRolledBack toldBefore(int till) {
        return new JournalRolledBack("the journal of till " + till
                + " tells a number again that it told before: its disk is restored or cloned");
    }
}
