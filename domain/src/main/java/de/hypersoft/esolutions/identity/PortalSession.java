package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.kernel.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One signed-in browser. Lives in the database, so a restart signs nobody out; ends after 12 idle hours, after 7 days,
 * by signing out, or when its user is deactivated or gets a new password. The cookie's secret is stored as a hash.
 */
@Entity
@Table(schema = "identity", name = "portal_session")
class PortalSession {

    static final Duration IDLE = Duration.ofHours(12);
    static final Duration LIFE = Duration.ofDays(7);

    @Id
    private UUID id;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "user_id")
    private UUID user;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "used_at")
    private Instant usedAt;

    @SuppressWarnings("NullAway")
    protected PortalSession() {} // JPA

    PortalSession(String tokenHash, UUID user, Instant now) {
        this.id = Uuid7.at(now);
        this.tokenHash = tokenHash;
        this.user = user;
        this.openedAt = now;
        this.usedAt = now;
    }

    boolean isAlive(Instant now) {
        return now.isBefore(usedAt.plus(IDLE)) && now.isBefore(openedAt.plus(LIFE));
    }

    /** Noted once a minute at most: most requests write nothing. */
    void used(Instant now) {
        if (now.isAfter(usedAt.plusSeconds(60))) this.usedAt = now;
    }

    UUID user() {
        return user;
    }
}
