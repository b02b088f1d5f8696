package de.hypersoft.esolutions.kernel.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Duties that one node at a time does. Held by a row lock until the transaction ends, so a dead node holds nothing. */
@ApplicationScoped
public class ClusterLock {

    private final EntityManager entities;

    @Inject
    public ClusterLock(EntityManager entities) {
        this.entities = entities;
    }

    /** True when this transaction now has the duty; false while another has it. The name is a row of a migration. */
    @Transactional(TxType.MANDATORY)
    public boolean take(String name) {
        return !entities.createNativeQuery("select name from kernel.duty where name = :name for update skip locked")
                .setParameter("name", name)
                .getResultList()
                .isEmpty();
    }

    /** Waits until this transaction has the duty; then those who write in its name commit one after the other. */
    @Transactional(TxType.MANDATORY)
    public void await(String name) {
        entities.createNativeQuery("select name from kernel.duty where name = :name for update")
                .setParameter("name", name)
                .getSingleResult();
    }
}
