package de.hypersoft.esolutions.acme;

/** Where the automatic certificate of one host stands; see {@link AutomaticDomain} for its life. */
public enum AutomaticPhase {
    /** Nothing to do before its next moment. */
    RESTING,
    /** A certificate is wanted, but the host does not point here. */
    WAITING_DNS,
    /** The authority took the order. */
    ORDERED,
    /** Every node answers the authority's challenge; it was not asked to look yet. */
    OFFERED,
    /** The authority looks. */
    CHECKING,
    /** The authority is convinced; the certificate is being made. */
    FINISHING,
    /** Activated; our own handshake has to show it. */
    PROVING,
    /** Refused or not reached; tried again at its next moment. */
    FAILED
}
