package de.hypersoft.esolutions.hostnames;

import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Whose name is it? One that points here is its customer's, unless another tenant had it a short while ago: then old
 * records still lead here, and prove nothing. Whoever has the name can put a text into its DNS.
 */
record HostClaims(EntityManager entities, DomainSettings settings, Clock clock) {

    private static final Duration AFTERWARDS = Duration.ofDays(30);
    private static final int TOKEN_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A row that is not stored yet; an own domain waits for its proof where one is asked for. */
    ShopDomain claimed(HostName host, TenantId tenant, DomainKind kind, String by) {
        ShopDomain made = new ShopDomain(host, tenant, kind, by, clock.instant());
        boolean contested = kind == DomainKind.OWN && wasAnothers(host, tenant);
        if (contested || (kind == DomainKind.OWN && settings.proofAlways())) made.askForProof(token(), contested);
        return made;
    }

    private boolean wasAnothers(HostName host, TenantId tenant) {
        return entities.createQuery(
                                "select count(h) from HistoryEntry h where h.host = :host and h.tenant <> :tenant"
                                        + " and h.at > :since",
                                Long.class)
                        .setParameter("host", host.value())
                        .setParameter("tenant", tenant.value())
                        .setParameter("since", clock.instant().minus(AFTERWARDS))
                        .getSingleResult()
                > 0;
    }

    /** Lower case: name servers and people keep no other. */
    private static String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
