package de.hypersoft.esolutions.acme.authority;

import java.time.Duration;

/** The authority says no, or nothing. Never leaves this package. */
public final class AcmeRefused extends Exception {

    private final AcmeFailure reason;
    private final transient Duration wait;

    /**
     * @param detail the authority's own words, for people
     * @param wait how long it asks to be left alone; zero when it does not say
     */
    public AcmeRefused(AcmeFailure reason, String detail, Duration wait) {
        super(detail, null, false, false);
        this.reason = reason;
        this.wait = wait;
    }

    public AcmeFailure reason() {
        return reason;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public Duration askedToWait() {
        return wait;
    }
}
