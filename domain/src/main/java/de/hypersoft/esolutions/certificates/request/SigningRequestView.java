package de.hypersoft.esolutions.certificates.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A waiting request as staff see it.
 *
 * @param names that are asked for, the host first
 * @param pem to be handed to an authority (RFC 7468)
 * @param endsAt when its key is destroyed, unless the certificate came
 */
public record SigningRequestView(
        UUID id,
        RequestedKey key,
        List<String> names,
        String pem,
        Instant createdAt,
        String createdBy,
        Instant endsAt) {}
