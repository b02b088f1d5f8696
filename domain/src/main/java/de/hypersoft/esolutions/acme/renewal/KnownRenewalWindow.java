package de.hypersoft.esolutions.acme.renewal;

import de.hypersoft.esolutions.acme.authority.RenewalWindow;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the authority said of the renewal of one certificate, and when to ask it again. */
@Embeddable
public class KnownRenewalWindow {

    @Column(name = "window_of")
    private String of;

    @Column(name = "window_from")
    private @Nullable Instant from;

    @Column(name = "window_until")
    private @Nullable Instant until;

    @Column(name = "window_next_at")
    private @Nullable Instant nextAt;

    protected KnownRenewalWindow() { // JPA
        this("", null, null);
    }

    /** @param window null when the authority offers none */
    public KnownRenewalWindow(String sha256, @Nullable RenewalWindow window, @Nullable Instant nextAt) {
        this.of = sha256;
        this.from = window == null ? null : window.from();
        this.until = window == null ? null : window.until();
        this.nextAt = nextAt;
    }

    /** Null when nothing is known of this certificate. */
    @Nullable
    public RenewalWindow of(String sha256) {
        return !of.equals(sha256) || from == null || until == null
                ? null
                : new RenewalWindow(from, until, Duration.ZERO);
    }

    public boolean isDue(String sha256, Instant now) {
        return !of.equals(sha256) || nextAt == null || !nextAt.isAfter(now);
    }

    @Nullable
    public Instant nextAt() {
        return nextAt;
    }
}
