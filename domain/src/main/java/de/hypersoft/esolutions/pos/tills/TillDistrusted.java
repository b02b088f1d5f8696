package de.hypersoft.esolutions.pos.tills;

import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * A till's journal is not believed, and its calls are refused, until a person decides.
 *
 * @param occasion counts from 1 at each till
 */
public record TillDistrusted(
        UUID tillId,
        UUID tenantId,
        UUID locationId,
        String tillName,
        int occasion,
        JournalRolledBack.Kind kind,
        Instant since)
        implements DomainEvent {
    @Override
    public String type() {
        return "till-distrusted/1";
    }

    @Override
    public String aggregate() {
        return tillId.toString();
    }
}
