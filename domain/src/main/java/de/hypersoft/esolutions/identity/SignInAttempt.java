package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.kernel.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One try to sign in, kept only while it counts towards a limit. Account and address are stored as hashes. */
@Entity
@Table(schema = "identity", name = "sign_in_attempt")
class SignInAttempt {

    @Id
    private UUID id;

    private String account;
    private String address;

    @Column(name = "tried_at")
    private Instant at;

    @SuppressWarnings("NullAway")
    protected SignInAttempt() {} // JPA

    SignInAttempt(String account, String address, Instant now) {
        this.id = Uuid7.at(now);
        this.account = account;
        this.address = address;
        this.at = now;
    }
}
