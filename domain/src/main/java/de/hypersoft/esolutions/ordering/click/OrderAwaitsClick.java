package de.hypersoft.esolutions.ordering.click;

import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import java.util.UUID;

/**
 * An order request is kept until its guest confirms it by mail.
 *
 * @param times how often it was asked for: a guest who mends the address is written to again
 */
public record OrderAwaitsClick(UUID requestId, int times) implements DomainEvent {
    @Override
    public String type() {
        return "order-awaits-click/1";
    }

    @Override
    public String aggregate() {
        return requestId.toString();
    }
}
