package de.hypersoft.esolutions.retention;

/** What a guest may ask for by the page of an order (Art. 15, 17 and 20 GDPR). */
public enum GuestRequestKind {
    /** To be told what is stored, in a form that programs read. */
    EXPORT,
    /** To be forgotten before the term is over. */
    ERASURE
}
