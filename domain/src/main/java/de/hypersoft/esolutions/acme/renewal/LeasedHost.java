package de.hypersoft.esolutions.acme.renewal;

import de.hypersoft.esolutions.acme.AutomaticPhase;
import de.hypersoft.esolutions.acme.authority.ChallengeKind;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.tenancy.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One host's turn, leased to this node. What comes of it is stored only while nobody else has taken the host since.
 *
 * @param fence raised with each lease
 * @param orderUrl empty while there is no order
 * @param certificate the one that was activated last
 */
public record LeasedHost(
        HostName host,
        TenantId tenant,
        long fence,
        AutomaticPhase phase,
        Instant since,
        String orderUrl,
        ChallengeKind challenge,
        int failures,
        @Nullable UUID certificate) {}
