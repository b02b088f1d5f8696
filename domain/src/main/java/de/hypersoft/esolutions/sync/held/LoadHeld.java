package de.hypersoft.esolutions.sync.held;

import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A load is held until a person has looked.
 *
 * @param noticeId the same for loads that replaced each other while nobody had looked
 * @param first whether guests see nothing yet
 * @param onSale how many dishes guests can order now; for a first load, how many the till sent
 * @param missing how many of them they would not find any more
 * @param names the first of the missing ones, each by language
 */
public record LoadHeld(
        UUID noticeId,
        UUID tenantId,
        UUID locationId,
        String version,
        boolean first,
        int onSale,
        int missing,
        List<Map<String, String>> names)
        implements DomainEvent {

    @Override
    public String type() {
        return "load-held/1";
    }

    @Override
    public String aggregate() {
        return locationId.toString();
    }
}
