package de.hypersoft.esolutions.acme;

import java.time.Duration;

/** The authority says no, or nothing. Never leaves this package. */
final class AcmeRefused extends Exception {

    private final AcmeFailure reason;
    private final transient Duration wait;

    /**
     * @param detail the authority's own words, for people
     * @param wait how long it asks to be left alone; zero when it does not say
     */
    AcmeRefused(AcmeFailure reason, String detail, Duration wait) {
        super(detail, null, false, false);
        this.reason = reason;
        this.wait = wait;
    }

    AcmeFailure reason() {
        return reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    Duration askedToWait() {
        return wait;
    }
}
