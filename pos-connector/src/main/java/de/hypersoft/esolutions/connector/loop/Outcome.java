package de.hypersoft.esolutions.connector.loop;

/** How a step went, worst last. */
enum Outcome {
    DONE,
    /** The portal did not answer, or answered neither yes nor no. */
    PORTAL_TROUBLE,
    /** The till core can not be asked. */
    CORE_TROUBLE,
    /** The portal refused the journal; a person decides. */
    HALTED;

    Outcome or(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
