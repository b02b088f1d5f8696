package de.hypersoft.esolutions.identity.session;

import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One signed-in browser. Lives in the database, so a restart signs nobody out; ends after 12 idle hours, after 7 days,
 * by signing out here or elsewhere, or when its user is deactivated or gets a new password. The cookie's secret is stored
 * as a hash, and changes when the password is typed again, which dangerous acts ask for when that was not within the last
 * minutes.
 */
@Entity
@Table(schema = "identity", name = "portal_session")
public class PortalSession {

    static final Duration IDLE = Duration.ofHours(12);
    public static final Duration WAITING = Duration.ofMinutes(10);
    static final Duration LIFE = Duration.ofDays(7);

    /** For how long the secret before a new one still lets requests in that were under way; they confirm nothing. */
    static final Duration LINGER = Duration.ofSeconds(30);

    @Id
    private UUID id;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "former_hash")
    private @Nullable String formerHash;

    @Column(name = "renewed_at")
    private @Nullable Instant renewedAt;

    /** Forms of pages that are open are bound to it, so they outlive a new secret. */
    @Column(name = "form_key")
    private String formKey;

    @Column(name = "user_id")
    private UUID user;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "used_at")
    private Instant usedAt;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    /** The password was right, the one-time code is still to come: it opens nothing. */
    private boolean waiting;

    private String address;
    private String agent;

    @SuppressWarnings("NullAway")
    protected PortalSession() {} // JPA

    PortalSession(String tokenHash, UUID user, boolean waiting, Device device, Instant now) {
        this.id = Uuid7.at(now);
        this.tokenHash = tokenHash;
        this.formKey = Secret.fresh().value();
        this.user = user;
        this.openedAt = now;
        this.usedAt = now;
        this.confirmedAt = now;
        this.waiting = waiting;
        this.address = device.address();
        this.agent = device.agent();
    }

    boolean isAlive(Instant now) {
        if (waiting) return false;
        return now.isBefore(usedAt.plus(IDLE)) && now.isBefore(openedAt.plus(LIFE));
    }

    /** Whether its owner was ever let in with it. */
    boolean isWhole() {
        return !waiting;
    }

    boolean waitsForCode(Instant now) {
        return waiting && now.isBefore(openedAt.plus(WAITING));
    }

    /** Noted once a minute at most: most requests write nothing. */
    void used(Instant now) {
        if (now.isAfter(usedAt.plusSeconds(60))) this.usedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID user() {
        return user;
    }

    String formKey() {
        return formKey;
    }

    Instant confirmedAt() {
        return confirmedAt;
    }

    boolean hasToken(String hash) {
        return tokenHash.equals(hash);
    }

    Sessions.View view(String ownHash) {
        return new Sessions.View(id, address, agent, openedAt, usedAt, hasToken(ownHash));
    }
}
