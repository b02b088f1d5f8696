package de.hypersoft.esolutions.certificates;

import de.hypersoft.esolutions.hostnames.HostName;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an uploaded file is held against.
 *
 * @param known intermediates seen in other chains, to complete this one
 * @param kept fingerprints of this host's certificates whose keys are here already
 * @param activeUntil when the active certificate ends; null while there is none
 */
record PfxContext(
        HostName host,
        List<X509Certificate> known,
        Set<String> kept,
        @Nullable Instant activeUntil,
        Instant now) {

    PfxContext {
        known = List.copyOf(known);
        kept = Set.copyOf(kept);
    }
}
