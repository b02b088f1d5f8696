package de.hypersoft.esolutions.certificates.pfx;

import de.hypersoft.esolutions.hostnames.HostName;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an uploaded file is held against.
 *
 * @param other a further name of the same shop, with www. or without; null while none is registered
 * @param known intermediates seen in other chains, to complete this one
 * @param kept this host's certificates whose keys are here already
 * @param activeUntil when the active certificate ends; null while there is none
 */
public record PfxContext(
        HostName host,
        @Nullable HostName other,
        List<X509Certificate> known,
        List<Kept> kept,
        @Nullable Instant activeUntil,
        Instant now) {

    public PfxContext {
        known = List.copyOf(known);
        kept = List.copyOf(kept);
    }

    /**
     * @param sha256 of the certificate
     * @param certified the key that it certifies
     * @param key opened when it is asked for; empty when it does not open
     */
    public record Kept(String sha256, PublicKey certified, Supplier<Optional<PrivateKey>> key) {}
}
