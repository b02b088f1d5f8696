package de.hypersoft.esolutions.kernel.outbox;

import java.util.List;

/**
 * Reacts to an event after its commit, in a transaction of its own, at least once and in the order of the aggregate.
 * Must be idempotent. A bean of {@code domain} or of the EJB module; listeners of the web modules are not found.
 */
public interface Listener<E extends DomainEvent> {

    /** Stable over releases, kebab-case: rows waiting in the outbox are addressed to it. At most 64 characters. */
    String name();

    Class<E> event();

    /** Whether it wants to hear of this one; asked when it happens, and of what it does not want nothing is stored for it. */
    default boolean concerns(E event) {
        return true;
    }

    /** Throwing rolls back whatever this listener did; the event is offered again later. */
    void on(E event);

    /**
     * Events of different aggregates in one transaction, oldest first. Throwing rolls back what was done for any of them, and
     * each is then offered by itself.
     */
    default void onAll(List<E> events) {
        events.forEach(this::on);
    }
}
