package de.hypersoft.esolutions.kernel.outbox;

import java.util.UUID;

/**
 * A wake-up for waiting polls and live pages of this node, to be observed only after the commit. Losing one costs a
 * tick and nothing else, so it is neither stored nor sent to other nodes.
 *
 * @param what what kind of thing changed
 * @param tenant whose
 * @param location where
 * @param subject the order, till, menu or request; the location itself when it has no id of its own
 */
public record Changed(What what, UUID tenant, UUID location, UUID subject) {
    public enum What {
        ORDER_WAITING,
        ORDER,
        TILL,
        MENU,
        SYNC,
        TILL_TASK,
        AVAILABILITY,
        LOCATION
    }
}
