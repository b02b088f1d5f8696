package de.hypersoft.esolutions.certificates;

import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as the portal shows it; never its key.
 *
 * @param sha256 of the leaf, 64 hexadecimal digits
 * @param serial hexadecimal
 * @param names DNS names it covers
 * @param keyKept false once the key is destroyed, so that it cannot be rolled back to
 */
public record CertificateView(
        UUID id,
        TenantId tenant,
        HostName host,
        Source source,
        String sha256,
        String serial,
        String issuer,
        List<String> names,
        Instant notBefore,
        Instant notAfter,
        String keyType,
        int keyBits,
        CertificateState state,
        Instant stateSince,
        String reason,
        @Nullable Instant provenAt,
        Instant createdAt,
        String createdBy,
        boolean keyKept) {

    public CertificateView {
        names = List.copyOf(names);
    }

    /** Share of the lifetime that is left, 0 to 100. */
    public int percentLeft(Instant now) {
        long whole = Duration.between(notBefore, notAfter).toSeconds();
        long left = Duration.between(now, notAfter).toSeconds();
        return whole <= 0 ? 0 : (int) Math.max(0, Math.min(100, left * 100 / whole));
    }

    public boolean ended(Instant now) {
        return !notAfter.isAfter(now);
    }

    /** Whether one click brings it back. */
    public boolean canRollBack(Instant now) {
        return state == CertificateState.RETIRED && keyKept && !ended(now);
    }
}
