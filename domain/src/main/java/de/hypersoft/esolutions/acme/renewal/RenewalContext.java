package de.hypersoft.esolutions.acme.renewal;

import de.hypersoft.esolutions.acme.authority.RenewalWindow;
import de.hypersoft.esolutions.certificates.CertificateView;
import de.hypersoft.esolutions.certificates.Source;
import de.hypersoft.esolutions.hostnames.dns.DnsState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one host stands when its turn has come.
 *
 * @param open how many orders are under way, of all hosts
 * @param served the one that is served now; null when none is
 * @param asksForWindow whether the authority is to be asked first when it would like the held one to be renewed
 * @param window that it gave for the held one
 */
public record RenewalContext(
        RenewalPlan plan,
        DnsState dns,
        long open,
        @Nullable CertificateView served,
        boolean asksForWindow,
        @Nullable RenewalWindow window,
        @Nullable Instant windowNextAt,
        @Nullable Instant limitedUntil) {

    /** The uploaded one whose place an automatic one would take. */
    @Nullable
    public UUID uploaded() {
        return served == null || served.source() == Source.ACME ? null : served.id();
    }
}
