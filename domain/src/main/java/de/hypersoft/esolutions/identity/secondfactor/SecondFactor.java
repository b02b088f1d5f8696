package de.hypersoft.esolutions.identity.secondfactor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * That somebody signs in with one-time codes.
 *
 * <p>Its life: begun, with a secret that the person's app takes over; active as soon as the first code was right; removed
 * by its owner, or by whoever manages users when phone and recovery codes are lost. Of each code only the first use
 * counts: the time step of the last one is kept.
 */
@Entity
@Table(schema = "identity", name = "second_factor")
class SecondFactor {

    @Id
    @Column(name = "user_id")
    private UUID user;

    private boolean active;

    @Column(name = "last_step")
    private long lastStep;

    @Column(name = "begun_at")
    private Instant begunAt;

    @SuppressWarnings("NullAway")
    protected SecondFactor() {} // JPA

    SecondFactor(UUID user, Instant now) {
        this.user = user;
        this.begunAt = now;
    }

    void begin(Instant now) {
        this.begunAt = now;
        this.lastStep = 0;
    }

    boolean isActive() {
        return active;
    }
}
