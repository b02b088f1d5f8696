package de.hypersoft.esolutions.identity.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A browser on which somebody signed in before. It opens nothing: it may only try while strangers try the account. Ends
 * 180 days after its last sign-in, with its user's password, or when twenty newer ones are known.
 */
@Entity
@IdClass(KnownDevice.Key.class)
@Table(schema = "identity", name = "known_device")
class KnownDevice {

    @Id
    @Column(name = "token_hash")
    private String tokenHash;

    @Id
    @Column(name = "user_id")
    private UUID user;

    @Column(name = "used_at")
    private Instant usedAt;

    @SuppressWarnings("NullAway")
    protected KnownDevice() {} // JPA

    KnownDevice(String tokenHash, UUID user, Instant now) {
        this.tokenHash = tokenHash;
        this.user = user;
        this.usedAt = now;
    }

    void used(Instant now) {
        this.usedAt = now;
    }

    String tokenHash() {
        return tokenHash;
    }

    /** One browser may be known to several people. */
    record Key(String tokenHash, UUID user) implements Serializable {}
}
