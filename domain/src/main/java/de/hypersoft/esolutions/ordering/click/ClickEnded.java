package de.hypersoft.esolutions.ordering.click;

import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import java.util.UUID;

/** Nobody can confirm this order request any more, and nothing of it is kept. */
public record ClickEnded(UUID requestId) implements DomainEvent {
    @Override
    public String type() {
        return "click-ended/1";
    }

    @Override
    public String aggregate() {
        return requestId.toString();
    }
}
