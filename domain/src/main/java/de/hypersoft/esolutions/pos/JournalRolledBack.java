package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.kernel.Conflict;

/** A till's journal went back in time or has a twin: a restored backup, a cloned disk. A person decides. */
public final class JournalRolledBack extends Conflict {
    JournalRolledBack(String message) {
        super("journal-rolled-back", message);
    }
}
