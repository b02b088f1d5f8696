package de.hypersoft.esolutions.pos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of the handover; refuses to start with values that break its rules. */
@ApplicationScoped
public class PosSettings {

    private final Duration lease;

    /** @param leaseSeconds how long a claimed order is a till's, 1 to 600 (default 60; short only for the chaos run) */
    @Inject
    public PosSettings(@ConfigProperty(name = "esolutions.lease-seconds", defaultValue = "60") int leaseSeconds) {
        if (leaseSeconds < 1 || leaseSeconds > 600)
            throw new IllegalStateException("esolutions.lease-seconds lies between 1 and 600, not at " + leaseSeconds);
        this.lease = Duration.ofSeconds(leaseSeconds);
    }

    public Duration lease() {
        return lease;
    }
}
