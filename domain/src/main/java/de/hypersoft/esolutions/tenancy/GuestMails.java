package de.hypersoft.esolutions.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Which news of their order the guests of a brand are written. That an order was placed, cancelled or rejected they are
 * always told.
 *
 * @param accepted when the order was accepted, with the time for which it is promised
 * @param ready when the order is ready
 */
@Embeddable
public record GuestMails(
        @Column(name = "mail_on_accepted") boolean accepted,
        @Column(name = "mail_on_ready") boolean ready) {}
