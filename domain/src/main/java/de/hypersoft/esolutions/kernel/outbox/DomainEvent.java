package de.hypersoft.esolutions.kernel.outbox;

/**
 * Something that happened, told against the arrow of dependencies. A record of ids and values, never an entity. Fired
 * inside the transaction that made it true, stored with it in the outbox, delivered at least once afterwards.
 */
public interface DomainEvent {

    /** Stable name with the payload's version: {@code order-placed/1}. */
    String type();

    /** The aggregate it is about; events of one aggregate are delivered in their order. */
    String aggregate();
}
