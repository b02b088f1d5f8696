package de.hypersoft.esolutions.kernel.outbox;

import jakarta.persistence.EntityManager;
import java.time.Instant;

/** A row of an event that its listener has heard. */
public final class DeliveredRow {

    private DeliveredRow() {}

    /** Stores it in the running transaction. */
    public static void of(String listener, DomainEvent event, Instant at, EntityManager entities) {
        OutboxRow row = new OutboxRow(listener, event, at);
        entities.persist(row);
        entities.createQuery("update OutboxRow r set r.doneAt = :at where r.seq = :seq")
                .setParameter("at", at)
                .setParameter(
                        "seq",
                        entities.getEntityManagerFactory()
                                .getPersistenceUnitUtil()
                                .getIdentifier(row))
                .executeUpdate();
    }
}
