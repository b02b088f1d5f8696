package de.hypersoft.esolutions.identity.password;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The one-time link with which the first administrator is made: printed to the log, stored hashed, gone after use. */
@Entity
@Table(schema = "identity", name = "setup_link")
public class SetupLink {

    @Id
    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @SuppressWarnings("NullAway")
    protected SetupLink() {} // JPA

    public SetupLink(String tokenHash, Instant expiresAt) {
        this.tokenHash = tokenHash;
        this.expiresAt = expiresAt;
    }
}
