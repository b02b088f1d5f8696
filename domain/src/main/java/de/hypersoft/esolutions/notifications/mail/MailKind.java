package de.hypersoft.esolutions.notifications.mail;

/** Why a mail is written. */
public enum MailKind {
    /** To the guest at once: what was ordered, the price, from whom (L16). */
    ORDER_CONFIRMATION,
    /** To the guest: nothing is ordered yet, only whoever reads this can do it. */
    ORDER_TO_CONFIRM,
    /** To the guest: accepted, and for when. A brand may leave it out. */
    ORDER_ACCEPTED,
    /** To the guest: ready. A brand may leave it out. */
    ORDER_READY,
    /** To the guest: the restaurant does not make it, and why. */
    ORDER_REJECTED,
    /** To the guest: cancelled before it was made. */
    ORDER_CANCELLED,
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
    /** The same four about several orders of a location in one mail, no more than one per interval. */
    UNCLAIMED_DIGEST,
    SECOND_CONTACT_DIGEST,
    UNKEPT_DIGEST,
    UNBOOKED_DIGEST,
    /** To the customer and to hosting staff: the certificate of the own domain ends (T48). */
    CERTIFICATE_EXPIRY,
    /** To the same: an automatic certificate is served in place of the uploaded one. */
    CERTIFICATE_TAKEN_OVER,
    /** To the location: a load of master data is held until somebody has looked. */
    LOAD_HELD,
    /** To the location: a till's journal is not believed, so it gets no orders until somebody has looked. */
    TILL_REFUSED,
    /** To the location: a guest wants to know what is stored (Art. 15 GDPR). */
    GUEST_WANTS_DATA,
    /** To the location: a guest wants to be forgotten (Art. 17 GDPR). */
    GUEST_WANTS_ERASURE,
    /** To a user of the portal who forgot the password: a link to choose one. */
    PASSWORD_RESET,
    /** To a new user of the portal: a link to choose a password. */
    INVITATION,
    /** To a user of the portal: the way into the own account has changed. */
    ACCOUNT_CHANGED;

    /** To who ordered, so its recipient is the guest's own. */
    public boolean toGuest() {
        return switch (this) {
            case ORDER_CONFIRMATION, ORDER_TO_CONFIRM, ORDER_ACCEPTED, ORDER_READY, ORDER_REJECTED, ORDER_CANCELLED ->
                true;
            default -> false;
        };
    }

    /** About a user's own account. */
    public boolean aboutAccount() {
        return opensAccount() || this == ACCOUNT_CHANGED;
    }

    /** Holds what opens an account: shown to nobody but its recipient, and kept no longer than until it is sent. */
    public boolean opensAccount() {
        return this == PASSWORD_RESET || this == INVITATION;
    }

    /** About orders that wait for a till or for its booking: true only while they do. */
    public boolean aboutWaiting() {
        return digest() == this || digest().single() == this;
    }

    /** Tells of several orders; then it is about their location. */
    public boolean aboutSeveral() {
        return aboutWaiting() && digest() == this;
    }

    /** The kind that tells of several orders what this one tells of one. */
    public MailKind digest() {
        return switch (this) {
            case UNCLAIMED_ORDER, UNCLAIMED_DIGEST -> UNCLAIMED_DIGEST;
            case SECOND_CONTACT, SECOND_CONTACT_DIGEST -> SECOND_CONTACT_DIGEST;
            case UNBOOKED_ORDER, UNBOOKED_DIGEST -> UNBOOKED_DIGEST;
            default -> UNKEPT_DIGEST;
        };
    }

    public MailKind single() {
        return switch (this) {
            case UNCLAIMED_DIGEST -> UNCLAIMED_ORDER;
            case SECOND_CONTACT_DIGEST -> SECOND_CONTACT;
            case UNKEPT_DIGEST -> UNKEPT_ORDER;
            case UNBOOKED_DIGEST -> UNBOOKED_ORDER;
            default -> this;
        };
    }
}
