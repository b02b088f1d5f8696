package de.hypersoft.esolutions.hostnames;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a host is to be answered, from memory: whether it has a certificate to be redirected to, and its HSTS switch.
 *
 * @param certificateUntil when the served certificate ends; null while none is served for this host by its own name
 * @param hstsSince when HSTS was switched on, for a ladder of growing terms; null while it is off
 * @param canonical the host that guests are sent on to; null where they are answered here
 */
public record HostRules(
        HostName host,
        DomainKind kind,
        @Nullable Instant certificateUntil,
        @Nullable Instant hstsSince,
        @Nullable HostName canonical) {

    public boolean certificateServed() {
        return certificateUntil != null;
    }
}
