package de.hypersoft.esolutions.pos.tills;

import de.hypersoft.esolutions.kernel.Secret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A PIN that waits for its device: {@code 4711-382915}, a selector and six digits.
 *
 * <p>Its life: made by a manager for one till, shown once, gone after the pairing, after five wrong tries, or when it
 * expires. Six digits cannot be kept secret by any hash, so it is the few tries and the short life that protect it.
 */
@Entity
@Table(schema = "pos", name = "pairing")
class Pairing {

    static final int TRIES = 5;

    @Id
    @Column(name = "till_id")
    private UUID till;

    private String selector;

    @Column(name = "pin_hash")
    private String pinHash;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "wrong_tries")
    private int wrongTries;

    @SuppressWarnings("NullAway")
    protected Pairing() {} // JPA

    Pairing(TillId till, String selector, String pin, Instant expiresAt) {
        this.till = till.value();
        this.selector = selector;
        this.pinHash = Secret.hashOf(till + pin);
        this.expiresAt = expiresAt;
    }

    boolean opens(String pin, Instant now) {
        if (!now.isBefore(expiresAt) || wrongTries >= TRIES) return false;
        if (Secret.hashOf(till + pin).equals(pinHash)) return true;
        wrongTries++;
        return false;
    }

    TillId till() {
        return new TillId(till);
    }
}
