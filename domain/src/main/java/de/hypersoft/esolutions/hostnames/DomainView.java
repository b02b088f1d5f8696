package de.hypersoft.esolutions.hostnames;

import de.hypersoft.esolutions.hostnames.dns.DnsState;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A host name as the portal shows it, with its two axes.
 *
 * @param location the one location it shows; null for all of the tenant
 * @param certificateReason why the certificate axis stands where it stands, as a stable code; empty when there is
 *     nothing to say
 * @param certificateUntil when the served certificate ends; null while none is served
 * @param contact who is written to at the customer's; empty for the location's own address
 * @param sendsTo the canonical host that guests are sent on to; null where they are answered here
 * @param proof what is still to be shown before anything is served; null once it is
 * @param dns null for hosts that nobody has to point here
 */
public record DomainView(
        HostName host,
        TenantId tenant,
        @Nullable LocationId location,
        DomainKind kind,
        Instant registeredAt,
        String registeredBy,
        HostCertificate certificate,
        @Nullable Instant certificateSince,
        String certificateReason,
        @Nullable Instant certificateUntil,
        @Nullable Instant hstsSince,
        String contact,
        @Nullable HostName sendsTo,
        @Nullable DomainProof proof,
        @Nullable Instant releasedAt,
        @Nullable Dns dns) {

    /**
     * @param reason a stable code
     * @param found the records as the name system gave them, one per line
     * @param checkedAt null while nobody asked
     */
    public record Dns(
            DnsState state,
            Instant since,
            String reason,
            String found,
            @Nullable Instant checkedAt,
            Instant nextAt) {}
}
