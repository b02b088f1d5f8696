package de.hypersoft.esolutions.identity.password;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A link with which its owner chooses a password: once, for a while, and only the newest of its purpose, so that whoever
 * asks for a forgotten password ends no invitation. Stored hashed.
 */
@Entity
@Table(schema = "identity", name = "password_link")
class PasswordLink {

    /** Why it was made, and how long it lives. */
    enum Purpose {
        RESET(Duration.ofMinutes(30)),
        INVITATION(Duration.ofDays(7));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }
    }

    @Id
    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "user_id")
    private UUID user;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @SuppressWarnings("NullAway")
    protected PasswordLink() {} // JPA

    PasswordLink(String tokenHash, UUID user, Purpose purpose, Instant now) {
        this.tokenHash = tokenHash;
        this.user = user;
        this.purpose = purpose;
        this.expiresAt = now.plus(purpose.life);
    }

    UUID user() {
        return user;
    }
}
