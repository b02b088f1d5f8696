package de.hypersoft.esolutions.reporting;

/** What is known of the guest of an order without saying who it is. */
public enum GuestKind {
    /** No earlier order of the same mailbox at this brand is known. */
    NEW,
    RETURNING,
    /** The guest was forgotten before the order was counted. */
    UNKNOWN
}
