package de.hypersoft.esolutions.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Which news of their order the guests of a brand are written. That an order was placed, cancelled or rejected they are
 * always told.
 */
@Embeddable
public class GuestMails {

    @Column(name = "mail_on_accepted")
    private boolean accepted;

    @Column(name = "mail_on_ready")
    private boolean ready;

    protected GuestMails() {} // JPA

    public GuestMails(boolean accepted, boolean ready) {
        this.accepted = accepted;
        this.ready = ready;
    }

    /** When the order was accepted, with the time for which it is promised. */
    public boolean accepted() {
        return accepted;
    }

    /** When the order is ready. */
    public boolean ready() {
        return ready;
    }
}
