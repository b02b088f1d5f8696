package de.hypersoft.esolutions.acme;

import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * An automatic certificate is served in place of an uploaded one that nobody renewed.
 *
 * @param uploadedUntil when the uploaded one ends, or ended
 * @param until when the automatic one ends, should it not be renewed
 */
public record AutomaticTookOver(UUID certificateId, UUID tenantId, String host, Instant uploadedUntil, Instant until)
        implements DomainEvent {

    @Override
    public String type() {
        return "automatic-took-over/1";
    }

    @Override
    public String aggregate() {
        return certificateId.toString();
    }
}
