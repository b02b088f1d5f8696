package de.hypersoft.esolutions.identity.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What was tried without success under one subject, and when the next try may come. Kept only while it counts. */
@Entity
@Table(schema = "identity", name = "sign_in_throttle")
class SignInThrottle {

    @Id
    private String subject;

    private int failures;

    @Column(name = "tried_at")
    private Instant triedAt;

    @Column(name = "next_at")
    private Instant nextAt;

    @SuppressWarnings("NullAway")
    protected SignInThrottle() {} // JPA

    SignInThrottle(String subject, Instant now, Instant nextAt) {
        this.subject = subject;
        this.failures = 1;
        this.triedAt = now;
        this.nextAt = nextAt;
    }
}
