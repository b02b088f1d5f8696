package de.hypersoft.esolutions.notifications;

/** Why a mail is written. */
public enum MailKind {
    /** To the guest at once: what was ordered, the price, from whom (L16). */
    ORDER_CONFIRMATION,
    /** To the location: no till fetched the order in time (T25). */
    UNCLAIMED_ORDER,
    /** To the location's second contact: still nobody fetched it. */
    SECOND_CONTACT,
    /** To the location: a till fetched the order three times and never kept it. */
    UNKEPT_ORDER,
    /** To the location: a till acknowledged the order and did not book it in time (handover.md A1). */
    UNBOOKED_ORDER,
    /** To the location, after its day ended: web orders that no till booked, or that are booked twice. */
    DAY_MATCH,
    /** To the customer and to hosting staff: the certificate of the own domain ends (T48). */
    CERTIFICATE_EXPIRY,
    /** To the same: an automatic certificate is served in place of the uploaded one. */
    CERTIFICATE_TAKEN_OVER,
    /** To the location: a load of master data is held until somebody has looked. */
    LOAD_HELD
}
